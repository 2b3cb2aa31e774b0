package import Diagnostics
import Quantities
package import ScenarioText

/// Dated entries of a list: `- 2025-04-04: {review: {…}}` stands for `- review: {…, from: 2025-04-04}`.
package enum Timeline {
  /// The document with the dates of entries in their levers' `from`; throws where a lever has its own.
  package static func expanded(_ document: Document) throws(DiagnosticList) -> Document {
    guard case .mapping(var entries) = document.root.content else { return document }
    var mistakes: [Diagnostic] = []
    for index in entries.indices where LeverList(rawValue: entries[index].key) != nil {
      guard case .sequence(let items) = entries[index].value.content else { continue }
      let expanded = items.flatMap { item($0, &mistakes) }
      entries[index].value = Node(.sequence(expanded), at: entries[index].value.place)
    }
    guard mistakes.isEmpty else { throw DiagnosticList(mistakes) }
    return Document(
      source: document.source, root: Node(.mapping(entries), at: document.root.place))
  }

  private static func item(_ node: Node, _ mistakes: inout [Diagnostic]) -> [Node] {
    guard case .mapping(let dates) = node.content, !dates.isEmpty,
      dates.allSatisfy({ isMoment($0.key) })
    else { return [node] }
    return dates.flatMap { date -> [Node] in
      guard case .mapping(let kinds) = date.value.content, !kinds.isEmpty else {
        mistakes.append(
          Diagnostic(
            .error,
            ScenarioProblem.Shape.needsMapping(
              date.key, example: "\(date.key): {ban: {exporter: CHN, products: [rare earths]}}"),
            at: date.value.place))
        return []
      }
      return kinds.map { dated($0, date, &mistakes) }
    }
  }

  private static func dated(
    _ kind: Node.Entry, _ date: Node.Entry, _ mistakes: inout [Diagnostic]
  ) -> Node {
    var kind = kind
    if let keys = kind.value.mapping {
      if let own = keys.first(where: { $0.key == "from" || $0.key == "after" }) {
        mistakes.append(
          Diagnostic(
            .error, ScenarioProblem.Shape.bothGiven(own.key, date.key), at: own.keyPlace))
      }
      let from = Node.Entry(
        key: "from", keyPlace: date.keyPlace,
        value: Node(.scalar(date.key, isPlain: true), at: date.keyPlace))
      kind.value = Node(.mapping(keys + [from]), at: kind.value.place)
    }
    return Node(.mapping([kind]), at: kind.keyPlace)
  }

  /// Whether a key is a date, `day 12`, or `after 30 days`.
  private static func isMoment(_ text: String) -> Bool {
    CalendarDate.parts(text) != nil || text.hasPrefix("day ") || text.hasPrefix("after ")
  }
}
