package import Statistics

/// What the draws say of one outcome.
package struct OutcomeSummary: Sendable {
  /// The outcome.
  package let outcome: Outcome
  /// The draws that have it, rising.
  package let sample: OrderedSample
  /// Draws that have no number: not computed, or a day that does not come within the horizon.
  package let missing: Int
  /// The mean with its standard error; nil where a day does not always come.
  package let mean: MeanEstimate?
  /// Ends of the 95% interval of quantiles, by independent scramblings where the sample has them.
  private let parts: [Range<Int>]?
  private let values: [Double]

  /// The shares whose quantiles are told.
  package static let shares = [0.05, 0.25, 0.5, 0.75, 0.95]

  init(_ outcome: Outcome, _ values: [Double], draws: Int, parts: [Range<Int>]?) {
    self.outcome = outcome
    self.values = values
    self.parts = parts
    sample = OrderedSample(values)
    let finite = values.count { $0.isFinite }
    missing = draws - finite
    mean = finite == values.count ? MeanEstimate(values, parts: parts) : nil
  }

  /// Draws that have a number.
  package var count: Int { values.count { $0.isFinite } }

  /// The quantile of a share; nil where the day does not come.
  package func quantile(_ share: Double) -> Double? { sample.quantile(share) }

  /// Its 95% interval: by order statistics of independent draws, or by Student's law from the quantiles of
  /// independent scramblings.
  package func interval(_ share: Double) -> (low: Double?, high: Double?) {
    guard let parts else { return sample.interval(of: share) }
    let each = parts.compactMap { OrderedSample(Array(values[$0])).quantile(share) }
    guard each.count == parts.count, let whole = quantile(share) else { return (nil, nil) }
    let error = (variance(each) / Double(each.count)).squareRoot()
    let half = StudentDistribution.bound(of: 0.95, freedom: each.count - 1) * error
    return (whole - half, whole + half)
  }

  /// Mean of the worst 5% of the draws; nil where a day among them does not come.
  package var expectedShortfall: Double? {
    sample.expectedShortfall(0.95, isHighWorse: outcome.isHighWorse)
  }

  /// How well a quantile is known; nil where its interval has no ends.
  package func precision(_ share: Double) -> Precision? {
    let ends = interval(share)
    guard let low = ends.low, let high = ends.high, let estimate = quantile(share) else {
      return nil
    }
    return Precision(
      estimate: estimate, halfWidth: max(estimate - low, high - estimate), draws: values.count)
  }

  /// Share of the draws in which a day comes within the horizon.
  package var coming: ShareEstimate { ShareEstimate(hits: count, draws: count + missing) }
}

/// What one variable does to an outcome.
package struct Driver: Sendable {
  /// The variable.
  package let variable: EnsemblePlan.Variable
  /// Sobol' indices; nil where they are not computed, or nothing varies.
  package let index: SobolIndex?
  /// The outcome with the variable at its low end, the rest as the file has it.
  package let low: Double?
  /// The outcome with the variable at its high end.
  package let high: Double?
  /// Spearman's coefficient over the draws; nil where a draw has no number.
  package let rankCorrelation: Double?

  /// Makes a driver.
  package init(
    variable: EnsemblePlan.Variable, index: SobolIndex?, low: Double?, high: Double?,
    rankCorrelation: Double?
  ) {
    self.variable = variable
    self.index = index
    self.low = low
    self.high = high
    self.rankCorrelation = rankCorrelation
  }

  /// What sorts drivers: the total index, else the size of the rank correlation.
  package var weight: Double { index?.total.value ?? abs(rankCorrelation ?? 0) }
  /// How far the outcome moves from end to end; 0 where one of the two is not known.
  package var swing: Double { low.flatMap { low in high.map { abs($0 - low) } } ?? 0 }
}

extension [Driver] {
  /// Whether the total indices can be right: of independent variables they add up to 1 or more (Homma and
  /// Saltelli 1996), here within two standard errors. True where there are none.
  ///
  /// Designs of a few rows can miss this by far, and their own errors do not show it.
  package var indicesAddUp: Bool {
    let totals = compactMap { $0.index?.total }
    guard !totals.isEmpty else { return true }
    let sum = totals.reduce(0) { $0 + $1.value }
    let variance = totals.reduce(0) { $0 + $1.standardError * $1.standardError }
    return sum + 2 * variance.squareRoot() >= 1
  }

  /// The strongest first: by total index, by how far the outcome moves where these do not add up, or else by
  /// rank correlation.
  package var byStrength: [Driver] {
    let weight: (Driver) -> Double = indicesAddUp ? { $0.weight } : { $0.swing }
    return sorted { (weight($1), $0.variable.path) < (weight($0), $1.variable.path) }
  }
}
