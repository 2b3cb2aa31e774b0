/// Results of draws in rising order; infinite where a draw passes every number, such as a day that
/// never comes.
package struct OrderedSample: Sendable {
  /// The values, rising; at least one.
  package let values: [Double]

  /// Sorts values; none is NaN.
  package init(_ values: [Double]) {
    precondition(!values.isEmpty, "OrderedSample: no values")
    self.values = values.sorted()
  }

  /// The value that a share p in 0 … 1 does not pass, between neighbours as Hyndman and Fan's (1996)
  /// type 7 has it; nil where it is infinite.
  package func quantile(_ p: Double) -> Double? {
    let place = p * Double(values.count - 1)
    let below = Int(place.rounded(.down))
    let part = place - Double(below)
    let above = part > 0 ? below + 1 : below
    guard values[below].isFinite, values[above].isFinite else { return nil }
    return values[below] + part * (values[above] - values[below])
  }

  /// Numbers between which the true quantile lies with a probability, from order statistics alone.
  ///
  /// The binomial law of how many of n independent draws lie below it (Conover 1999, section 3.2). nil at an
  /// end that the draws do not reach, or that is infinite.
  package func interval(
    of p: Double, confidence: Double = 0.95
  ) -> (low: Double?, high: Double?) {
    let n = values.count
    let tail = (1 - confidence) / 2
    // P(at most k of n lie below) rises with k.
    let low = Self.firstCount(n, p) { $0 > tail }
    let high = Self.firstCount(n, p) { $0 >= 1 - tail }
    let lower = low > 0 ? values[low - 1] : nil
    let upper = high < n ? values[high] : nil
    return (lower.flatMap { $0.isFinite ? $0 : nil }, upper.flatMap { $0.isFinite ? $0 : nil })
  }

  /// The least k for which P(at most k of n) passes a test.
  private static func firstCount(_ n: Int, _ p: Double, _ passes: (Double) -> Bool) -> Int {
    var (low, high) = (0, n)
    while low < high {
      let middle = (low + high) / 2
      let atMost =
        middle >= n
        ? 1
        : BetaDistribution(alpha: Double(n - middle), beta: Double(middle + 1)).probability(1 - p)
      if passes(atMost) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The highest value that a share p in (0, 1] of the draws, or more, reach: a draw's own, so that it is so
  /// where draws tie; nil where it is infinite.
  package func reached(by p: Double) -> Double? {
    let exact = p * Double(values.count)
    // 5% of 100 draws are 5 of them, whatever 0.05 rounds to.
    let count = max(1, Int((exact - 1e-9 * exact).rounded(.up)))
    let value = values[values.count - count]
    return value.isFinite ? value : nil
  }

  /// Share of the draws above a number.
  package func share(above threshold: Double) -> Double {
    Double(values.count { $0 > threshold }) / Double(values.count)
  }

  /// Expected shortfall: mean of the worst 1 − p of the draws, the highest or the lowest ones; nil where one of
  /// them is infinite (Acerbi and Tasche 2002, a part of a draw counted as such a part).
  package func expectedShortfall(_ p: Double, isHighWorse: Bool = true) -> Double? {
    let exact = (1 - p) * Double(values.count)
    // 5% of 100 draws are 5 of them, whatever 1 − 0.95 rounds to.
    let tail = abs(exact - exact.rounded()) < 1e-9 * exact ? exact.rounded() : exact
    let whole = Int(tail.rounded(.down))
    let part = tail - Double(whole)
    let worst = isHighWorse ? values.reversed() : values
    let inside = worst.prefix(whole)
    let edge = part > 0 && whole < worst.count ? worst[whole] : 0
    guard inside.allSatisfy({ $0.isFinite }), edge.isFinite, tail > 0 else { return nil }
    return (inside.reduce(0, +) + part * edge) / tail
  }

  /// Points of the curve of P(X > x), falling from left to right, at most `count` of them.
  package func exceedance(points count: Int) -> [(value: Double, probability: Double)] {
    let n = values.count
    let steps = min(count, n)
    return (0..<steps).compactMap { step in
      let rank = steps == 1 ? n - 1 : step * (n - 1) / (steps - 1)
      guard values[rank].isFinite else { return nil }
      return (values[rank], Double(n - 1 - rank) / Double(n))
    }
  }
}
