import Diagnostics

extension Lexer {
  /// Steps over spaces; a tab is reported and counts as one.
  mutating func skipSpaces() {
    while let byte, byte == 0x20 || byte == 0x09 {
      if byte == 0x09 {
        problems.report(ParseProblem.Character.tab, at: position..<position + 1)
        while self.byte == 0x09 { position += 1 }
      } else {
        position += 1
      }
    }
  }

  /// Whether a comment begins here: a number sign at the start of the line or after a space.
  var isAtComment: Bool {
    guard byte == UInt8(ascii: "#") else { return false }
    return position == lines[line].range.lowerBound || isSpace(bytes[position - 1])
  }

  /// Whether a space or the end of the line is at an offset.
  func isSeparator(_ offset: Int) -> Bool { isSeparator(offset, end: lineEnd) }

  /// Whether a space is at an offset of a line, or the line's end.
  func isSeparator(_ offset: Int, end: Int) -> Bool { offset >= end || isSpace(bytes[offset]) }

  func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// The end of a stretch without the spaces before it.
  func trimmed(_ end: Int, from start: Int) -> Int {
    var end = end
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return end
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The text of a stretch, cut to a length that a message can quote.
  func excerpt(_ range: Range<Int>) -> String {
    let start = text(range.prefix(200)).prefix(40)
    return start.utf8.count < range.count ? start + "…" : String(start)
  }

  /// Whether some bytes stand at an offset of the line.
  func line(holds expected: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset + expected.count <= lineEnd else { return false }
    return bytes[offset..<offset + expected.count].elementsEqual(expected)
  }

  mutating func report(_ problem: some Problem, bytes count: Int) {
    problems.report(problem, at: position..<position + count)
    position += count
  }

  /// Reports an anchor or a tag and steps over it.
  mutating func skipProperty(stopAtBrackets: Bool) {
    var end = position
    while !isSeparator(end), !(stopAtBrackets && isFlowIndicator(bytes[end])) { end += 1 }
    let word = excerpt(position..<end)
    if word.hasPrefix("&") {
      report(ParseProblem.Feature.anchor(word), bytes: end - position)
    } else {
      report(ParseProblem.Feature.tag(word), bytes: end - position)
    }
  }

  func isFlowIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }

  /// Whether a line begins with `---` or `...` and a space or its end.
  func isMarkerLine(_ line: Line) -> Bool {
    guard line.range.count >= 3 else { return false }
    let start = line.range.lowerBound
    guard line.range.count == 3 || isSpace(bytes[start + 3]) else { return false }
    let mark = bytes[start..<start + 3]
    return mark.elementsEqual("---".utf8) || mark.elementsEqual("...".utf8)
  }
}
