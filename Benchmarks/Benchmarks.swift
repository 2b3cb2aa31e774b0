import CAllocationCounter
import Measurement
import Scenarios

/// Prints the engine's figures on this machine, a line each; ratios are what carries over.
@main struct Benchmarks {
  static func main() async {
    for (regions, sectors, days) in [(17, 35, 50), (81, 50, 10)] {
      for (rules, threads) in [
        (BenchmarkRules.fixed, 1), (.fixed, 2), (.delivery, 1), (.varieties, 1),
      ] {
        let benchmark = BatchBenchmark(
          regions: regions, sectors: sectors, scenarios: 64, days: days, threads: threads,
          rules: rules, counter: { Int(sonae_thread_allocations()) })
        print("rules \(rules.rawValue)")
        for figure in await benchmark.run() { print("\(figure.name) \(figure.value)") }
        print()
      }
    }
    for figure in Measurement.parts() { print("\(figure.name) \(figure.value)") }
  }
}
