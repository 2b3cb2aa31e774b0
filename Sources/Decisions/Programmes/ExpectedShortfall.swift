/// A loss of one case that is linear in a programme's variables.
package struct LinearLoss: Sendable {
  /// What does not depend on the variables.
  package let constant: Double
  /// What does.
  package let terms: [LinearProgramme.Term]
  /// The case's probability.
  package let probability: Double

  /// Makes a loss.
  package init(
    constant: Double = 0, terms: [LinearProgramme.Term], probability: Double
  ) {
    self.constant = constant
    self.terms = terms
    self.probability = probability
  }
}

extension LinearProgramme {
  /// Adds the expected shortfall of losses to the cost: the least of t + Σ p·max(0, loss − t)/tail over t
  /// (Rockafellar and Uryasev 2000), tail the probability of the worst cases. Returns t, the value at risk.
  @discardableResult
  package mutating func expectedShortfall(
    of losses: [LinearLoss], tail: Double, weight: Double = 1
  ) -> Variable {
    precondition(tail > 0 && tail <= 1, "expectedShortfall: tail \(tail)")
    let threshold = variable(cost: weight, in: -Double.infinity...Double.infinity)
    for loss in losses {
      let excess = variable(cost: weight * loss.probability / tail)
      row(
        loss.terms.map { Term($0.variable, times: -$0.coefficient) }
          + [Term(threshold), Term(excess)], in: loss.constant...Double.infinity)
    }
    return threshold
  }
}

/// Expected shortfall of cases with probabilities that sum to 1: the mean of the worst `tail` of them, part
/// of a case counted as such a part (Acerbi and Tasche 2002).
package func expectedShortfall(
  _ losses: [Double], probabilities: [Double], tail: Double
) -> Double {
  var left = tail
  var sum = 0.0
  for (loss, probability) in zip(losses, probabilities).sorted(by: { $0.0 > $1.0 }) {
    let part = min(left, probability)
    sum += part * loss
    left -= part
    if left <= 0 { break }
  }
  return sum / (tail - max(0, left))
}
