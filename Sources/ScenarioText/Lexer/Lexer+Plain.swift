import Diagnostics

extension Lexer {
  /// Reads a plain scalar or key in block style; false at the end of the line.
  mutating func readPlainInBlock() -> Bool {
    checkIndicator()
    let start = position
    if let colonEnd = fullWidthColon(from: start) {
      let key = start..<colonEnd - 3
      let problem = ParseProblem.Character.fullWidthSign("：", halfWidth: ": ")
      problems.report(problem, at: key.upperBound..<colonEnd)
      return appendKey(text(key), from: start, to: key.upperBound, colonEnd: colonEnd)
    }
    let startLine = line
    let stop = plainStop(from: start, to: lineEnd, isFlow: false)
    if isColon(stop), !isAfterKey {
      let end = trimmed(stop, from: start)
      checkPlain(start..<end, stop: stop)
      checkBracketAfterColon(start..<end)
      return appendKey(text(start..<end), from: start, to: end, colonEnd: stop + 1)
    }
    let scalar = isColon(stop) ? readRestAsPlain(colon: stop) : readLines(stop: stop)
    append(
      .scalar(scalar, isPlain: true), from: start, to: trimmed(position, from: start),
      line: startLine)
    return false
  }

  /// After a second colon in one line: reports it and takes the rest of the line as the value.
  private mutating func readRestAsPlain(colon: Int) -> String {
    problems.report(ParseProblem.Structure.colonInValue, at: colon..<colon + 1)
    let start = position
    position = lineEnd
    return text(start..<trimmed(lineEnd, from: start))
  }

  /// Reads a plain scalar that begins here and ends its first line at `stop`, with the lines that
  /// continue it: a break becomes a space, n blank lines become n line feeds.
  private mutating func readLines(stop: Int) -> String {
    let end = trimmed(stop, from: position)
    checkPlain(position..<end, stop: stop)
    var scalar = text(position..<end)
    position = stop
    while position == lineEnd, let next = continuation() {
      let breaks = next - line - 1
      line = next
      let start = lines[line].content
      position = plainStop(from: start, to: lineEnd, isFlow: false)
      let end = trimmed(position, from: start)
      checkPlain(start..<end, stop: position)
      scalar += (breaks == 0 ? " " : String(repeating: "\n", count: breaks)) + text(start..<end)
    }
    return scalar
  }

  /// The line that continues a plain scalar, nil if the next line with text does not.
  private func continuation() -> Int? {
    guard let next = lines[(line + 1)...].firstIndex(where: { !$0.isBlank }) else { return nil }
    let candidate = lines[next]
    guard candidate.indent > parentColumn, !isMarkerLine(candidate) else { return nil }
    let start = candidate.content
    let end = candidate.range.upperBound
    switch bytes[start] {
    case UInt8(ascii: "#"), 0x09: return nil
    case UInt8(ascii: "-") where isSeparator(start + 1, end: end): return nil
    case UInt8(ascii: "%") where candidate.indent == 0: return nil
    default: break
    }
    let stop = plainStop(from: start, to: end, isFlow: false)
    return stop < end && bytes[stop] == UInt8(ascii: ":") ? nil : next
  }

  /// Where a plain scalar ends: at a colon, a comment, in brackets at one of them, or with the line.
  func plainStop(from start: Int, to end: Int, isFlow: Bool) -> Int {
    var offset = start
    while offset < end {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ":"), isSeparator(offset + 1, end: end) { return offset }
      if byte == UInt8(ascii: "#"), offset > start, isSpace(bytes[offset - 1]) { return offset }
      if isFlow, isFlowIndicator(byte) { return offset }
      if isFlow, byte == UInt8(ascii: ":"), isFlowIndicator(bytes[offset + 1]) { return offset }
      offset += 1
    }
    return offset
  }

  /// Whether a plain scalar that ends at an offset is a key.
  func isColon(_ stop: Int) -> Bool { stop < lineEnd && bytes[stop] == UInt8(ascii: ":") }

  /// Reports a first character that no plain scalar may have; `*` reads as an alias elsewhere.
  mutating func checkIndicator() {
    guard let byte else { return }
    let sign = position..<position + 1
    switch byte {
    case UInt8(ascii: "*"):
      var end = position
      while !isSeparator(end), !isFlowIndicator(bytes[end]) { end += 1 }
      problems.report(ParseProblem.Feature.alias(excerpt(position..<end)), at: position..<end)
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      problems.report(ParseProblem.Flow.unopened(text(sign)), at: sign)
    case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: ","),
      UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "#"):
      problems.report(ParseProblem.Scalar.indicator(text(sign)), at: sign)
    default: break
    }
  }

  /// Reports `key:{` and `key:[`, where a bracket was meant to open.
  private mutating func checkBracketAfterColon(_ key: Range<Int>) {
    let colon = key.first {
      line(holds: [0x3A, 0x7B], at: $0) || line(holds: [0x3A, 0x5B], at: $0)
    }
    guard let colon else { return }
    let form = "\(excerpt(key.lowerBound..<colon)): \(text(colon + 1..<colon + 2))…"
    problems.report(ParseProblem.Structure.colonWithoutSpace(form), at: colon..<colon + 2)
  }

  /// Reports tabs in a plain scalar, and full-width signs that only look like syntax.
  mutating func checkPlain(_ range: Range<Int>, stop: Int) {
    if let tab = bytes[range.lowerBound..<stop].firstIndex(of: 0x09) {
      problems.report(ParseProblem.Character.tab, at: tab..<tab + 1)
    }
    checkFullWidth(range)
  }
}
