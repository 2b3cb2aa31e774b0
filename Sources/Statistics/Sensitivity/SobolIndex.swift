/// Share of an outcome's variance that a variable explains.
package struct SobolIndex: Sendable, Hashable {
  /// An estimate and how sure it is.
  package struct Estimate: Sendable, Hashable {
    /// The estimate; it may be a little under 0, and is shown so.
    package let value: Double
    /// Its standard error.
    package let standardError: Double

    /// Makes an estimate.
    package init(value: Double, standardError: Double) {
      self.value = value
      self.standardError = standardError
    }
  }

  /// First order: by the variable alone, Sᵢ = Var(E(Y|Xᵢ))/Var(Y).
  package let first: Estimate
  /// Total order: with everything in which it takes part, S_Tᵢ = E(Var(Y|X₋ᵢ))/Var(Y).
  package let total: Estimate

  /// Makes indices of a variable.
  package init(first: Estimate, total: Estimate) {
    self.first = first
    self.total = total
  }

  /// Indices of every variable from results at A, at B and at A with B's column; empty if nothing varies.
  ///
  /// First order by Saltelli and others (2010), table 2 (b), results taken from their mean; total order by
  /// Jansen (1999). Errors from the spread between independent parts, else from 200 samples of the rows.
  package static func all(
    a: [Double], b: [Double], mixed: [[Double]], parts: [Range<Int>]? = nil, seed: UInt64
  ) -> [SobolIndex] {
    let rows = Array(a.indices)
    guard let whole = estimates(a, b, mixed, rows) else { return [] }
    let spread: [[(first: Double, total: Double)]]
    let isPooled: Bool
    if let parts, let each = all(parts, a, b, mixed) {
      (spread, isPooled) = (each, true)
    } else {
      (spread, isPooled) = (samples(of: rows, seed: seed, a, b, mixed), false)
    }
    return whole.indices.map { index in
      func error(_ part: (([(first: Double, total: Double)]) -> Double)) -> Double {
        let values = spread.map(part)
        let deviation = variance(values).squareRoot()
        return isPooled ? deviation / Double(values.count).squareRoot() : deviation
      }
      return SobolIndex(
        first: Estimate(value: whole[index].first, standardError: error { $0[index].first }),
        total: Estimate(value: whole[index].total, standardError: error { $0[index].total }))
    }
  }

  /// Estimates of each part of the rows; nil if a part does not vary.
  private static func all(
    _ parts: [Range<Int>], _ a: [Double], _ b: [Double], _ mixed: [[Double]]
  ) -> [[(first: Double, total: Double)]]? {
    let each = parts.compactMap { estimates(a, b, mixed, Array($0)) }
    return each.count == parts.count && each.count > 1 ? each : nil
  }

  private static func samples(
    of rows: [Int], seed: UInt64, _ a: [Double], _ b: [Double], _ mixed: [[Double]]
  ) -> [[(first: Double, total: Double)]] {
    let philox = Philox(seed: seed)
    return (0..<200).compactMap { sample in
      let variable = Philox.variable(sample, of: .bootstrap)
      let picked = rows.map { row in
        min(
          rows.count - 1,
          Int(philox.uniform(draw: UInt64(row), variable: variable) * Double(rows.count)))
      }
      return estimates(a, b, mixed, picked)
    }
  }

  private static func estimates(
    _ a: [Double], _ b: [Double], _ mixed: [[Double]], _ rows: [Int]
  ) -> [(first: Double, total: Double)]? {
    let count = Double(rows.count)
    let centre = rows.reduce(0) { $0 + a[$1] + b[$1] } / (2 * count)
    let spread =
      rows.reduce(0) {
        $0 + (a[$1] - centre) * (a[$1] - centre) + (b[$1] - centre) * (b[$1] - centre)
      } / (2 * count)
    // What rounding alone leaves of a constant is no variance.
    guard spread > 1e-24 * centre * centre, spread > 0 else { return nil }
    return mixed.map { c in
      let first = rows.reduce(0) { $0 + (b[$1] - centre) * (c[$1] - a[$1]) } / count
      let total = rows.reduce(0) { $0 + (a[$1] - c[$1]) * (a[$1] - c[$1]) } / (2 * count)
      return (first / spread, total / spread)
    }
  }
}
