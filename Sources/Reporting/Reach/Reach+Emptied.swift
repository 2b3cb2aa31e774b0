internal import Commodities
internal import InputOutputTables
internal import Propagation
internal import Scenarios

extension Reach {
  /// Shocks that find nothing because of what the scenario itself had changed by the first day, by their index
  /// in its levers, with what they find without it.
  ///
  /// Whoever buys nothing more of a banned origin loses nothing, which is a result; a ban on what nobody ever
  /// sold is none.
  static func emptied(
    _ entries: [[Touch]], of scenario: Scenario, in economy: Economy, commodities: [Commodity]
  ) -> [Int: [Touch]] {
    let others = scenario.levers.filter { $0.list != .shocks }
    let idle = scenario.levers.indices.filter { index in
      scenario.levers[index].list == .shocks && !entries[index].isEmpty
        && entries[index].allSatisfy { $0.isNothing }
    }
    guard !idle.isEmpty, !others.isEmpty else { return [:] }
    let bare = scenario.leavingOut(others.compactMap { EntryPath($0.entryPath) })
    let touches = Touch.all(of: [bare], in: economy, commodities: commodities)[0]
    var found: [Int: [Touch]] = [:]
    for index in idle {
      let number = bare.levers.firstIndex { $0.entryPath == scenario.levers[index].entryPath }
      let own = touches.filter { $0.entry == number }
      if own.contains(where: { !$0.isNothing }) { found[index] = own }
    }
    return found
  }
}
