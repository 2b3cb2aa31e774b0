import Diagnostics

/// The rows of a workbook's sheet; rows and cells that the file leaves out are empty.
struct SheetRows: ~Copyable {
  /// What spreadsheets hold at most.
  private static let largestColumn = 16_384
  private static let largestRow = 1_048_576

  /// The sheet's name.
  let name: String
  private let workbook: Workbook
  private var pieces: XMLPieces
  private var events: [XMLStream.Event] = []
  private var position = 0
  private var lastRow = 0

  init(_ workbook: Workbook, _ sheet: Workbook.Sheet) throws(DiagnosticList) {
    self.workbook = workbook
    name = sheet.name
    pieces = try XMLPieces(workbook.file, member: sheet.member)
  }

  /// Reads the next row that holds anything; false at the end.
  mutating func next(_ row: inout Row) throws(DiagnosticList) -> Bool {
    while let event = try nextEvent() {
      guard case .start(.row, let about) = event else { continue }
      lastRow = about.reference.flatMap { Int($0) } ?? (lastRow + 1)
      row.line = min(max(lastRow, 1), Self.largestRow)
      row.bytes.removeAll(keepingCapacity: true)
      row.cells.removeAll(keepingCapacity: true)
      try readCells(&row)
      if row.cells.contains(where: { !$0.isEmpty }) { return true }
    }
    return false
  }

  private mutating func nextEvent() throws(DiagnosticList) -> XMLStream.Event? {
    while position == events.count {
      guard let more = try pieces.next() else { return nil }
      events = more
      position = 0
    }
    position += 1
    return events[position - 1]
  }

  private mutating func readCells(_ row: inout Row) throws(DiagnosticList) {
    var isShared = false
    var isError = false
    var column = -1
    var start = 0
    while let event = try nextEvent() {
      switch event {
      case .end(.row): return
      case .start(.c, let about):
        column = about.reference.flatMap(Self.column) ?? (column + 1)
        column = min(column, Self.largestColumn - 1)
        isShared = about.kind == "s"
        isError = about.kind == "e"
        start = row.bytes.count
      case .text(let text): row.bytes += text
      case .end(.c):
        if isShared { lookUp(&row, from: start) }
        if isError { row.bytes.replaceSubrange(start..., with: Array("#ERROR".utf8)) }
        while row.cells.count < column { row.cells.append(start..<start) }
        let cell = Self.trimmed(row.bytes, start..<row.bytes.count)
        if row.cells.count == column { row.cells.append(cell) } else { row.cells[column] = cell }
      default: break
      }
    }
  }

  /// Puts the shared text in the place of its number.
  private func lookUp(_ row: inout Row, from start: Int) {
    let number = Int(String(decoding: row.bytes[start...], as: UTF8.self))
    guard let number, workbook.sharedRanges.indices.contains(number) else { return }
    row.bytes.replaceSubrange(start..., with: workbook.sharedText[workbook.sharedRanges[number]])
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < last, bytes[first] <= 0x20 { first += 1 }
    while last > first, bytes[last - 1] <= 0x20 { last -= 1 }
    return first..<last
  }

  /// Column of a reference such as `AB12`, from 0; nil if it has no letters.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte), column < 100_000 else { break }
      column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
    }
    return column > 0 ? column - 1 : nil
  }
}
