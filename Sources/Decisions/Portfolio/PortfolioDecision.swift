internal import Scenarios

/// Which of a file's responses a budget buys, and how far from the best the answer can be.
package struct PortfolioDecision: Sendable {
  /// Sets within the budget that were played, the best first: the least expected loss, then the least cost.
  package let affordable: [Portfolio]
  /// Every set that was played.
  package let played: [Portfolio]
  /// Without any response.
  package let none: Portfolio
  /// Largest regret of each affordable set: what it loses beyond the best affordable set of a case.
  package let regrets: [Double]
  /// Expected loss below which no affordable set can lie; see `isExact`.
  package let bound: Double
  /// Whether every set was played; otherwise the bound holds if no set saves more than the sum of what its
  /// members save alone or beside all others, whichever is more, and none more than the best of all that
  /// were played at any cost, that of all responses among them.
  package let isExact: Bool
  /// What each response changes of the expected loss where it joins or leaves the best set; nil: not played.
  package let marginal: [Double?]
  /// Cost of each response alone, USD.
  package let costs: [Double]
  /// Scenarios played.
  package let runs: Int
  /// Whether output collapses or swings in any run.
  package let isDoubtful: Bool

  /// The best set.
  package var best: Portfolio { affordable[0] }
  /// What it may lose more than the best there is.
  package var gap: Double { max(0, best.expected - bound) }
  /// Of the affordable sets that with the least largest regret.
  package var leastRegret: Portfolio {
    let index = affordable.indices.min { regrets[$0] < regrets[$1] } ?? 0
    return affordable[index]
  }

  /// Sets that no other beats in both cost and expected loss, the cheapest first; one that costs more must
  /// save 0.001% of GDP more.
  package var frontier: [Portfolio] {
    var found: [Portfolio] = []
    for one in played.sorted(by: { ($0.cost, $0.expected) < ($1.cost, $1.expected) })
    where one.expected < (found.last?.expected ?? .infinity) - Self.least {
      found.append(one)
    }
    return found
  }

  /// The smallest loss that reports tell from none, over GDP.
  private static let least = 1e-5

  /// Places of affordable sets in `affordable` of which none costs and loses what an earlier one does.
  package var distinct: [Int] {
    var found: [Int] = []
    for index in affordable.indices
    where !found.contains(where: { affordable[$0].isLike(affordable[index]) }) {
      found.append(index)
    }
    return found
  }

  /// Runs up to which every set is played.
  package static let mostRuns = 3000

  /// Runs up to which each response is added to the best set, or taken from it: twenty in a hundred cases.
  package static let mostMarginalRuns = 2000
}

extension PortfolioDecision {
  /// Finds the sets; nil where the region has no GDP. `budget` in USD.
  package static func find(
    over cases: [DecisionCase], budget: Double, region: Int, on model: FullModel,
    progress: (Int) -> Void = { _ in }
  ) async throws(LinearProgrammeFault) -> PortfolioDecision? {
    var runs = PortfolioRuns(cases, region: region, model: model)
    let count = runs.items
    let isExact = count <= 11 && (1 << count) * cases.count <= mostRuns
    let all = Set(0..<count)
    let first: [Set<Int>] =
      isExact
      ? (0..<(1 << count)).map { set in all.filter { set >> $0 & 1 == 1 } }
      : [[], all] + all.sorted().flatMap { [[$0], all.subtracting([$0])] }
    guard await runs.play(first), let none = runs[[]] else { return nil }
    progress(runs.runs)
    var bound = -Double.infinity
    if !isExact {
      let choice = PortfolioProgramme(runs, budget: budget)
      bound = none.expected - (try choice.mostSaved())
      guard await runs.play(try choice.proposals()) else { return nil }
      progress(runs.runs)
      for _ in 0..<3 {
        let best = ranked(runs, budget)[0].items
        guard await runs.play(choice.neighbours(of: best)) else { return nil }
        progress(runs.runs)
        if ranked(runs, budget)[0].items == best { break }
      }
    }
    let best = ranked(runs, budget)[0]
    let toggled = all.sorted().map { best.items.symmetricDifference([$0]) }
    if isExact || count * cases.count <= Self.mostMarginalRuns {
      guard await runs.play(toggled) else { return nil }
    }
    return PortfolioDecision(
      runs, none: none, budget: budget,
      bound: isExact
        ? best.expected : max(bound, runs.played.values.map(\.expected).min() ?? bound),
      isExact: isExact, toggled: toggled)
  }

  /// Affordable sets, the best first; equals by cost, size and numbers.
  private static func ranked(_ runs: PortfolioRuns, _ budget: Double) -> [Portfolio] {
    runs.played.values.filter { $0.cost <= budget || $0.items.isEmpty }.sorted {
      if $0.expected != $1.expected { return $0.expected < $1.expected }
      if $0.cost != $1.cost { return $0.cost < $1.cost }
      return $0.items.sorted().lexicographicallyPrecedes($1.items.sorted())
    }
  }

  private init(
    _ runs: PortfolioRuns, none: Portfolio, budget: Double, bound: Double, isExact: Bool,
    toggled: [Set<Int>]
  ) {
    let affordable = Self.ranked(runs, budget)
    self.affordable = affordable
    played = runs.played.values.sorted {
      ($0.cost, $0.items.count) < ($1.cost, $1.items.count)
    }
    self.none = none
    let least = none.losses.indices.map { number in
      affordable.map { $0.losses[number] }.min() ?? none.losses[number]
    }
    regrets = affordable.map { one in
      zip(one.losses, least).map { $0 - $1 }.max() ?? 0
    }
    self.bound = bound
    self.isExact = isExact
    let best = affordable[0]
    marginal = toggled.enumerated().map { number, set in
      runs[set].map { other in
        best.items.contains(number)
          ? best.expected - other.expected : other.expected - best.expected
      }
    }
    costs = (0..<runs.items).map { runs[[$0]]?.cost ?? .nan }
    self.runs = runs.runs
    isDoubtful = runs.isDoubtful
  }
}
