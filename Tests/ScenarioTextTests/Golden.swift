import Diagnostics
import ScenarioText
import Testing

/// A refused text and the exact messages about it.
struct Golden: Sendable {
  let text: String
  let en: String
  let ja: String

  init(_ text: String, en: String, ja: String) {
    self.text = text
    self.en = en
    self.ja = ja
  }

  /// Parses the text, and compares what is thrown in both languages.
  func check() {
    let error = #expect(throws: DiagnosticList.self) { try parse(text) }
    #expect(error?.text(in: .en) == en)
    #expect(error?.text(in: .ja) == ja)
  }
}

/// Parses a text as a source named `t`.
@discardableResult
func parse(_ text: String) throws -> Document {
  try Parser.parse(Source(name: "t", text: text))
}

/// What a text parses to, without places, on one line: two trees are the same if this is.
func shape(_ node: Node) -> String {
  switch node.content {
  case .scalar(let text, let isPlain): (isPlain ? "p" : "q") + jsonString(text)
  case .sequence(let items): "[" + items.map(shape).joined(separator: ",") + "]"
  case .mapping(let entries):
    "{" + entries.map { jsonString($0.key) + ":" + shape($0.value) }.joined(separator: ",") + "}"
  }
}

/// Whether every place in a tree lies in its source.
func placesAreInside(_ node: Node) -> Bool {
  guard isInside(node.place) else { return false }
  return switch node.content {
  case .scalar: true
  case .sequence(let items): items.allSatisfy(placesAreInside)
  case .mapping(let entries):
    entries.allSatisfy { isInside($0.keyPlace) && placesAreInside($0.value) }
  }
}

/// Whether a place lies in its source.
func isInside(_ place: Place) -> Bool {
  (0...place.source.bytes.count).contains(place.range.upperBound) && place.range.lowerBound >= 0
}
