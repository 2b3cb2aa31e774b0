import Diagnostics

extension TreeBuilder {
  /// The list in brackets that begins with the next token; `a: b` in it is a mapping of one key.
  mutating func flowSequence() -> Node {
    guard let first = next else { return empty(at: source.bytes.count) }
    var items: [Node] = []
    readItems { builder, token in
      guard case .key(let key) = token.kind else { return items.append(builder.flowItem()) }
      items.append(builder.nested { $0.pair(key, token) })
    }
    return Node(.sequence(items), at: place(from: first))
  }

  /// The mapping in brackets that begins with the next token; a scalar in it is a key without value.
  mutating func flowMapping() -> Node {
    guard let first = next else { return empty(at: source.bytes.count) }
    var entries = EntryList()
    readItems { builder, token in
      switch token.kind {
      case .key(let key):
        let value = builder.flowValue(after: token)
        entries.add(key, at: builder.place(token.range), value, &builder.problems)
      case .scalar(let text, let isPlain):
        builder.advance()
        let place = builder.place(token.range)
        if isPlain, let problem = builder.missingColon(in: text) {
          builder.report(problem, at: token)
        }
        entries.add(text, at: place, builder.empty(at: token.end), &builder.problems)
      default:
        let known = builder.problems.diagnostics.count
        _ = builder.flowItem()
        if builder.problems.diagnostics.count == known {
          builder.report(ParseProblem.Feature.complexKey, at: token)
        }
      }
    }
    return Node(.mapping(entries.entries), at: place(from: first))
  }

  private mutating func pair(_ key: String, _ token: Token) -> Node {
    let value = flowValue(after: token)
    let entry = Node.Entry(key: key, keyPlace: place(token.range), value: value)
    return Node(.mapping([entry]), at: place(from: token))
  }

  private mutating func flowValue(after key: Token) -> Node {
    advance()
    switch next?.kind {
    case .comma, .close, nil: return empty(at: key.end)
    case .key:
      if let token = next { report(ParseProblem.Structure.colonInValue, at: token) }
      advance()
      return flowItem()
    default: return flowItem()
    }
  }

  /// A node in brackets; a colon that follows no key is reported with what stands after it.
  private mutating func flowItem() -> Node {
    guard let first = next, !isItemEnd(first) else { return empty(at: source.bytes.count) }
    let isMissingKey = isColon(first)
    let item = isMissingKey ? empty(at: first.range.lowerBound) : node()
    guard let colon = next, isColon(colon) else { return item }
    if isMissingKey {
      report(ParseProblem.Structure.missingKey, at: colon)
    } else {
      report(ParseProblem.Feature.complexKey, at: colon)
    }
    advance()
    if let value = next, !isItemEnd(value) { _ = node() }
    return item
  }

  private func isColon(_ token: Token) -> Bool {
    if case .colon = token.kind { true } else { false }
  }

  /// Whether a token is none that a node in brackets can begin with.
  private func isItemEnd(_ token: Token) -> Bool {
    switch token.kind {
    case .comma, .close, .key: true
    case .dash, .scalar, .open, .colon: false
    }
  }

  /// Reads the items up to the closing bracket, with the commas between them.
  private mutating func readItems(_ read: (inout TreeBuilder, Token) -> Void) {
    advance()
    var isExpectingItem = true
    while let token = next {
      switch token.kind {
      case .close: return advance()
      case .comma:
        if isExpectingItem { report(ParseProblem.Flow.missingItem, at: token) }
        advance()
        isExpectingItem = true
      default:
        if !isExpectingItem { report(ParseProblem.Flow.missingComma, at: token) }
        read(&self, token)
        isExpectingItem = false
      }
    }
  }
}
