import Diagnostics
import Quantities

extension JSON {
  /// The value on many lines, two spaces a level; records and plain lists stay on one line. No final line feed.
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
    if isPretty, values.allSatisfy({ $0.isPlain }) {
      list(values, between: "[", "]", separator: ", ") { $0.write($1) }
    } else {
      block(values, between: "[", "]") { $0.write(element: $1) }
    }
  }

  /// Writes a value of a list; an object of plain values is a record, which stays on one line.
  private mutating func write(element: JSON) {
    guard isPretty, case .object(let members) = element, members.allSatisfy({ $0.value.isPlain })
    else {
      return write(element)
    }
    list(checked(members), between: "{", "}", separator: ", ") { $0.write(member: $1) }
  }

  private mutating func write(_ members: [JSON.Member]) {
    block(checked(members), between: "{", "}") { $0.write(member: $1) }
  }

  private func checked(_ members: [JSON.Member]) -> [JSON.Member] {
    precondition(
      !JSONWriter.repeatsKeys(members),
      "JSON: duplicate keys in \(members.map { $0.key }.joined(separator: ", "))")
    return members
  }

  /// Few keys are compared one by one, which takes less than a set.
  private static func repeatsKeys(_ members: [JSON.Member]) -> Bool {
    guard members.count <= 16 else { return Set(members.map { $0.key }).count < members.count }
    return members.indices.contains { index in
      members[..<index].contains { $0.key == members[index].key }
    }
  }

  private mutating func write(member: JSON.Member) {
    text += jsonString(member.key) + (isPretty ? ": " : ":")
    write(member.value)
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
