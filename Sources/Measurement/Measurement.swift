internal import LinearAlgebra

/// One measured figure: a snake-case name with its unit, and its value.
package struct Measured: Sendable {
  /// Name with the unit, such as `seconds_per_step`.
  package let name: String
  /// Value in the unit of the name.
  package let value: Double

  /// Names a value.
  package init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }
}

/// Times parts of the engine on synthetic tables; no claim is made here, only figures.
package enum Measurement {
  /// Seconds that a piece of work takes: the least of several runs.
  package static func seconds(runs: Int = 3, _ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    return (0..<runs).map { _ in clock.measure(work) / .seconds(1) }.min() ?? 0
  }

  /// The machine's dgemm rate on one thread, 2·size³ operations, GFLOP/s.
  package static func dgemmRate(size: Int = 1_000, runs: Int = 3) -> Double {
    let a = Matrix(rows: size, columns: size, repeating: 1.5)
    var c = Matrix(rows: size, columns: size)
    let time = seconds(runs: runs) {
      OpenBLAS.gemm(
        transposedA: false, m: size, n: size, k: size, a.elements, at: 0, stride: size, a.elements,
        at: 0, stride: size, &c.elements, at: 0, stride: size)
    }
    return 2 * Double(size * size * size) / time / 1e9
  }

  /// LU of I − A on a synthetic table: seconds and share of the dgemm rate.
  package static func factorisation(regions: Int, sectors: Int, dgemmRate: Double) -> [Measured] {
    let n = regions * sectors
    var matrix = Matrix(rows: n, columns: n)
    var random = SplitMix64(seed: 2)
    for i in 0..<n {
      for j in 0..<n { matrix[i, j] = (i == j ? 1 : 0) - 0.5 * random.nextUniform() / Double(n) }
    }
    let time = seconds(runs: 2) { _ = LU(matrix) }
    let rate = 2.0 / 3 * Double(n * n * n) / time / 1e9
    return [
      Measured("lu_n_\(n)_seconds", time),
      Measured("lu_n_\(n)_share_of_dgemm", rate / dgemmRate),
    ]
  }

  /// Allocations that a known allocation makes: the control, above 0 or the counter is blind.
  package static func allocationControl(_ counter: AllocationCounter) -> Int {
    let before = counter()
    let values = [Double](repeating: Double(before), count: 1_000)
    return counter() - before + (values.isEmpty ? 1 : 0)
  }
}

/// Counts the allocations of the calling thread so far; a program that replaces malloc has one.
package typealias AllocationCounter = @Sendable () -> Int
