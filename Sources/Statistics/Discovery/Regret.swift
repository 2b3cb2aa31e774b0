/// How policies do over the same draws.
package struct PolicyComparison: Sendable, Hashable {
  /// One policy.
  package struct Policy: Sendable, Hashable {
    /// Mean of its losses.
    package let mean: Double
    /// Mean of what it loses beyond the best policy of each draw.
    package let meanRegret: Double
    /// The 95% quantile of that regret.
    package let regret95: Double
    /// The most regret of any draw.
    package let mostRegret: Double
    /// Share of the draws in which it stays within what is acceptable; nil if nothing says what is.
    package let satisfying: Double?
    /// Mean of its losses less the first policy's, draw by draw: common random numbers.
    package let difference: MeanEstimate
  }

  /// The policies in their order.
  package let policies: [Policy]

  /// Compares; `losses`: [policy][draw], each as many draws, at least one. `acceptable`: the most that
  /// satisfies.
  package init(_ losses: [[Double]], acceptable: Double? = nil, parts: [Range<Int>]? = nil) {
    let draws = losses.first?.count ?? 0
    precondition(draws > 0, "PolicyComparison: no draws")
    precondition(losses.allSatisfy { $0.count == draws }, "PolicyComparison: uneven draws")
    let best = (0..<draws).map { draw in losses.map { $0[draw] }.min() ?? 0 }
    policies = losses.map { own in
      let regret = zip(own, best).map { $0 - $1 }
      let ordered = OrderedSample(regret)
      return Policy(
        mean: Statistics.mean(own), meanRegret: Statistics.mean(regret),
        regret95: ordered.quantile(0.95) ?? 0, mostRegret: ordered.values[draws - 1],
        satisfying: acceptable.map { most in
          Double(own.count { $0 <= most }) / Double(draws)
        },
        difference: MeanEstimate(zip(own, losses[0]).map { $0 - $1 }, parts: parts))
    }
  }
}
