internal import Diagnostics

/// A tag of a template.
struct TemplateTag {
  /// What it does.
  enum Kind {
    /// Shows a value.
    case value
    /// Begins what stands once for each element, or where there is something.
    case section
    /// Begins what stands where there is nothing.
    case inverted
    /// Ends either.
    case end
    /// Says something to whoever reads the template.
    case comment
    /// Anything else, by the sign that it begins with.
    case other(Character)
  }

  let kind: Kind
  let name: String
  let place: Place

  /// The tags of a text in their order; throws where one does not end.
  static func all(in source: Source) throws(DiagnosticList) -> [TemplateTag] {
    let bytes = source.bytes
    var tags: [TemplateTag] = []
    var index = 0
    while let start = find("{{", in: bytes, from: index) {
      let isTriple = bytes[(start + 2)...].first == UInt8(ascii: "{")
      let close = isTriple ? "}}}" : "}}"
      guard let end = find(close, in: bytes, from: start + 2) else {
        throw DiagnosticList([
          Diagnostic(
            .error, TemplateProblem.openTag, at: Place(source: source, range: start..<start + 2))
        ])
      }
      index = end + close.utf8.count
      let inside = String(decoding: bytes[(start + (isTriple ? 3 : 2))..<end], as: UTF8.self)
      tags.append(TemplateTag(inside, at: Place(source: source, range: start..<index)))
    }
    return tags
  }

  private init(_ inside: String, at place: Place) {
    self.place = place
    let text = Self.trimmed(inside[...])
    let kinds: [Character: Kind] = [
      "#": .section, "^": .inverted, "/": .end, "!": .comment, "&": .value,
    ]
    guard let first = text.first, !first.isLetter, first != "." else {
      (kind, name) = (.value, String(text))
      return
    }
    kind = kinds[first] ?? .other(first)
    name = String(Self.trimmed(text.dropFirst()))
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// Where a text begins, from an offset on.
  private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return nil }
    return (start..<max(start, bytes.count - wanted.count + 1)).first {
      bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }
}
