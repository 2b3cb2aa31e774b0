/// How well draws fix a number, and how many more would fix it better.
package struct Precision: Sendable, Hashable {
  /// The estimate.
  package let estimate: Double
  /// Half of the 95% interval's width.
  package let halfWidth: Double
  /// Draws behind it.
  package let draws: Int

  /// Makes a precision.
  package init(estimate: Double, halfWidth: Double, draws: Int) {
    self.estimate = estimate
    self.halfWidth = halfWidth
    self.draws = draws
  }

  /// The half width over the estimate's size; nil of 0.
  package var relative: Double? { estimate == 0 ? nil : halfWidth / abs(estimate) }

  /// Further draws for half widths of `wanted`; the error falls with the root of their number. nil if more than
  /// 10¹² would be needed.
  package func more(for wanted: Double) -> Int? {
    guard wanted > 0 else { return nil }
    let needed = (Double(draws) * (halfWidth / wanted) * (halfWidth / wanted)).rounded(.up)
    return needed <= 1e12 ? max(0, Int(needed) - draws) : nil
  }
}

/// The mean of results with its standard error.
package struct MeanEstimate: Sendable, Hashable {
  /// The mean.
  package let mean: Double
  /// Standard error of the mean; nil of a single value.
  package let standardError: Double?

  /// From independent draws (σ/√n), or from the independent parts of a randomised quasi-random design, whose
  /// error is that of the parts' means.
  package init(_ values: [Double], parts: [Range<Int>]? = nil) {
    mean = Statistics.mean(values)
    let each = parts.map { $0.map { Statistics.mean(Array(values[$0])) } } ?? values
    standardError =
      each.count > 1 ? (variance(each) / Double(each.count)).squareRoot() : nil
  }
}

/// A probability counted in n draws, with Wilson's interval (1927).
package struct ShareEstimate: Sendable, Hashable {
  /// Share of the draws.
  package let share: Double
  /// Lower end of the 95% interval.
  package let low: Double
  /// Upper end of the 95% interval.
  package let high: Double

  /// Counts `hits` of `draws`, at least one.
  package init(hits: Int, draws: Int) {
    precondition(draws > 0 && (0...draws).contains(hits), "ShareEstimate: \(hits) of \(draws)")
    let (n, z) = (Double(draws), 1.959963984540054)
    let p = Double(hits) / n
    let centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    share = p
    low = hits == 0 ? 0 : max(0, centre - half)
    high = hits == draws ? 1 : min(1, centre + half)
  }
}
