package import InputOutputTables
package import Scenarios

/// How scenarios are cut into batches that can run at the same time.
///
/// The width belongs to the economy, not to the number of threads, and the last batch of a group is
/// padded with copies of its last scenario: a scenario always sits in the same column of a batch of
/// the same width, so its bits depend on neither threads, order nor who runs which batch.
package struct BatchPlan: Sendable {
  /// Scenarios of each batch; all batches of a group are `width` wide, or narrower if one holds all.
  package let batches: [Batch]

  /// One batch.
  package struct Batch: Sendable, Hashable {
    /// Indices of its scenarios; the last may repeat.
    package let columns: [Int]
    /// Number of columns that are not padding.
    package let used: Int
  }

  /// Groups scenarios that share conventions and horizon, and cuts the groups.
  package init(_ scenarios: [Scenario], width: Int) {
    precondition(width > 0, "BatchPlan: width \(width)")
    var groups: [Key: [Int]] = [:]
    var order: [Key] = []
    for (index, scenario) in scenarios.enumerated() {
      let key = Key(conventions: Conventions(scenario), horizon: scenario.horizon)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(index)
    }
    batches = order.flatMap { BatchPlan.cut(groups[$0] ?? [], width: width) }
  }

  /// What scenarios must share to run as one batch: a run ends with its own horizon.
  private struct Key: Hashable {
    let conventions: Conventions
    let horizon: Int
  }

  private static func cut(_ members: [Int], width: Int) -> [Batch] {
    // A group that fits in one batch is cut in two, for two processors, and padded only to what the
    // products take at a time.
    let columns = PackedShares.columns
    let half = members.count > columns ? (members.count + 1) / 2 : members.count
    let least = members.count == 1 ? 1 : (half + columns - 1) / columns * columns
    let width = members.count > width ? width : min(width, least)
    return stride(from: 0, to: members.count, by: width).map { first in
      let columns = Array(members[first..<min(first + width, members.count)])
      let padding = [Int](repeating: columns[columns.count - 1], count: width - columns.count)
      return Batch(columns: columns + padding, used: columns.count)
    }
  }
}

extension BatchPlan {
  /// The width that suits an economy: wide enough for the matrix products, narrow enough for cache
  /// and memory.
  ///
  /// `recorded`: bytes that an observer keeps for each scenario.
  package static func width(
    for economy: Economy, recorded: Int = 0, machine: Machine = .current
  ) -> Int {
    let state = State.bytesPerScenario(of: economy)
    let inMemory = machine.memory / 8 / max(1, state + recorded)
    let inCache = machine.cache / 2 / max(1, state)
    // More columns lose the cache where it holds them; where it does not, fewer waste the memory's
    // bandwidth on shares.
    let wanted = inCache >= 16 ? 16 : 64
    let fitting = inMemory / PackedShares.columns * PackedShares.columns
    return fitting == 0 ? 1 : min(wanted, fitting)
  }
}
