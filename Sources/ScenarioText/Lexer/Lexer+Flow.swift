import Diagnostics

extension Lexer {
  /// Reads a list or mapping in brackets, the opening one at `position`, to its end on this line.
  mutating func readFlow() {
    var open: [(bracket: Token.Bracket, position: Int)] = []
    repeat {
      skipSpaces()
      guard let byte, !isAtComment else { return closeAtLineEnd(open) }
      switch byte {
      case UInt8(ascii: "["): openBracket(.sequence, &open)
      case UInt8(ascii: "{"): openBracket(.mapping, &open)
      case UInt8(ascii: "]"): closeBracket(.sequence, &open)
      case UInt8(ascii: "}"): closeBracket(.mapping, &open)
      case UInt8(ascii: ","): appendSign(.comma)
      case UInt8(ascii: ":"): appendSign(.colon)
      case UInt8(ascii: "&"), UInt8(ascii: "!"): skipProperty(stopAtBrackets: true)
      case UInt8(ascii: "?") where isSeparator(position + 1):
        report(ParseProblem.Feature.complexKey, bytes: 1)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): readQuotedInFlow(quote: byte)
      default: readPlainInFlow()
      }
    } while !open.isEmpty
  }

  private mutating func appendSign(_ kind: Token.Kind) {
    append(kind, from: position, to: position + 1)
    position += 1
  }

  private mutating func openBracket(
    _ bracket: Token.Bracket, _ open: inout [(bracket: Token.Bracket, position: Int)]
  ) {
    open.append((bracket, position))
    appendSign(.open(bracket))
  }

  /// Closes the innermost bracket, and with one of the wrong kind its partner one level up as well.
  private mutating func closeBracket(
    _ bracket: Token.Bracket, _ open: inout [(bracket: Token.Bracket, position: Int)]
  ) {
    guard let inner = open.popLast()?.bracket else { return }
    if inner != bracket {
      let sign = position..<position + 1
      let expected = inner == .sequence ? "]" : "}"
      problems.report(ParseProblem.Flow.mismatched(text(sign), expected: expected), at: sign)
      if open.last?.bracket == bracket {
        open.removeLast()
        append(.close(inner), from: position, to: position)
        return appendSign(.close(bracket))
      }
    }
    appendSign(.close(inner))
  }

  /// Reports the outermost bracket that the line leaves open, and steps over the lines inside it.
  private mutating func closeAtLineEnd(
    _ open: [(bracket: Token.Bracket, position: Int)]
  ) {
    guard let outer = open.first?.position else { return }
    if !problems.ends(with: "unclosed-quote", after: outer) {
      let problem = ParseProblem.Flow.unclosed(text(outer..<outer + 1))
      problems.report(problem, at: outer..<outer + 1)
    }
    position = lineEnd
    for level in open.reversed() { append(.close(level.bracket), from: position, to: position) }
    while line + 1 < lines.count, isInsideBrackets(lines[line + 1]) { line += 1 }
    position = lineEnd
  }

  private func isInsideBrackets(_ line: Line) -> Bool {
    guard !line.isBlank else { return true }
    let first = bytes[line.content]
    return line.indent > parentColumn || first == UInt8(ascii: "]") || first == UInt8(ascii: "}")
  }

  private mutating func readQuotedInFlow(quote: UInt8) {
    let start = position
    let scalar = readQuoted(quote: quote, mayContinue: false)
    appendFlowScalar(scalar, isPlain: false, start..<position)
  }

  private mutating func readPlainInFlow() {
    checkIndicator()
    let start = position
    let stop = plainStop(from: start, to: lineEnd, isFlow: true)
    let range = start..<trimmed(stop, from: start)
    checkPlain(range, stop: stop)
    let scalar = text(range)
    if scalar == "-" || scalar.hasPrefix("- ") || scalar.contains("?") {
      problems.report(ParseProblem.Scalar.needsQuotes(excerpt(range)), at: range)
    }
    position = stop
    appendFlowScalar(scalar, isPlain: true, range)
  }

  /// Appends a scalar, or a key if a colon follows.
  private mutating func appendFlowScalar(_ scalar: String, isPlain: Bool, _ range: Range<Int>) {
    skipSpaces()
    guard byte == UInt8(ascii: ":") else {
      return append(
        .scalar(scalar, isPlain: isPlain), from: range.lowerBound, to: range.upperBound)
    }
    checkKeyLength(range)
    position += 1
    append(.key(scalar), from: range.lowerBound, to: range.upperBound, end: position)
  }
}
