/// A point of a source as a reader counts: line and column from 1.
package struct Position: Sendable, Hashable {
  /// The line, from 1; lines end with a line feed.
  package let line: Int
  /// The column, from 1, in Unicode scalars; a byte order mark at the start does not count.
  package let column: Int

  /// Makes a position from a line and a column.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension Place {
  /// Where the stretch begins.
  package var start: Position { source.position(of: range.lowerBound) }

  /// Where the stretch ends: the position after its last character.
  package var end: Position { source.position(of: range.upperBound) }
}

extension Source {
  /// The position of a byte offset; an offset past the end counts as the end.
  package func position(of offset: Int) -> Position {
    let before = bytes[..<min(max(offset, 0), bytes.count)]
    let line = before.reduce(firstLine) { $0 + ($1 == 0x0A ? 1 : 0) }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? textStart
    let column = before[min(start, before.endIndex)...].reduce(1) { $0 + (isTrailing($1) ? 0 : 1) }
    return Position(line: line, column: column)
  }

  /// The byte range of the line that holds an offset, without its line break and byte order mark.
  func lineRange(around offset: Int) -> Range<Int> {
    let offset = min(max(offset, 0), bytes.count)
    let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? min(textStart, offset)
    var end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
    if end > start, end < bytes.count, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// The offset of the first character: 3 after a byte order mark, else 0.
  package var textStart: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}

/// Whether a byte continues a UTF-8 sequence that an earlier byte began.
func isTrailing(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
