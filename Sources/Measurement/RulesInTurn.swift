internal import InputOutputTables
internal import Propagation
internal import Scenarios

/// Two sets of rules on the same made-up economy, timed in turn, a day of one and a day of the other, so
/// that what else the machine does meets both alike.
package struct RulesInTurn: Sendable {
  /// The benchmark whose rules are compared; its table, scenarios, days and width are both's.
  package let benchmark: BatchBenchmark
  /// The rules that it is compared with.
  package let other: BenchmarkRules

  /// Makes a comparison.
  package init(_ benchmark: BatchBenchmark, against other: BenchmarkRules) {
    self.benchmark = benchmark
    self.other = other
  }

  /// Share of dgemm of the benchmark's rules over that of the others, on one thread: operations counted
  /// over the middle of the days' seconds, batch by batch.
  package func run() -> Measured {
    let economy = Economy(
      syntheticTable(regions: benchmark.regions, sectors: benchmark.sectors))
    let packed = PackedShares.isFast ? PackedShares(economy) : nil
    let width = benchmark.width ?? BatchPlan.width(for: economy)
    var seconds = (own: 0.0, other: 0.0)
    for first in stride(from: 0, to: benchmark.scenarios, by: width) {
      let count = min(width, benchmark.scenarios - first)
      var own = timed(economy, benchmark.rules, first..<first + count, packed)
      var against = timed(economy, other, first..<first + count, packed)
      for _ in 0..<benchmark.days {
        own.step()
        against.step()
      }
      seconds.own += own.middle * Double(count)
      seconds.other += against.middle * Double(count)
    }
    let counted = Double(benchmark.rules.products) / Double(other.products)
    return Measured("share_of_\(other.rawValue)", counted * seconds.other / seconds.own)
  }

  private func timed(
    _ economy: Economy, _ rules: BenchmarkRules, _ numbers: Range<Int>, _ packed: PackedShares?
  ) -> TimedDays {
    let draws = ScenarioDraws(
      economy: economy, days: benchmark.days + BatchBenchmark.warmUp, rules: rules)
    return TimedDays(
      CompiledBatch(economy, numbers.map { draws.scenario($0) }, commodities: [], packed: packed))
  }
}

/// A batch that steps day by day by a clock.
private struct TimedDays: ~Copyable {
  private var simulation: Simulation
  private var recorder: AccountsRecorder
  private var days: [Double] = []

  init(_ batch: CompiledBatch) {
    simulation = Simulation(batch, tracingLimits: false)
    recorder = AccountsRecorder(batch, tracingLimits: false)
    for _ in 0..<BatchBenchmark.warmUp { simulation.advance(&recorder) }
  }

  mutating func step() {
    let start = ContinuousClock.now
    simulation.advance(&recorder)
    days.append((ContinuousClock.now - start) / .seconds(1))
  }

  /// Median of the days' seconds.
  var middle: Double {
    let sorted = days.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}
