import Diagnostics
package import ScenarioText

extension KeyTable {
  /// A scenario document with the default of every key that is left out.
  package static func filled(_ document: Document) -> Document {
    let preset = preset(of: document)
    return Document(
      source: document.source, root: filled(document.root, group: "", preset: preset))
  }

  /// The preset that a document chooses; `sonae` where it says none that exists.
  static func preset(of document: Document) -> ModelParameters.Preset {
    let name = document.root["model"]?["preset"]?.text
    return name.flatMap { ModelParameters.Preset(rawValue: $0) } ?? .sonae
  }

  /// A group's entries with its defaults after them, in the table's order if it says nothing else.
  static func completed(
    _ entries: [Node.Entry], of group: String, preset: ModelParameters.Preset, in node: Node
  ) -> [Node.Entry] {
    let given = Set(entries.map { $0.key })
    let offset = node.place.range.lowerBound
    let start = Place(source: node.place.source, range: offset..<offset)
    let defaults = keys(of: group).compactMap { key -> Node.Entry? in
      guard !given.contains(key.name), given.isDisjoint(with: key.alternatives),
        let text = key.standard(preset)
      else { return nil }
      return Node.Entry(
        key: key.name, keyPlace: start, value: Node(content(of: text), at: start))
    }
    return entries + defaults
  }

  private static func filled(
    _ node: Node, group: String, preset: ModelParameters.Preset
  ) -> Node {
    guard let entries = node.mapping else { return node }
    let complete = completed(entries, of: group, preset: preset, in: node).map { entry in
      var entry = entry
      entry.value = filled(entry.value, at: path(group, entry.key), preset: preset)
      return entry
    }
    return Node(.mapping(complete), at: node.place)
  }

  /// A value of a key: groups and the items of lists of kinds are filled in turn.
  private static func filled(
    _ node: Node, at path: String, preset: ModelParameters.Preset
  ) -> Node {
    switch key(path)?.type {
    case .group: return filled(node, group: path, preset: preset)
    case .kinds:
      let items = (node.list ?? []).map { item in
        guard let kinds = item.mapping else { return item }
        let entries = kinds.map { kind in
          var kind = kind
          kind.value = filled(kind.value, at: path + "[]." + kind.key, preset: preset)
          return kind
        }
        return Node(.mapping(entries), at: item.place)
      }
      return Node(.sequence(items), at: node.place)
    default: return node
    }
  }

  /// What a default's text stands for.
  private static func content(of text: String) -> Node.Content {
    switch text {
    case "[]": .sequence([])
    case "{}": .mapping([])
    default: .scalar(text, isPlain: true)
    }
  }
}

extension Node {
  /// The entries of a mapping; none where nothing is written; nil for anything else.
  var mapping: [Entry]? {
    switch content {
    case .mapping(let entries): entries
    case .scalar("", isPlain: true): []
    default: nil
    }
  }

  /// The items of a list; none where nothing is written; nil for anything else.
  var list: [Node]? {
    switch content {
    case .sequence(let items): items
    case .scalar("", isPlain: true): []
    default: nil
    }
  }

  /// The text of a scalar.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The value of a key of a mapping.
  package subscript(key: String) -> Node? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }
}
