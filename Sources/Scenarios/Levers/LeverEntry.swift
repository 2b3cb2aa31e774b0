package import Diagnostics

/// A lever where a scenario has it.
package struct LeverEntry: Sendable {
  /// The word in place of an entry, or of a variant's changes, that leaves it out; others keep their numbers.
  package static let off = "off"

  /// The list of the file.
  package let list: LeverList
  /// Its number in that list, from 0.
  package let index: Int
  /// Its name in the file with its place; nil if no file states it.
  package let place: Place?
  /// The lever.
  package let lever: any Lever

  /// Makes an entry.
  package init(_ lever: any Lever, list: LeverList, index: Int, place: Place? = nil) {
    self.list = list
    self.index = index
    self.place = place
    self.lever = lever
  }
}

extension LeverEntry {
  /// Its path in the file with its kind, such as `responses[0].release`; without one if no file can state it.
  package var path: String {
    let path = "\(list.rawValue)[\(index)]"
    guard let written = lever as? any WrittenLever else { return path }
    return path + "." + type(of: written).group.path
  }
}

extension LeverEntry: CustomStringConvertible {
  /// Where the lever stands in its list, and what it is; not where a file has it.
  package var description: String { "\(list)[\(index)] \(lever)" }
}

extension Scenario {
  /// The levers of one list, in the file's order.
  package func levers(of list: LeverList) -> [any Lever] {
    levers.filter { $0.list == list }.map(\.lever)
  }

  /// Buyers whom levers list, in the file's order, each list once.
  package var slices: [Slice] {
    var found: [Slice] = []
    for slice in levers.flatMap(\.lever.slices) where !found.contains(slice) {
      found.append(slice)
    }
    return found
  }

  /// What every lever does, in the file's order, with the index of its entry in `levers`.
  package func effects(in context: LeverContext) -> [(entry: Int, effect: Effect)] {
    let context = LeverContext(commodities: context.commodities, levers: levers.map(\.lever))
    return levers.enumerated().flatMap { index, entry in
      entry.lever.effects(in: context).map { (index, $0) }
    }
  }
}
