package import Scenarios
package import Statistics

/// Policies played over the same draws of what is not known: common random numbers.
package struct PolicyTrial: Sendable {
  /// Losses over the horizon's GDP, [policy][draw].
  package let losses: [[Double]]
  /// How they compare.
  package let comparison: PolicyComparison
  /// Whether any run is not to be trusted.
  package let isDoubtful: Bool

  /// Plays the scenarios of every policy, [policy][draw], each as many draws; nil if the region has no GDP.
  ///
  /// `acceptable`: the largest loss that satisfies.
  package init?(
    _ policies: [[Scenario]], region: Int, acceptable: Double?, on model: FullModel
  ) async {
    let draws = policies.first?.count ?? 0
    precondition(draws > 0 && policies.allSatisfy { $0.count == draws }, "PolicyTrial: uneven")
    let runs = await model.play(policies.flatMap(\.self))
    let shares = runs.compactMap { $0.lossShares[region] }
    guard shares.count == runs.count else { return nil }
    losses = policies.indices.map { Array(shares[$0 * draws..<($0 + 1) * draws]) }
    comparison = PolicyComparison(losses, acceptable: acceptable)
    isDoubtful = runs.contains(where: \.isDoubtful)
  }
}
