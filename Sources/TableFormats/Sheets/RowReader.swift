import Diagnostics

/// The rows of a table, one after the other: of a text file or of a workbook's sheet.
struct RowReader: ~Copyable {
  private var text: TextRows?
  private var sheet: SheetRows?
  /// The name of a workbook's sheet; nil in a text file.
  let sheetName: String?

  /// Opens a file by its kind: `.xlsx` is a workbook, everything else is text.
  ///
  /// `sheets` picks the sheet of a workbook by its name; by default the first.
  init(
    _ file: InputFile, sheet isWanted: (String) -> Bool = { _ in true }
  ) throws(DiagnosticList) {
    switch file.suffix {
    case "xlsb", "xls":
      throw DiagnosticList([Diagnostic(.error, ImportProblem.closedWorkbook(file.display))])
    case "xlsx", "xlsm":
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
      sheet = try SheetRows(workbook, name)
      sheetName = name.name
      text = nil
    default:
      text = try TextRows(file)
      sheet = nil
      sheetName = nil
    }
  }

  /// A row to read into.
  func emptyRow(_ file: InputFile) -> Row { Row(file: file.display, sheet: sheetName) }

  /// Reads the next row that is not blank; false at the end.
  mutating func next(_ row: inout Row) throws(DiagnosticList) -> Bool {
    if text != nil { return try text?.next(&row) ?? false }
    return try sheet?.next(&row) ?? false
  }
}
