import Diagnostics

extension TreeBuilder {
  /// The list whose dashes stand in a column; under a key of the same column, keys end it.
  mutating func blockSequence(column: Int, isUnderKey: Bool) -> Node {
    guard let first = next else { return empty(at: source.bytes.count) }
    let opening = index
    var items: [Node] = []
    while let token = next, belongs(token, to: column, isOpening: index == opening) {
      if case .dash = token.kind, token.column == column {
        advance()
        items.append(itemValue(after: token))
      } else if token.column > column || !isUnderKey {
        dropStray(token, ParseProblem.Structure.keyAmongItems, column: column)
      } else {
        break
      }
    }
    return Node(.sequence(items), at: place(from: first))
  }

  private mutating func itemValue(after dash: Token) -> Node {
    guard let token = next, token.line == dash.line || token.column > dash.column else {
      return empty(at: dash.end)
    }
    return node()
  }

  /// The mapping whose keys stand in a column.
  mutating func blockMapping(column: Int) -> Node {
    guard let first = next else { return empty(at: source.bytes.count) }
    let opening = index
    var entries = EntryList()
    while let token = next, belongs(token, to: column, isOpening: index == opening) {
      if case .key(let key) = token.kind, token.column == column {
        advance()
        let value = keyValue(after: token)
        entries.add(key, at: place(token.range), value, &problems)
      } else if case .dash = token.kind {
        dropStray(token, ParseProblem.Structure.itemAmongKeys, column: column)
      } else {
        dropStray(token, brokenKey(token), column: column)
      }
    }
    return Node(.mapping(entries.entries), at: place(from: first))
  }

  private mutating func keyValue(after key: Token) -> Node {
    guard let token = next else { return empty(at: key.end) }
    if token.line == key.line || token.column > key.column { return node() }
    guard case .dash = token.kind, token.column == key.column else { return empty(at: key.end) }
    return nested { $0.blockSequence(column: key.column, isUnderKey: true) }
  }

  /// Whether a token is in a block whose lines begin in a column, or deeper, which is a mistake.
  private func belongs(_ token: Token, to column: Int, isOpening: Bool) -> Bool {
    isOpening || (token.isFirst && token.column >= column)
  }

  /// Reports what stands where no node can begin, and reads past it.
  private mutating func dropStray(_ token: Token, _ problem: some Problem, column: Int) {
    if token.column > column {
      reportStray(token)
    } else {
      report(problem, at: token)
    }
    if case .scalar = token.kind { advance() } else { _ = node() }
  }

  mutating func reportStray(_ token: Token) {
    report(ParseProblem.Structure.indentation, at: token)
  }

  /// What a line among keys lacks to be one.
  private func brokenKey(_ token: Token) -> AnyProblem {
    guard case .scalar(let text, _) = token.kind else {
      return ParseProblem.Feature.complexKey.erased
    }
    return missingColon(in: text) ?? ParseProblem.Structure.keyWithoutColon(excerpt(text)).erased
  }

  /// The colon that a text was meant to have, nil if it has none of any kind.
  func missingColon(in text: String) -> AnyProblem? {
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    if text[colon] == "：" {
      return ParseProblem.Character.fullWidthSign("：", halfWidth: ": ").erased
    }
    let value = text[text.index(after: colon)...].drop { $0.isWhitespace }
    return ParseProblem.Structure.colonWithoutSpace(excerpt("\(text[..<colon]): \(value)")).erased
  }

  func excerpt(_ text: String) -> String {
    let start = text.prefix(40)
    return start.endIndex < text.endIndex ? start + "…" : text
  }
}

/// The entries of a mapping while it is read.
struct EntryList {
  private(set) var entries: [Node.Entry] = []
  private var places: [[UInt8]: Place] = [:]

  /// Adds an entry; a key that is there already is reported and left out.
  mutating func add(_ key: String, at place: Place, _ value: Node, _ problems: inout ProblemList) {
    // Keys are compared byte by byte: Swift takes composed and decomposed letters for equal.
    let bytes = Array(key.utf8)
    if let earlier = places[bytes] {
      guard !problems.isFull else { return }
      let line = earlier.start.line
      problems.report(ParseProblem.Structure.duplicateKey(key, line: line), at: place.range)
    } else {
      places[bytes] = place
      entries.append(Node.Entry(key: key, keyPlace: place, value: value))
    }
  }
}
