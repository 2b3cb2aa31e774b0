import Diagnostics

extension Lexer {
  /// How a block scalar is to be read.
  private struct Header {
    var isFolded: Bool
    /// −1 drops the line breaks at the end, 0 keeps one, 1 keeps all.
    var keeping = 0
    /// Indentation beyond the parent's, nil to find it.
    var increment: Int?
  }

  /// Reads a `|` or `>` scalar with its lines, the sign at `position`.
  mutating func readBlockScalar() {
    let start = position
    let startLine = line
    let header = readHeader()
    let minimum = max(parentColumn + 1, 1)
    let indent = header.increment.map { minimum + $0 - 1 } ?? blockIndent(minimum: minimum)
    let body = readBody(header, indent: indent)
    position = lineEnd
    append(
      .scalar(String(decoding: body, as: UTF8.self), isPlain: false), from: start, to: position,
      line: startLine)
  }

  private mutating func readHeader() -> Header {
    var header = Header(isFolded: byte == UInt8(ascii: ">"))
    position += 1
    var hasChomping = false
    while let byte {
      switch byte {
      case UInt8(ascii: "-") where !hasChomping, UInt8(ascii: "+") where !hasChomping:
        header.keeping = byte == UInt8(ascii: "-") ? -1 : 1
        hasChomping = true
      case UInt8(ascii: "1")...UInt8(ascii: "9") where header.increment == nil:
        header.increment = Int(byte - UInt8(ascii: "0"))
      default:
        if !finishHeader() { header.increment = nil }
        return header
      }
      position += 1
    }
    return header
  }

  /// Whether nothing but a comment follows on the line; else it is reported.
  private mutating func finishHeader() -> Bool {
    skipSpaces()
    guard byte != nil, !isAtComment else { return true }
    let rest = position..<trimmed(lineEnd, from: position)
    problems.report(ParseProblem.Scalar.blockHeader(excerpt(rest)), at: rest)
    return false
  }

  /// The indentation of the first line with text, at least `minimum`.
  private mutating func blockIndent(minimum: Int) -> Int {
    let rest = lines[(line + 1)...]
    guard let first = rest.first(where: { !$0.isBlank }) else {
      return rest.reduce(minimum) { max($0, $1.indent) }
    }
    let blanks = rest.prefix { $0.isBlank }
    guard first.indent >= minimum else { return blanks.reduce(minimum) { max($0, $1.indent) } }
    if let blank = blanks.first(where: { $0.indent > first.indent }) {
      problems.report(ParseProblem.Scalar.blankLineTooLong, at: blank.range.dropFirst(first.indent))
    }
    return first.indent
  }

  /// Reads the lines of a block scalar; breaks fold unless a line on either side begins with a
  /// space or a tab.
  private mutating func readBody(_ header: Header, indent: Int) -> [UInt8] {
    var body: [UInt8] = []
    var breaks = readBlankLines(indent: indent)
    var lineBreak: [UInt8] = []
    var isIndented = true
    while line + 1 < lines.count, lines[line + 1].indent >= indent {
      line += 1
      let content = bytes[lines[line].range].dropFirst(indent)
      let wasIndented = isIndented
      isIndented = content.first.map(isSpace) ?? false
      if header.isFolded, !lineBreak.isEmpty, !wasIndented, !isIndented {
        if breaks == 0 { body.append(0x20) }
      } else {
        body += lineBreak
      }
      body += Array(repeating: 0x0A, count: breaks) + content
      lineBreak = lines[line].isTerminated ? [0x0A] : []
      breaks = readBlankLines(indent: indent)
    }
    if header.keeping >= 0 { body += lineBreak }
    if header.keeping > 0 { body += Array(repeating: 0x0A, count: breaks) }
    return body
  }

  /// Steps over lines with nothing beyond the indentation, and counts their breaks.
  private mutating func readBlankLines(indent: Int) -> Int {
    var breaks = 0
    while line + 1 < lines.count, lines[line + 1].isBlank, lines[line + 1].indent <= indent {
      line += 1
      breaks += lines[line].isTerminated ? 1 : 0
    }
    return breaks
  }
}
