internal import Statistics

/// What nine of ten draws of one number lie between.
struct DrawnRange {
  /// The 5% point; nil where it is a day that does not come.
  let low: Double?
  /// The 95% point.
  let high: Double?
  /// Ends of the interval in which the 95% point itself lies with 90% confidence, from order statistics alone.
  let error: (low: Double?, high: Double?)

  /// Draws of a number, infinite where a day does not come; nil if any draw has none.
  init?(_ draws: [Double?]) {
    let values = draws.compactMap { $0 }
    guard !values.isEmpty, values.count == draws.count else { return nil }
    let sample = OrderedSample(values)
    low = sample.quantile(DrawnResults.shares.low)
    high = sample.quantile(DrawnResults.shares.high)
    error = sample.interval(of: DrawnResults.shares.high, confidence: 0.9)
  }
}
