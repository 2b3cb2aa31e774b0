import Ensembles

/// The tenth of an ensemble's draws in which the first region loses most: what discovery explains.
struct WorstDraws {
  /// The loss.
  let outcome: Outcome
  /// Its value above which a draw is among them.
  let threshold: Double
  /// Whether a draw is among them.
  let isWorst: [Bool]
  /// Values of the variables, [draw][variable].
  let points: [[Double]]

  /// Nil without the outcome, or where draws are too few or alike.
  init?(_ results: EnsembleResults) {
    let plan = results.plan
    guard let index = plan.mainOutcome, results.draws >= 100,
      let threshold = results.summary(index)?.quantile(0.9)
    else { return nil }
    outcome = plan.outcomes[index]
    self.threshold = threshold
    isWorst = results.draws(index).map { $0 ?? 0 > threshold }
    points = (0..<results.draws).map { draw in results.drawn.map { $0[draw] } }
  }
}
