import Diagnostics

extension JSON {
  /// The value on many lines, two spaces a level, lists of plain values on one line; no final line feed.
  package var pretty: String {
    var writer = JSONWriter(isPretty: true)
    writer.write(self)
    return writer.text
  }

  /// The value without any blank or line feed.
  package var compact: String {
    var writer = JSONWriter(isPretty: false)
    writer.write(self)
    return writer.text
  }
}

/// Writes JSON values: keys in their order, numbers in their shortest exact form.
private struct JSONWriter {
  let isPretty: Bool
  var text = ""
  var level = 0

  init(isPretty: Bool) { self.isPretty = isPretty }

  mutating func write(_ value: JSON) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += NumberFormat.exact(value)
    case .string(let value): text += jsonString(value)
    case .array(let values): write(values)
    case .object(let members): write(members)
    }
  }

  private mutating func write(_ values: [JSON]) {
    if isPretty, values.allSatisfy(\.isPlain) {
      list(values, between: "[", "]", separator: ", ") { $0.write($1) }
    } else {
      block(values, between: "[", "]") { $0.write($1) }
    }
  }

  private mutating func write(_ members: [JSON.Member]) {
    precondition(
      Set(members.map(\.key)).count == members.count, "JSON: duplicate keys in \(members)")
    block(members, between: "{", "}") { writer, member in
      writer.text += jsonString(member.key) + (writer.isPretty ? ": " : ":")
      writer.write(member.value)
    }
  }

  private mutating func block<Element>(
    _ elements: [Element], between open: String, _ close: String,
    write: (inout JSONWriter, Element) -> Void
  ) {
    guard isPretty, !elements.isEmpty else {
      return list(elements, between: open, close, separator: ",", write: write)
    }
    level += 1
    let indent = "\n" + String(repeating: "  ", count: level)
    list(elements, between: open + indent, "", separator: "," + indent, write: write)
    level -= 1
    text += "\n" + String(repeating: "  ", count: level) + close
  }

  private mutating func list<Element>(
    _ elements: [Element], between open: String, _ close: String, separator: String,
    write: (inout JSONWriter, Element) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += separator }
      write(&self, element)
    }
    text += close
  }
}

extension JSON {
  /// Whether the value has no members or elements.
  fileprivate var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }
}
