internal import Statistics

/// How a set of responses does on cases that it was not chosen on.
package struct FreshCheck: Sendable {
  /// Numbers of the responses.
  package let items: Set<Int>
  /// Mean loss over the horizon's GDP.
  package let mean: Double
  /// Its standard error; nil of a single case.
  package let standardError: Double?
  /// Whether output collapses or swings in any run.
  package let isDoubtful: Bool

  /// Plays a set in fresh cases of equal chance; nil where the region has no GDP.
  package init?(
    _ items: Set<Int>, over cases: [DecisionCase], region: Int, on model: FullModel
  ) async {
    var runs = PortfolioRuns(cases, region: region, model: model)
    guard await runs.play([items]), let played = runs[items] else { return nil }
    let estimate = MeanEstimate(played.losses)
    self.items = items
    mean = estimate.mean
    standardError = estimate.standardError
    isDoubtful = runs.isDoubtful
  }
}
