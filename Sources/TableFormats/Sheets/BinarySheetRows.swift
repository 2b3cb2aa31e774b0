import Diagnostics

/// The rows of a sheet of a binary workbook; rows and cells that the file leaves out are empty.
struct BinarySheetRows: ~Copyable {
  /// Kinds of records that a sheet's rows are made of ([MS-XLSB] 2.3.1).
  private enum Kind {
    static let row = 0
    /// Blank, packed number, error, truth value, number, text, shared text.
    static let cells = 1...7
    /// A formula's last value: text, number, truth value, error.
    static let formulas = 8...11
    /// The cells again, each in the column behind the one before.
    static let shortCells = 12...18
    static let richText = 62
    static let endOfRows = 146
  }

  /// Bytes of text that one row may hold.
  private static let largestText = 1 << 26

  private let workbook: Workbook
  private var records: BinaryRecords
  /// The row that begins next, from 0; nil at the end.
  private var pending: UInt32?
  private var hasBegun = false

  init(_ workbook: Workbook, _ sheet: Workbook.Sheet) throws(DiagnosticList) {
    self.workbook = workbook
    records = try BinaryRecords(workbook.file, member: sheet.member)
  }

  /// Reads the next row that holds anything; false at the end.
  mutating func next(_ row: inout Row) throws(DiagnosticList) -> Bool {
    if !hasBegun {
      hasBegun = true
      pending = try records.next { $0 == Kind.row } == nil ? nil : rowNumber()
    }
    while let number = pending {
      row.line = Int(number) + 1
      row.bytes.removeAll(keepingCapacity: true)
      row.cells.removeAll(keepingCapacity: true)
      try readCells(&row)
      if row.cells.contains(where: { !$0.isEmpty }) { return true }
    }
    return false
  }

  private func rowNumber() throws(DiagnosticList) -> UInt32 {
    guard let number = records.word(at: 0), number < SheetRows.largestRow else {
      throw records.damage
    }
    return number
  }

  private mutating func readCells(_ row: inout Row) throws(DiagnosticList) {
    var column = -1
    var digits = DecimalText()
    while let kind = try records.next(where: {
      $0 <= Kind.shortCells.upperBound || $0 == Kind.richText || $0 == Kind.endOfRows
    }) {
      if kind == Kind.row {
        pending = try rowNumber()
        return
      }
      if kind == Kind.endOfRows { break }
      let isShort = Kind.shortCells.contains(kind)
      column = isShort ? column + 1 : Int(records.word(at: 0) ?? .max)
      guard column < SheetRows.largestColumn else { throw records.damage }
      let start = row.bytes.count
      let isWhole = append(
        isShort ? kind - 11 : kind, from: isShort ? 4 : 8, to: &row.bytes, &digits)
      guard isWhole, row.bytes.count <= Self.largestText else { throw records.damage }
      row.set(column, start..<row.bytes.count)
    }
    pending = nil
  }

  /// Appends a cell's value as text; false if the record is too short for it.
  private func append(
    _ kind: Int, from offset: Int, to bytes: inout [UInt8], _ digits: inout DecimalText
  ) -> Bool {
    switch kind {
    case 1: return true
    case 2, 5, 9:
      let number = kind == 2 ? records.packedNumber(at: offset) : records.double(at: offset)
      guard let number else { return false }
      digits.bytes.removeAll(keepingCapacity: true)
      if number.isFinite { digits.append(number) } else { digits.bytes += Array("#ERROR".utf8) }
      bytes += digits.bytes
    case 3, 11: bytes += Array("#ERROR".utf8)
    case 6, 8, Kind.richText:
      guard let text = records.text(at: kind == Kind.richText ? offset + 1 : offset) else {
        return false
      }
      bytes += text.utf8
    case 7:
      guard let number = records.word(at: offset), number < workbook.sharedRanges.count else {
        return false
      }
      bytes += workbook.sharedText[workbook.sharedRanges[Int(number)]]
    default: bytes += Array("#TRUTH".utf8)
    }
    return true
  }
}
