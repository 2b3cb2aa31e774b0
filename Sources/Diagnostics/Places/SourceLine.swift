/// One line of a source as cells of a terminal, cut to a width around a marked stretch.
struct SourceLine {
  /// A character as it is shown.
  struct Cell {
    /// Byte offsets in the source.
    let range: Range<Int>
    /// The character, its expansion or its escaped form.
    let text: String
    /// Columns that the text takes.
    let width: Int
  }

  /// The line as shown, `…` where it was cut.
  let text: String
  /// The caret line that belongs under the text.
  let carets: String

  /// Shows the line that holds the start of a place, in at most `width` columns.
  init(of place: Place, width: Int) {
    let line = place.source.lineRange(around: place.range.lowerBound)
    let clip = SourceLine.clip(line, around: place.range.lowerBound, of: place.source.bytes)
    let cells = SourceLine.cells(place.source.bytes, in: clip)
    let marked = SourceLine.marked(cells, by: place.range)
    let window = SourceLine.window(cells, around: marked, width: width)
    let front = window.lowerBound > 0 || clip.lowerBound > line.lowerBound ? "…" : ""
    let back = window.upperBound < cells.count || clip.upperBound < line.upperBound ? "…" : ""
    text = front + cells[window].map { $0.text }.joined() + back
    let marks = marked.clamped(to: window)
    let indent =
      front.count + cells[window.lowerBound..<marks.lowerBound].reduce(0) { $0 + $1.width }
    let length = max(1, cells[marks].reduce(0) { $0 + $1.width })
    carets =
      String(repeating: " ", count: indent) + "^" + String(repeating: "~", count: length - 1)
  }

  /// At most 2 KiB on either side of an offset, cut between characters.
  private static func clip(
    _ line: Range<Int>, around offset: Int, of bytes: [UInt8]
  ) -> Range<Int> {
    var start = max(line.lowerBound, min(offset, line.upperBound) - 2048)
    var end = min(line.upperBound, offset + 2048)
    while start > line.lowerBound, isTrailing(bytes[start]) { start -= 1 }
    while end < line.upperBound, isTrailing(bytes[end]) { end += 1 }
    return start..<max(start, end)
  }

  private static func cells(_ bytes: [UInt8], in line: Range<Int>) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    var offset = line.lowerBound
    func show(_ text: String, bytes count: Int) {
      let width = displayWidth(text)
      cells.append(Cell(range: offset..<offset + count, text: text, width: width))
      offset += count
      column += width
    }
    for piece in pieces(bytes[line]) {
      switch piece {
      case .invalid(let byte): show("\\x" + hexadecimal(UInt32(byte), digits: 2), bytes: 1)
      case .text("\t"): show(String(repeating: " ", count: 4 - column % 4), bytes: 1)
      case .text(let character): show(printable(character), bytes: character.utf8.count)
      }
    }
    return cells
  }

  private enum Piece {
    case text(Character)
    case invalid(UInt8)
  }

  /// The characters of a text that need not be valid UTF-8, and the bytes that belong to none.
  private static func pieces(_ bytes: ArraySlice<UInt8>) -> [Piece] {
    var pieces: [Piece] = []
    var valid = String.UnicodeScalarView()
    var parser = Unicode.UTF8.ForwardParser()
    var input = bytes.makeIterator()
    var offset = bytes.startIndex
    while true {
      switch parser.parseScalar(from: &input) {
      case .valid(let encoded):
        valid.append(Unicode.UTF8.decode(encoded))
        offset += encoded.count
      case .error(let length):
        pieces += String(valid).map { .text($0) }
        pieces += bytes[offset..<offset + length].map { .invalid($0) }
        valid.removeAll()
        offset += length
      case .emptyInput:
        return pieces + String(valid).map { .text($0) }
      }
    }
  }

  /// The cells that a byte range touches; a point marks the cell at it.
  private static func marked(_ cells: [Cell], by range: Range<Int>) -> Range<Int> {
    let start = cells.firstIndex { $0.range.upperBound > range.lowerBound } ?? cells.count
    let end = cells.firstIndex { $0.range.lowerBound >= range.upperBound } ?? cells.count
    return start..<max(start, end)
  }

  /// The cells that fit into a width, the start of the marked ones among them.
  private static func window(
    _ cells: [Cell], around marked: Range<Int>, width: Int
  ) -> Range<Int> {
    guard cells.reduce(0, { $0 + $1.width }) > width else { return 0..<cells.count }
    var start = marked.lowerBound
    var end = start
    var room = width - 2
    while end < marked.upperBound, cells[end].width <= room * 2 / 3 {
      room -= cells[end].width
      end += 1
    }
    let context = room / 2
    while start > 0, cells[start - 1].width <= room - (end < cells.count ? context : 0) {
      start -= 1
      room -= cells[start].width
    }
    while end < cells.count, cells[end].width <= room {
      room -= cells[end].width
      end += 1
    }
    while start > 0, cells[start - 1].width <= room {
      start -= 1
      room -= cells[start].width
    }
    return start..<end
  }
}
