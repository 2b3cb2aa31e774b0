import Diagnostics

private let space = Array("　".utf8)
private let colon = Array("：".utf8)
private let hyphen = Array("－".utf8)
private let numberSign = Array("＃".utf8)

extension Lexer {
  /// Reports full-width signs that look like syntax at the edges of a plain scalar.
  mutating func checkFullWidth(_ range: Range<Int>) {
    guard bytes[range].contains(where: { $0 >= 0x80 }) else { return }
    let start = range.lowerBound
    if line(holds: space, at: start) {
      return problems.report(ParseProblem.Character.fullWidthSpace, at: start..<start + 3)
    }
    if range.count >= 3, line(holds: space, at: range.upperBound - 3) {
      let last = range.upperBound - 3..<range.upperBound
      problems.report(ParseProblem.Character.fullWidthSpace, at: last)
    }
    let comment = space + "#".utf8
    if let found = (start..<range.upperBound).first(where: { line(holds: comment, at: $0) }) {
      problems.report(ParseProblem.Character.fullWidthSpace, at: found..<found + 3)
    }
    if start == lines[line].content { checkFirstSign(at: start) }
  }

  /// Reports a full-width hyphen or number sign at the start of a line.
  private mutating func checkFirstSign(at start: Int) {
    let sign = start..<start + 3
    if line(holds: hyphen + " ".utf8, at: start) || line(holds: hyphen + space, at: start) {
      problems.report(ParseProblem.Character.fullWidthSign("－", halfWidth: "- "), at: sign)
    } else if line(holds: numberSign, at: start) {
      problems.report(ParseProblem.Character.fullWidthSign("＃", halfWidth: "#"), at: sign)
    }
  }

  /// The offset after a full-width colon that plainly ends a key: it follows ASCII words, and no
  /// other colon ends the key, or a bracket or quote comes next.
  func fullWidthColon(from start: Int) -> Int? {
    guard !isAfterKey, Unicode.Scalar(bytes[start]).properties.isAlphabetic, bytes[start] < 0x80
    else { return nil }
    let end = bytes[start..<lineEnd].firstIndex { !isKeyByte($0) } ?? lineEnd
    guard line(holds: colon, at: end) else { return nil }
    var value = end + colon.count
    while value < lineEnd, isSpace(bytes[value]) { value += 1 }
    let isOpened = value < lineEnd && "[{\"'".utf8.contains(bytes[value])
    return isOpened || !isColon(plainStop(from: start, to: lineEnd, isFlow: false)) ? end + 3 : nil
  }

  private func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x20:
      true
    default: false
    }
  }
}
