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
  package let lever: AnyLever

  /// Makes an entry.
  package init(_ lever: some Lever, list: LeverList, index: Int, place: Place? = nil) {
    self.list = list
    self.index = index
    self.place = place
    self.lever = lever.erased
  }
}

extension LeverEntry {
  /// Its path in the file with its kind, such as `responses[0].release`; without one if no file can state it.
  package var path: String { lever.key.map { entryPath + "." + $0 } ?? entryPath }

  /// Its place in its list, such as `responses[0]`.
  package var entryPath: String { "\(list.rawValue)[\(index)]" }
}

extension LeverEntry: CustomStringConvertible {
  /// Where the lever stands in its list, and what it is; not where a file has it.
  package var description: String { "\(list.rawValue)[\(index)] \(lever.description)" }
}

extension Scenario {
  /// The levers of one list, in the file's order.
  package func levers(of list: LeverList) -> [AnyLever] {
    levers.filter { $0.list == list }.map { $0.lever }
  }

  /// Buyers whom levers list, in the file's order, each list once.
  package var slices: [Slice] {
    var found: [Slice] = []
    for slice in levers.flatMap({ $0.lever.slices }) where !found.contains(slice) {
      found.append(slice)
    }
    return found
  }

  /// What every lever does, in the file's order, with the index of its entry in `levers`.
  package func effects(in context: LeverContext) -> [(entry: Int, effect: Effect)] {
    let context = LeverContext(commodities: context.commodities, levers: levers.map { $0.lever })
    return levers.enumerated().flatMap { index, entry in
      entry.lever.effects(in: context).map { (index, $0) }
    }
  }
}
