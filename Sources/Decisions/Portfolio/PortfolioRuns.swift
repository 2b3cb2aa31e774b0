internal import Propagation
internal import Scenarios

/// Plays sets of a file's responses in every case, each set once.
struct PortfolioRuns {
  private let cases: [DecisionCase]
  private let region: Int
  private let model: FullModel
  /// Number of responses.
  let items: Int
  /// Sets that were played, each by its first members among equal responses.
  private(set) var played: [Set<Int>: Portfolio] = [:]
  /// Responses that are the same lever in every case, in groups.
  private let groups: [[Int]]
  private(set) var isDoubtful = false
  /// Scenarios played.
  private(set) var runs = 0

  init(_ cases: [DecisionCase], region: Int, model: FullModel) {
    (self.cases, self.region, self.model) = (cases, region, model)
    items = cases[0].scenario.levers(of: .responses).count
    let levers = cases.map { $0.scenario.levers(of: .responses).map { AnyHashable($0) } }
    let columns = (0..<items).map { number in levers.map { $0[number] } }
    groups = Dictionary(grouping: 0..<items) { columns[$0] }.values.map { $0.sorted() }
  }

  /// What a set came to; nil: it was not played.
  subscript(_ set: Set<Int>) -> Portfolio? { played[plain(set)] }

  /// The set of equal responses that comes first: five days of stock are the same from any of equal items.
  private func plain(_ set: Set<Int>) -> Set<Int> {
    Set(groups.flatMap { group in group.prefix(group.count { set.contains($0) }) })
  }

  /// Probabilities of the cases.
  var probabilities: [Double] { cases.map(\.probability) }

  /// Plays the sets that were not played yet, all in one batch; false where the region has no GDP.
  mutating func play(_ sets: [Set<Int>]) async -> Bool {
    var seen: Set<Set<Int>> = []
    let new = sets.map(plain).filter { played[$0] == nil && seen.insert($0).inserted }
    let scenarios = new.flatMap { set in cases.map { Self.scenario($0.scenario, set) } }
    let found = await model.play(scenarios)
    runs += found.count
    isDoubtful = isDoubtful || found.contains(where: \.isDoubtful)
    for (number, set) in new.enumerated() {
      let own = found[number * cases.count..<(number + 1) * cases.count]
      let losses = own.compactMap { $0.lossShares[region] }
      guard losses.count == cases.count else { return false }
      let costs = zip(own, cases).map { Self.outlay($0, $1.scenario) }
      played[set] = Portfolio(
        items: set, losses: losses, money: own.map { $0.losses[region] },
        cost: zip(probabilities, costs).reduce(0) { $0 + $1.0 * $1.1 },
        probabilities: probabilities)
    }
    return true
  }

  private static func scenario(_ scenario: Scenario, _ set: Set<Int>) -> Scenario {
    scenario.with(
      responses: scenario.levers.filter { $0.list == .responses && set.contains($0.index) })
  }

  /// What the responses of a run pay out, USD; what one sells or saves pays for nothing else.
  private static func outlay(_ run: PlayedRun, _ scenario: Scenario) -> Double {
    let others = scenario.levers.count { $0.list != .responses }
    let own = Dictionary(grouping: run.ledger.filter { $0.entry >= others }, by: \.entry)
    return own.keys.sorted().reduce(0.0) { sum, entry in
      sum + max(0, (own[entry] ?? []).reduce(0) { $0 + $1.cost })
    }
  }
}

/// A set of responses and what it costs and leaves.
package struct Portfolio: Sendable, Hashable {
  /// Numbers of the responses.
  package let items: Set<Int>
  /// Losses over the horizon's GDP, by case.
  package let losses: [Double]
  /// Losses in the table's money, by case.
  package let money: [Double]
  /// What is paid out, whoever pays, expected over the cases, USD.
  package let cost: Double
  /// Σ probability·loss.
  package let expected: Double
  /// Mean of the worst tenth of the cases.
  package let shortfall: Double
  /// The worst case.
  package let worst: Double

  /// Tail of the expected shortfall.
  package static let tail = 0.1

  init(
    items: Set<Int>, losses: [Double], money: [Double], cost: Double, probabilities: [Double]
  ) {
    (self.items, self.losses, self.money, self.cost) = (items, losses, money, cost)
    expected = zip(probabilities, losses).reduce(0) { $0 + $1.0 * $1.1 }
    shortfall = expectedShortfall(losses, probabilities: probabilities, tail: Self.tail)
    worst = losses.max() ?? 0
  }

  /// Whether another set costs and loses the same in every case, up to rounding.
  func isLike(_ other: Portfolio) -> Bool {
    abs(cost - other.cost) <= 1e-6 * max(cost, other.cost)
      && zip(losses, other.losses).allSatisfy { abs($0 - $1) <= 1e-9 }
  }
}
