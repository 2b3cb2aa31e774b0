import Diagnostics

extension Lexer {
  /// Reads a quoted scalar, the quote at `position`, and stops after its end.
  ///
  /// Breaks fold as in YAML: spaces around one are dropped, it becomes a space, and n blank lines
  /// become n line feeds. Lines that continue it are indented deeper than what it belongs to.
  mutating func readQuoted(quote: UInt8, mayContinue: Bool) -> String {
    let opening = (position: position, line: line, end: lineEnd)
    var scalar: [UInt8] = []
    var kept = 0
    position += 1
    while let next = byte ?? breakByte(mayContinue) {
      if next == 0x0A {
        fold(&scalar, kept: kept, isEscaped: false)
      } else if next == quote,
        quote == UInt8(ascii: "\"") || !line(holds: [quote, quote], at: position)
      {
        position += 1
        return String(decoding: scalar, as: UTF8.self)
      } else if next == quote {
        scalar.append(quote)
        position += 2
      } else if next == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        guard position + 1 < lineEnd || nextQuotedLine() != nil else { break }
        readEscape(&scalar, mayContinue: mayContinue)
        kept = scalar.count
      } else {
        scalar.append(next)
        position += 1
      }
    }
    let sign = opening.position..<opening.position + 1
    problems.report(ParseProblem.Scalar.unclosedQuote(text(sign)), at: sign)
    // At the root everything could belong to the scalar: go on with the next line instead.
    if parentColumn < 0 { line = opening.line }
    position = lineEnd
    return text(opening.position + 1..<opening.end)
  }

  /// A line feed if the scalar goes on in the next line, else nil.
  private func breakByte(_ mayContinue: Bool) -> UInt8? {
    mayContinue && nextQuotedLine() != nil ? 0x0A : nil
  }

  /// The next line with text, if it is indented enough to continue a quoted scalar.
  private func nextQuotedLine() -> Int? {
    guard let next = lines[(line + 1)...].firstIndex(where: { !$0.isBlank }) else { return nil }
    let isInside = lines[next].indent > parentColumn && !isMarkerLine(lines[next])
    return isInside ? next : nil
  }

  /// Goes to the next line with text; spaces before the break go unless they were escaped.
  private mutating func fold(_ scalar: inout [UInt8], kept: Int, isEscaped: Bool) {
    guard let next = nextQuotedLine() else { return }
    if !isEscaped {
      while scalar.count > kept, let last = scalar.last, isSpace(last) { scalar.removeLast() }
    }
    let blanks = next - line - 1
    if blanks == 0, !isEscaped { scalar.append(0x20) }
    scalar += Array(repeating: 0x0A, count: blanks)
    line = next
    position = lines[line].content
    skipSpaces()
  }

  /// Reads a backslash and what belongs to it.
  private mutating func readEscape(_ scalar: inout [UInt8], mayContinue: Bool) {
    guard position + 1 < lineEnd else {
      if mayContinue { fold(&scalar, kept: scalar.count, isEscaped: true) } else { position += 1 }
      return
    }
    let letter = bytes[position + 1]
    if let digits = digitCount(letter) {
      readCodePoint(digits: digits, &scalar)
    } else if let character = escaped(letter) {
      scalar += Array(String(character).utf8)
      position += 2
    } else {
      let width = text((position + 1..<lineEnd).prefix(4)).unicodeScalars.first.map {
        String($0).utf8.count
      }
      let end = position + 1 + (width ?? 1)
      report(ParseProblem.Scalar.badEscape(text(position..<end)), bytes: end - position)
    }
  }

  /// Reads `\x41`, `\u0041` or `\U00000041`.
  private mutating func readCodePoint(digits: Int, _ scalar: inout [UInt8]) {
    let start = position + 2
    let end = bytes[start..<min(start + digits, lineEnd)].firstIndex { !isHexadecimal($0) }
    let stop = end ?? min(start + digits, lineEnd)
    let number = stop - start == digits ? UInt32(text(start..<stop), radix: 16) : nil
    guard let character = number.flatMap(Unicode.Scalar.init) else {
      let written = text(position..<stop)
      return report(ParseProblem.Scalar.badCodePoint(written), bytes: stop - position)
    }
    scalar += Array(String(character).utf8)
    position = stop
  }

  private func digitCount(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "x"): 2
    case UInt8(ascii: "u"): 4
    case UInt8(ascii: "U"): 8
    default: nil
    }
  }

  private func isHexadecimal(_ byte: UInt8) -> Bool {
    Unicode.Scalar(byte).properties.isASCIIHexDigit
  }

  /// The character that a letter after a backslash stands for (YAML 1.2, rule 62).
  private func escaped(_ letter: UInt8) -> Unicode.Scalar? {
    switch Unicode.Scalar(letter) {
    case "0": "\0"
    case "a": "\u{7}"
    case "b": "\u{8}"
    case "t", "\t": "\t"
    case "n": "\n"
    case "v": "\u{B}"
    case "f": "\u{C}"
    case "r": "\r"
    case "e": "\u{1B}"
    case " ": " "
    case "\"": "\""
    case "/": "/"
    case "\\": "\\"
    case "N": "\u{85}"
    case "_": "\u{A0}"
    case "L": "\u{2028}"
    case "P": "\u{2029}"
    default: nil
    }
  }
}
