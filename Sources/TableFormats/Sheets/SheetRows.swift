import Diagnostics
import Files
import InputOutputTables

/// The rows of a workbook's sheet; rows and cells that the file leaves out are empty.
struct SheetRows: ~Copyable {
  /// What spreadsheets hold at most.
  static let largestColumn = 16_384
  static let largestRow = 1_048_576

  /// The sheet's name.
  let name: String
  private let workbook: Workbook
  private var pieces: XMLPieces
  private var piece = XMLStream.Piece()
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
      guard case .row(let number) = event else { continue }
      lastRow = try checked(number ?? (lastRow + 1))
      row.line = lastRow
      row.bytes.removeAll(keepingCapacity: true)
      row.cells.removeAll(keepingCapacity: true)
      try readCells(&row)
      if row.cells.contains(where: { !$0.isEmpty }) { return true }
    }
    return false
  }

  /// A row's number; throws if no sheet has it.
  private func checked(_ number: Int) throws(DiagnosticList) -> Int {
    if (1...Self.largestRow).contains(number) { return number }
    let text = Array("\(number)".utf8)
    let source = Source(name: "\(workbook.file.display)!\(name)", bytes: text)
    throw DiagnosticList([
      Diagnostic(
        .error, LimitProblem.sheetRow(last: Self.largestRow),
        at: Place(source: source, range: text.indices))
    ])
  }

  private mutating func nextEvent() throws(DiagnosticList) -> XMLStream.Event? {
    while position == piece.events.count {
      guard let more = try pieces.next() else { return nil }
      piece = more
      position = 0
    }
    position += 1
    return piece.events[position - 1]
  }

  private mutating func readCells(_ row: inout Row) throws(DiagnosticList) {
    var kind = XMLStream.CellKind.plain
    var column = -1
    var start = 0
    while let event = try nextEvent() {
      switch event {
      case .end(.row): return
      case .cell(let stated, let found):
        column = min(stated ?? (column + 1), Self.largestColumn - 1)
        kind = found
        start = row.bytes.count
      case .text(let range): row.bytes += piece.text[range]
      case .end(.cell) where column >= 0:
        if kind == .shared { lookUp(&row, from: start) }
        if kind == .error { row.bytes.replaceSubrange(start..., with: Array("#ERROR".utf8)) }
        row.set(column, start..<row.bytes.count)
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
}

extension Row {
  /// Sets the cell of a column to a range of the bytes without the spaces around; those before it
  /// that the file left out are empty.
  mutating func set(_ column: Int, _ range: Range<Int>) {
    while cells.count < column { cells.append(range.lowerBound..<range.lowerBound) }
    let cell = Self.trimmed(bytes.span, range)
    if cells.count == column { cells.append(cell) } else { cells[column] = cell }
  }

  private static func trimmed(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < last, bytes[first] <= 0x20 { first += 1 }
    while last > first, bytes[last - 1] <= 0x20 { last -= 1 }
    return first..<last
  }
}
