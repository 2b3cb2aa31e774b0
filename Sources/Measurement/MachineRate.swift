internal import LinearAlgebra
internal import Propagation

/// What the machine can do at best, measured beside the engine.
enum MachineRate {
  /// GFLOP/s of as many products of 2,000 × 2,000 matrices at once as there are threads.
  static func dgemm(threads: Int) async -> Double {
    var best = 0.0
    for _ in 0..<3 {
      let rates = await inParallel(threads, threads: threads) { _ in
        Measurement.dgemmRate(size: 2_000, runs: 2)
      }
      best = max(best, rates.reduce(0, +))
    }
    return best
  }

  /// Bandwidth of a = b + s·c over arrays of 160 MB, three of them counted, GB/s on one thread.
  static func triad() -> Double {
    let count = 20_000_000
    let b = [Double](repeating: 1.5, count: count)
    let c = [Double](repeating: 0.5, count: count)
    var a = [Double](repeating: 0, count: count)
    let time = Measurement.seconds(runs: 5) { add(b, c, into: &a) }
    return 3 * 8 * Double(count) / time / 1e9
  }

  private static func add(_ b: [Double], _ c: [Double], into a: inout [Double]) {
    let b = b.span
    let c = c.span
    var a = a.mutableSpan
    for i in b.indices { a[i] = b[i] + 3 * c[i] }
  }
}
