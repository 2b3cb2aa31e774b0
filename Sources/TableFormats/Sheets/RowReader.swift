import Diagnostics

/// The rows of a table, one after the other: of a text file or of a workbook's sheet.
struct RowReader: ~Copyable {
  private var text: TextRows?
  private var sheet: SheetRows?
  private var binarySheet: BinarySheetRows?
  /// Rows that were made from a table in long form, and how many were handed out.
  private var grid: [[String]] = []
  private var position = 0
  /// The name of a workbook's sheet; nil in a text file.
  let sheetName: String?

  /// Opens a file by its kind: `.xlsx` and `.xlsb` are workbooks, everything else is text.
  ///
  /// `sheet` picks the sheet of a workbook by its name; by default the first. Text is UTF-8, or
  /// Shift JIS too where `orShiftJIS` says so.
  init(
    _ file: InputFile, orShiftJIS: Bool = false, sheet isWanted: (String) -> Bool = { _ in true }
  ) throws(DiagnosticList) {
    switch file.suffix {
    case "xls":
      throw DiagnosticList([Diagnostic(.error, ImportProblem.closedWorkbook(file.display))])
    case "xlsx", "xlsm", "xlsb":
      guard file.member == nil else {
        throw DiagnosticList([Diagnostic(.error, ImportProblem.packedWorkbook(file.display))])
      }
      let workbook = try Workbook(file)
      guard let name = workbook.sheets.first(where: { isWanted($0.name) }) else {
        throw DiagnosticList([
          Diagnostic(
            .error, ImportProblem.noSheet(file.display, found: workbook.sheets.map(\.name)))
        ])
      }
      if workbook.isBinary {
        binarySheet = try BinarySheetRows(workbook, name)
        sheet = nil
      } else {
        sheet = try SheetRows(workbook, name)
        binarySheet = nil
      }
      sheetName = name.name
      text = nil
    default:
      text = try TextRows(file, orShiftJIS: orShiftJIS)
      sheet = nil
      binarySheet = nil
      sheetName = nil
    }
  }

  /// Hands out rows that were made of a table in another form.
  init(grid: [[String]]) {
    self.grid = grid
    text = nil
    sheet = nil
    binarySheet = nil
    sheetName = nil
  }

  /// Whether what was read so far is a text in Shift JIS.
  var isShiftJIS: Bool {
    switch text {
    case .some(let text): text.isShiftJIS
    case .none: false
    }
  }

  /// A row to read into.
  func emptyRow(_ file: InputFile) -> Row { Row(file: file.display, sheet: sheetName) }

  /// Reads the next row that is not blank; false at the end.
  mutating func next(_ row: inout Row) throws(DiagnosticList) -> Bool {
    if text != nil { return try text?.next(&row) ?? false }
    if position < grid.count {
      position += 1
      row.take(grid[position - 1], line: position)
      return true
    }
    if binarySheet != nil { return try binarySheet?.next(&row) ?? false }
    return try sheet?.next(&row) ?? false
  }
}

extension Row {
  /// Takes texts as the cells of a line.
  fileprivate mutating func take(_ texts: [String], line: Int) {
    self.line = line
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    for text in texts {
      let start = bytes.count
      bytes += Array(text.utf8)
      cells.append(start..<bytes.count)
    }
  }
}
