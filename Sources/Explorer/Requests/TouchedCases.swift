internal import Diagnostics
package import ScenarioText
internal import Scenarios

/// Cases of a file that change an entry which is off: there is nothing that they could change.
package enum TouchedCases {
  /// Changes that leave those cases out, in the file's order.
  package static func off(in document: Document) -> [RunRequest.Change] {
    guard case .mapping(let cases)? = document.root["variants"]?.content else { return [] }
    let entries = LeverList.allCases.flatMap { list -> [String] in
      guard case .sequence(let items)? = document.root[list.rawValue]?.content else { return [] }
      return items.indices.filter { items[$0].text == LeverEntry.off }
        .map { "\(list.rawValue)[\($0)]" }
    }
    return cases.compactMap { one in
      guard case .mapping(let changes) = one.value.content,
        changes.contains(where: { change in entries.contains { inside(change.key, $0) } })
      else { return nil }
      return RunRequest.Change(
        path: "variants." + ControlReader.step(one.key), value: LeverEntry.off)
    }
  }

  /// Whether a path leads into an entry, and not to the entry itself, which a case may switch on.
  private static func inside(_ path: String, _ entry: String) -> Bool {
    path.hasPrefix(entry + ".")
  }
}
