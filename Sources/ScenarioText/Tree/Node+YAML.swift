import Diagnostics

/// A tree as a scenario file in block style, quotes where they are needed; it reads back the same.
///
/// Scalars that were quoted or blocks are quoted, so that they stay texts.
package func yaml(_ node: Node) -> String {
  let lines = isBlock(node) ? block(node, indent: "") : [inline(node)]
  return lines.joined(separator: "\n") + "\n"
}

/// A tree on one line for a reader, lists and mappings in brackets, texts with signs of theirs in quotes.
private func flow(_ node: Node) -> String {
  switch node.content {
  case .scalar(let text, let wasPlain):
    return wasPlain && isBracketed(text) ? quoted(text) : inline(node)
  case .sequence(let items): return "[\(items.map(flow).joined(separator: ", "))]"
  case .mapping(let entries): return "{\(flow(entries))}"
  }
}

/// Entries of a mapping on one line, without its brackets.
package func flow(_ entries: [Node.Entry]) -> String {
  entries.map { entry in
    let isBare = isPlain(entry.key) && !isBracketed(entry.key)
    return line((isBare ? entry.key : quoted(entry.key)) + ":", flow(entry.value))
  }.joined(separator: ", ")
}

/// Whether a text holds a sign that ends or begins something on such a line.
private func isBracketed(_ text: String) -> Bool { text.contains(where: ",[]{}".contains) }

/// The lines of a list or mapping that is not empty, each with its indentation.
private func block(_ node: Node, indent: String) -> [String] {
  switch node.content {
  case .scalar: return [indent + inline(node)]
  case .sequence(let items): return items.flatMap { item($0, indent: indent) }
  case .mapping(let entries): return entries.flatMap { entry($0, indent: indent) }
  }
}

/// A list item: a collection begins on the line of its dash.
private func item(_ node: Node, indent: String) -> [String] {
  guard isBlock(node) else { return [line(indent + "-", inline(node))] }
  let inner = block(node, indent: indent + "  ")
  return inner.prefix(1).map { indent + "- " + $0.dropFirst(indent.count + 2) } + inner.dropFirst()
}

/// An entry of a mapping: a collection begins on the next line.
private func entry(_ entry: Node.Entry, indent: String) -> [String] {
  let key = indent + (isPlain(entry.key) ? entry.key : quoted(entry.key)) + ":"
  guard isBlock(entry.value) else { return [line(key, inline(entry.value))] }
  return [key] + block(entry.value, indent: indent + "  ")
}

private func line(_ start: String, _ value: String) -> String {
  value.isEmpty ? start : start + " " + value
}

private func isBlock(_ node: Node) -> Bool {
  switch node.content {
  case .scalar: false
  case .sequence(let items): !items.isEmpty
  case .mapping(let entries): !entries.isEmpty
  }
}

private func inline(_ node: Node) -> String {
  switch node.content {
  case .scalar("", isPlain: true): ""
  case .scalar(let text, let wasPlain): wasPlain && isPlain(text) ? text : quoted(text)
  case .sequence: "[]"
  case .mapping: "{}"
  }
}

/// Whether a text reads back as itself without quotes, as a value and as a key, in block style.
private func isPlain(_ text: String) -> Bool {
  let scalars = Array(text.unicodeScalars)
  guard let first = scalars.first, let last = scalars.last else { return false }
  let signs: [Unicode.Scalar] = [
    "-", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`",
    "－", "＃", ".",
  ]
  if signs.contains(first), !isSignedNumber(scalars) { return false }
  if isBlank(first) || isBlank(last) || last == ":" { return false }
  if text.unicodeScalars.contains("：") { return false }
  for (scalar, next) in zip(scalars, scalars.dropFirst()) {
    if scalar == ":" && isBlank(next) || isBlank(scalar) && next == "#" { return false }
  }
  return scalars.allSatisfy { mayStand($0) && $0 != "\t" && $0 != "\n" }
}

/// Whether a text is a minus sign or a point with digits after it, which needs no quotes.
private func isSignedNumber(_ scalars: [Unicode.Scalar]) -> Bool {
  guard scalars.count > 1, scalars[0] == "-" || scalars[0] == "." else { return false }
  return ("0"..."9").contains(scalars[1]) || (scalars[0] == "-" && scalars[1] == ".")
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  scalar == " " || scalar == "\t" || scalar == "\u{3000}"
}

private func quoted(_ text: String) -> String {
  "\"" + text.unicodeScalars.map(escaped).joined() + "\""
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "\"": return "\\\""
  case "\\": return "\\\\"
  case "\n": return "\\n"
  case "\t": return "\\t"
  case "\r": return "\\r"
  default:
    if mayStand(scalar) { return String(scalar) }
    if scalar.value < 0x100 { return "\\x" + hexadecimal(scalar.value, digits: 2) }
    if scalar.value < 0x10000 { return "\\u" + hexadecimal(scalar.value, digits: 4) }
    return "\\U" + hexadecimal(scalar.value, digits: 8)
  }
}
