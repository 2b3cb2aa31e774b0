package import Scenarios
internal import Statistics

/// What each shock and response of a scenario contributes to a region's loss: its Shapley value on the full
/// model, the mean of what it adds over all orders in which the entries could join (Shapley 1953).
package struct Attribution: Sendable {
  /// One entry's part.
  package struct Part: Sendable {
    /// The entry.
    package let entry: LeverEntry
    /// Loss that it adds on average, over the horizon's GDP; a response that helps is less than 0.
    package let contribution: Double
    /// Standard error of that; nil where every group was played.
    package let standardError: Double?
    /// Loss with it alone less the loss without any entry.
    package let alone: Double
    /// Loss with all less the loss with all but it.
    package let last: Double
  }

  /// The entries in the file's order.
  package let parts: [Part]
  /// Loss without any entry, over the horizon's GDP.
  package let before: Double
  /// Loss with all of them.
  package let after: Double
  /// Scenarios played.
  package let runs: Int
  /// Random orders and their reverses behind a sample; nil where every group was played.
  package let orders: Int?
  /// Whether output collapses or swings in any run.
  package let isDoubtful: Bool

  /// Entries up to which every group is played: 2¹⁰ runs.
  package static let mostExact = 10

  /// Attributes a region's loss; nil where the region has no GDP.
  package init?(
    _ scenario: Scenario, region: Int, on model: FullModel, orders: Int = 50, seed: UInt64 = 1
  ) async {
    let entries = scenario.levers.indices.filter { scenario.levers[$0].list != .baseline }
    let count = entries.count
    let isExact = count <= Self.mostExact
    let groups = isExact ? Self.every(count) : Self.asked(count, orders, seed)
    let runs = await model.play(
      groups.map { group in
        scenario.with(entries: Set(zip(entries, group).filter(\.1).map(\.0)))
      })
    var losses: [[Bool]: Double] = [:]
    for (group, run) in zip(groups, runs) {
      guard let loss = run.lossShares[region] else { return nil }
      losses[group] = loss
    }
    let worth = { (group: [Bool]) in losses[group] ?? .nan }
    let shares =
      isExact
      ? Shapley.exact(groups.map(worth), players: count)
      : Shapley.sampled(players: count, orders: orders, seed: seed, worth: worth)
    let none = [Bool](repeating: false, count: count)
    let all = [Bool](repeating: true, count: count)
    before = worth(none)
    after = worth(all)
    parts = shares.enumerated().map { index, share in
      var alone = none
      var others = all
      alone[index] = true
      others[index] = false
      return Part(
        entry: scenario.levers[entries[index]], contribution: share.value,
        standardError: share.standardError, alone: worth(alone) - worth(none),
        last: worth(all) - worth(others))
    }
    self.runs = groups.count
    self.orders = isExact ? nil : orders
    isDoubtful = runs.contains(where: \.isDoubtful)
  }

  /// Every group, member i in the groups whose number has bit i.
  private static func every(_ count: Int) -> [[Bool]] {
    (0..<(1 << count)).map { group in (0..<count).map { group >> $0 & 1 == 1 } }
  }

  /// The groups that a sample of orders asks for, and those with one entry and with all but one.
  private static func asked(_ count: Int, _ orders: Int, _ seed: UInt64) -> [[Bool]] {
    var seen: Set<[Bool]> = []
    var order: [[Bool]] = []
    let note = { (group: [Bool]) in
      if seen.insert(group).inserted { order.append(group) }
    }
    for index in 0..<count {
      for rest in [false, true] {
        var group = [Bool](repeating: rest, count: count)
        group[index].toggle()
        note(group)
      }
    }
    _ = Shapley.sampled(players: count, orders: orders, seed: seed) { group in
      note(group)
      return 0
    }
    return order
  }
}
