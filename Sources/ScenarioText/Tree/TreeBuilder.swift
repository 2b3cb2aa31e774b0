import Diagnostics

/// Builds the tree of a document from its tokens by their columns.
///
/// A line that fits nowhere is reported, read for the mistakes inside it, and left out.
struct TreeBuilder {
  /// Lists and mappings inside one another that are read.
  static let levels = 64

  let source: Source
  let tokens: [Token]
  var problems: ProblemList
  private(set) var index = 0
  private var depth = 0
  /// Lines with a mistake that the lexer saw: what is odd in them is its consequence.
  private let brokenLines: Set<Int>

  init(_ lexer: Lexer, source: Source) {
    self.source = source
    tokens = lexer.tokens
    problems = lexer.problems
    brokenLines = lexer.brokenLines
  }

  var next: Token? { index < tokens.count ? tokens[index] : nil }

  mutating func advance() { index += 1 }

  /// The whole document; nothing is the empty scalar at the end of the text.
  mutating func document() -> Node {
    guard next != nil else { return empty(at: source.bytes.count) }
    let root = node()
    if let rest = next { reportStray(rest) }
    while next != nil { _ = node() }
    return root
  }

  /// The node that begins with the next token.
  mutating func node() -> Node {
    guard let token = next else { return empty(at: source.bytes.count) }
    switch token.kind {
    case .dash: return nested { $0.blockSequence(column: token.column, isUnderKey: false) }
    case .key: return nested { $0.blockMapping(column: token.column) }
    case .open(.sequence): return nested { $0.flowSequence() }
    case .open(.mapping): return nested { $0.flowMapping() }
    case .scalar where isBrokenKey(token): return nested { $0.blockMapping(column: token.column) }
    case .scalar(let text, let isPlain):
      advance()
      return Node(.scalar(text, isPlain: isPlain), at: place(token.range))
    case .close, .comma, .colon:
      advance()
      return empty(at: token.range.lowerBound)
    }
  }

  /// Whether a scalar is followed by a key in its column, so that it lacks a colon itself.
  private func isBrokenKey(_ token: Token) -> Bool {
    guard token.isFirst, index + 1 < tokens.count else { return false }
    let following = tokens[index + 1]
    guard case .key = following.kind else { return false }
    return following.isFirst && following.column == token.column
  }

  /// Builds a list or mapping one level down; below the last level nothing more is read.
  mutating func nested(_ build: (inout TreeBuilder) -> Node) -> Node {
    guard depth < TreeBuilder.levels else {
      let range = next?.range ?? source.bytes.count..<source.bytes.count
      problems.report(ParseProblem.Structure.tooDeep(limit: TreeBuilder.levels), at: range)
      index = tokens.count
      return empty(at: range.lowerBound)
    }
    depth += 1
    defer { depth -= 1 }
    return build(&self)
  }

  func empty(at offset: Int) -> Node {
    Node(.scalar("", isPlain: true), at: place(offset..<offset))
  }

  func place(_ range: Range<Int>) -> Place { Place(source: source, range: range) }

  /// The place from a token to the one before the next.
  func place(from first: Token) -> Place {
    let last = index > 0 ? tokens[index - 1] : first
    return place(first.range.lowerBound..<max(first.range.upperBound, last.end))
  }

  /// Reports a problem of a line's structure, unless the line has a mistake that explains it.
  mutating func report(_ problem: some Problem, at token: Token) {
    guard !brokenLines.contains(token.line) else { return }
    problems.report(problem, at: token.range)
  }
}
