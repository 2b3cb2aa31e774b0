/// A piece of a scenario's text with its line and indentation.
struct Token {
  /// A list or a mapping in brackets.
  enum Bracket {
    case sequence
    case mapping
  }

  /// What a token is.
  enum Kind {
    /// `- ` of a list item.
    case dash
    /// A key and its colon.
    case key(String)
    /// A scalar, folded and unescaped.
    case scalar(String, isPlain: Bool)
    /// `[` or `{`.
    case open(Bracket)
    /// `]` or `}`; every opening has one, and they nest.
    case close(Bracket)
    /// `,` in brackets.
    case comma
    /// A colon in brackets that follows no key.
    case colon
  }

  let kind: Kind
  /// Byte offsets of the text, without the colon of a key.
  let range: Range<Int>
  /// Byte offset after the token, the colon of a key included.
  let end: Int
  /// Index of the line on which the token begins.
  let line: Int
  /// Bytes between the start of the line and the token.
  let column: Int
  /// Whether nothing stands before it on its line.
  let isFirst: Bool
}

/// A line of a text without its line break.
struct Line {
  let range: Range<Int>
  /// Spaces at its start.
  let indent: Int
  /// Whether a line break ends it, not the end of the text.
  let isTerminated: Bool

  /// Whether it holds nothing but spaces.
  var isBlank: Bool { indent == range.count }
  /// Offset of its first character that is not a space.
  var content: Int { range.lowerBound + indent }
}

/// Cuts a stretch of a text into lines; a carriage return before a line feed belongs to the break.
func lines(of bytes: [UInt8], in range: Range<Int>) -> [Line] {
  var lines: [Line] = []
  var start = range.lowerBound
  while start < range.upperBound {
    let feed = bytes[start..<range.upperBound].firstIndex(of: 0x0A)
    var end = feed ?? range.upperBound
    if feed != nil, end > start, bytes[end - 1] == 0x0D { end -= 1 }
    let content = bytes[start..<end].firstIndex { $0 != 0x20 } ?? end
    lines.append(Line(range: start..<end, indent: content - start, isTerminated: feed != nil))
    start = (feed ?? range.upperBound) + 1
  }
  return lines
}
