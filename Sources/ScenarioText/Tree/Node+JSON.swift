import Diagnostics

/// A tree as indented JSON: every scalar a string, keys in the order of the file, no line break at the end.
package func treeJSON(_ node: Node) -> String { treeJSON(node, indent: "") }

private func treeJSON(_ node: Node, indent: String) -> String {
  let inner = indent + "  "
  switch node.content {
  case .scalar(let text, _): return jsonString(text)
  case .sequence(let items):
    guard !items.isEmpty else { return "[]" }
    let lines = items.map { inner + treeJSON($0, indent: inner) }
    return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
  case .mapping(let entries):
    guard !entries.isEmpty else { return "{}" }
    let lines = entries.map {
      "\(inner)\(jsonString($0.key)): \(treeJSON($0.value, indent: inner))"
    }
    return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
  }
}
