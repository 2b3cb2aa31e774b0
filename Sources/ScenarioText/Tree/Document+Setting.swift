package import Diagnostics

extension Document {
  /// The document with one value replaced, both given as `path=value`, as in `--set`; a path such as
  /// `shocks[+]` adds an item to a list, and every item of a value that is a list.
  package func setting(_ override: Source) throws(DiagnosticList) -> Document {
    guard let equals = equalsSign(in: override.bytes) else {
      throw refusal(ParseProblem.Path.missingEquals, of: override, at: 0..<override.bytes.count)
    }
    let path = try read(override.bytes[..<equals], of: override, at: 0..<equals)
    let value = try Parser.parse(override, in: equals + 1..<override.bytes.count)
    return try setting(path, to: value) { Place(source: override, range: $0) }
  }

  /// The document with the node at a path replaced by a parsed value; keys that are missing are
  /// made, and a mistake in the path is placed at the value.
  package func setting(path: String, value: Source) throws(DiagnosticList) -> Document {
    let place = Place(source: value, range: 0..<value.bytes.count)
    return try setting(path: path, at: place, value: try Parser.parse(value).root)
  }

  /// The document with the node at a path replaced, the path written at a place of some source.
  package func setting(path: String, at place: Place, value: Node) throws(DiagnosticList)
    -> Document
  {
    let steps = try read(Array(path.utf8)[...], of: place.source, at: place.range)
    return try setting(steps, to: value) { _ in place }
  }

  /// The document without an entry of its root mapping.
  package func leavingOut(_ key: String) -> Document {
    guard case .mapping(let entries) = root.content else { return self }
    var document = self
    document.root.content = .mapping(entries.filter { $0.key != key })
    return document
  }

  private func setting(
    _ path: Path, to value: Node, place: (Range<Int>) -> Place
  ) throws(DiagnosticList) -> Document {
    var changed = self
    try replace(&changed.root, path, from: 0, with: value, place)
    return changed
  }

  private func read(
    _ text: ArraySlice<UInt8>, of source: Source, at range: Range<Int>
  ) throws(DiagnosticList) -> Path {
    if let path = Path(text) { return path }
    let written = String(decoding: text, as: UTF8.self)
    throw refusal(ParseProblem.Path.unreadable(written), of: source, at: range)
  }

  private func refusal(
    _ problem: ParseProblem.Path, of source: Source, at range: Range<Int>
  ) -> DiagnosticList {
    DiagnosticList([Diagnostic(.error, problem, at: Place(source: source, range: range))])
  }

  /// The offset of the first equals sign outside quoted keys.
  private func equalsSign(in bytes: [UInt8]) -> Int? {
    var quote: UInt8?
    for (offset, byte) in bytes.enumerated() {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "=") {
        return offset
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        offset == 0 || bytes[offset - 1] == UInt8(ascii: ".")
      {
        quote = byte
      }
    }
    return nil
  }
}

/// Replaces the node below `node` that the steps from `depth` on lead to.
private func replace(
  _ node: inout Node, _ path: Path, from depth: Int, with value: Node,
  _ place: (Range<Int>) -> Place
) throws(DiagnosticList) {
  guard depth < path.steps.count else { return node = value }
  let (step, range) = path.steps[depth]
  let here = path.text(of: depth)
  switch step {
  case .key(let key):
    guard var entries = node.entries else {
      throw refusal(.notMapping(path: here, found: node.found), at: place(range))
    }
    let missing = Node(.scalar("", isPlain: true), at: place(range))
    let known = entries.firstIndex { $0.key.utf8.elementsEqual(key.utf8) }
    if known == nil { entries.append(Node.Entry(key: key, keyPlace: place(range), value: missing)) }
    try replace(
      &entries[known ?? entries.count - 1].value, path, from: depth + 1, with: value, place)
    node = Node(.mapping(entries), at: node.place)
  case .index(let index):
    guard case .sequence(var items) = node.content else {
      throw refusal(.notSequence(path: here, found: node.found), at: place(range))
    }
    guard items.indices.contains(index) else {
      throw refusal(.noSuchItem(path: here, count: items.count), at: place(range))
    }
    try replace(&items[index], path, from: depth + 1, with: value, place)
    node = Node(.sequence(items), at: node.place)
  case .append:
    guard var items = node.items else {
      throw refusal(.notSequence(path: here, found: node.found), at: place(range))
    }
    guard depth + 1 < path.steps.count else {
      return node = Node(.sequence(items + value.several), at: node.place)
    }
    items.append(Node(.scalar("", isPlain: true), at: place(range)))
    try replace(&items[items.count - 1], path, from: depth + 1, with: value, place)
    node = Node(.sequence(items), at: node.place)
  }
}

private func refusal(_ problem: ParseProblem.Path, at place: Place) -> DiagnosticList {
  DiagnosticList([Diagnostic(.error, problem, at: place)])
}

extension Node {
  /// The entries of a mapping; none for an empty value, nil for anything else.
  fileprivate var entries: [Entry]? {
    switch content {
    case .mapping(let entries): entries
    case .scalar("", isPlain: true): []
    default: nil
    }
  }

  /// The items of a list; none for an empty value, nil for anything else.
  fileprivate var items: [Node]? {
    switch content {
    case .sequence(let items): items
    case .scalar("", isPlain: true): []
    default: nil
    }
  }

  /// The items of a list; anything else as one item.
  fileprivate var several: [Node] {
    guard case .sequence(let items) = content else { return [self] }
    return items
  }

  /// What a message says that this is.
  fileprivate var found: ParseProblem.Found {
    switch content {
    case .scalar("", isPlain: true): .nothing
    case .scalar(let text, _): .text(text)
    case .sequence(let items): .sequence(items.count)
    case .mapping(let entries): .mapping(entries.map { $0.key })
    }
  }
}
