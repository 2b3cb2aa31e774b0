import Diagnostics

/// Cuts the text of a scenario into tokens, line by line.
///
/// A mistake is reported and stepped over, so that one pass finds the mistakes of the whole text.
/// Whatever the text, brackets in the result are balanced and every line is read at most a few
/// times.
struct Lexer {
  let bytes: [UInt8]
  let lines: [Line]
  var tokens: [Token] = []
  var problems: ProblemList
  /// Index of the line that is read.
  var line = 0
  /// Byte offset that is read next, on that line.
  var position = 0
  /// Columns of the keys and dashes that the line belongs to, rising.
  private var parents: [Int] = []
  /// Whether the line has no token so far.
  private(set) var isFirst = true
  /// Whether the line has a key already.
  private(set) var isAfterKey = false
  private var hasMarker = false

  init(_ source: Source, in range: Range<Int>, problems: ProblemList) {
    bytes = source.bytes
    lines = ScenarioText.lines(of: source.bytes, in: range)
    self.problems = problems
  }

  /// Column of the key or dash that a scalar here belongs to, −1 at the root.
  var parentColumn: Int { parents.last ?? -1 }
  var lineEnd: Int { lines[line].range.upperBound }
  /// The byte that is read next, nil at the end of the line.
  var byte: UInt8? { position < lineEnd ? bytes[position] : nil }

  /// Indices of the lines with a mistake.
  var brokenLines: Set<Int> {
    let offsets = problems.diagnostics.compactMap { $0.place?.range.lowerBound }
    return Set(offsets.compactMap { offset in lines.lastIndex { $0.range.lowerBound <= offset } })
  }

  mutating func tokenize() {
    while line < lines.count {
      position = lines[line].content
      isFirst = true
      isAfterKey = false
      if !lines[line].isBlank, !isMarker(lines[line]) { readLine() }
      line += 1
    }
  }

  private mutating func readLine() {
    if lines[line].indent == 0, byte == UInt8(ascii: "%") {
      return problems.report(ParseProblem.Feature.directive, at: lines[line].range)
    }
    while let last = parents.last, last >= lines[line].indent { parents.removeLast() }
    while readBlockToken() {}
  }

  /// Reads one token of a line; false at the end of the line.
  private mutating func readBlockToken() -> Bool {
    skipSpaces()
    guard let byte, !isAtComment else { return false }
    switch byte {
    case UInt8(ascii: "-") where isSeparator(position + 1): return readDash()
    case UInt8(ascii: "?") where isSeparator(position + 1):
      report(ParseProblem.Feature.complexKey, bytes: 1)
    case UInt8(ascii: ":") where isSeparator(position + 1):
      report(ParseProblem.Structure.missingKey, bytes: 1)
    case UInt8(ascii: "&"), UInt8(ascii: "!"): skipProperty(stopAtBrackets: false)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      readBlockScalar()
      return false
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      readFlow()
      return finishValue(isScalar: false)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return readQuotedInBlock(quote: byte)
    default: return readPlainInBlock()
    }
    return true
  }

  private mutating func readDash() -> Bool {
    guard !isAfterKey else {
      report(ParseProblem.Structure.itemAfterKey, bytes: 1)
      return false
    }
    parents.append(position - lines[line].range.lowerBound)
    append(.dash, from: position, to: position + 1)
    position += 1
    return true
  }

  private mutating func readQuotedInBlock(quote: UInt8) -> Bool {
    let start = position
    let startLine = line
    let text = readQuoted(quote: quote, mayContinue: true)
    let end = position
    skipSpaces()
    guard byte == UInt8(ascii: ":"), isSeparator(position + 1) else {
      append(.scalar(text, isPlain: false), from: start, to: end, line: startLine)
      return finishValue(isScalar: true)
    }
    guard startLine == line else {
      problems.report(ParseProblem.Feature.complexKey, at: start..<end)
      append(.scalar(text, isPlain: false), from: start, to: end, line: startLine)
      return false
    }
    return appendKey(text, from: start, to: end, colonEnd: position + 1)
  }

  /// Appends a key of a block mapping and goes on after its colon.
  mutating func appendKey(_ text: String, from start: Int, to end: Int, colonEnd: Int) -> Bool {
    guard !isAfterKey else {
      problems.report(ParseProblem.Structure.colonInValue, at: colonEnd - 1..<colonEnd)
      append(.scalar(text, isPlain: false), from: start, to: end)
      return false
    }
    checkKeyLength(start..<end)
    parents.append(start - lines[line].range.lowerBound)
    append(.key(text), from: start, to: end, end: colonEnd)
    isAfterKey = true
    position = colonEnd
    return true
  }

  /// Readers of YAML look for a key's colon within 1024 characters.
  func isTooLong(_ key: Range<Int>) -> Bool { key.count > 1000 }

  mutating func checkKeyLength(_ key: Range<Int>) {
    if isTooLong(key) { problems.report(ParseProblem.Scalar.keyTooLong(limit: 1000), at: key) }
  }

  /// Checks that nothing but a comment follows a value; false, as the line ends here.
  mutating func finishValue(isScalar: Bool) -> Bool {
    skipSpaces()
    guard byte != nil, !isAtComment else { return false }
    let rest = position..<trimmed(lineEnd, from: position)
    if problems.ends(with: "mismatched-bracket", after: lines[line].range.lowerBound) {
      // The wrong bracket ended the value too early; what follows it belongs inside.
    } else if byte != UInt8(ascii: ":") {
      problems.report(ParseProblem.Structure.textAfterValue(excerpt(rest)), at: rest)
    } else if isScalar {
      problems.report(ParseProblem.Structure.colonWithoutSpace("key: value"), at: rest)
    } else {
      problems.report(ParseProblem.Feature.complexKey, at: position..<position + 1)
    }
    position = lineEnd
    return false
  }

  /// Whether a line is a mark between documents; one around the only document changes nothing.
  private mutating func isMarker(_ candidate: Line) -> Bool {
    guard isMarkerLine(candidate) else { return false }
    position = candidate.range.lowerBound + 3
    let mark = position - 3..<position
    let isStart = bytes[mark.lowerBound] == UInt8(ascii: "-")
    guard isStart ? tokens.isEmpty && !hasMarker : !tokens.isEmpty && isRestEmpty else {
      problems.report(ParseProblem.Feature.severalDocuments(text(mark)), at: mark)
      return true
    }
    hasMarker = true
    skipSpaces()
    if byte != nil, !isAtComment {
      problems.report(ParseProblem.Feature.contentAfterMarker, at: position..<lineEnd)
    }
    return true
  }

  /// Whether only blank lines and comments follow.
  private var isRestEmpty: Bool {
    lines[(line + 1)...].allSatisfy { $0.isBlank || bytes[$0.content] == UInt8(ascii: "#") }
  }

  mutating func append(
    _ kind: Token.Kind, from start: Int, to stop: Int, end: Int? = nil, line first: Int? = nil
  ) {
    let first = first ?? line
    let column = start - lines[first].range.lowerBound
    tokens.append(
      Token(
        kind: kind, range: start..<stop, end: end ?? stop, line: first, column: column,
        isFirst: isFirst))
    isFirst = false
  }
}
