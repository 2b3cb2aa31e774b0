import Diagnostics
import Files

/// What the reader of a format makes of its files.
struct ProviderTable: Sendable {
  /// The edition as the file's header tells it.
  var edition: String
  /// The year of the flows; nil if neither file nor name says it.
  var year: Int?
  /// Whether the year is that of a file's name, for want of one in the table.
  var isYearFromName = false
  /// The money unit, such as `million USD`.
  var moneyUnit: String
  /// The flows under their labels.
  var flows: FlowTable
  /// The one region of a national table; nil in a table of many.
  var region: String?
  /// English names of regions by code.
  var regionNames: [String: String] = [:]
  /// Japanese names of regions by code.
  var regionNamesJa: [String: String] = [:]
  /// English names of sectors by code.
  var sectorNames: [String: String] = [:]
  /// Japanese names of sectors by code.
  var sectorNamesJa: [String: String] = [:]
  /// What was done to the table and found in it.
  var remarks: [Remark] = []
  /// Title and sheet of the table, which may tell of its prices.
  var heading = ""
  /// The files that were read.
  var sources: [InputFile]

  /// Takes the year that the table states, else that of a file's name.
  mutating func setYear(stated: Int?, else file: InputFile) {
    year = stated ?? file.year
    isYearFromName = stated == nil && year != nil
  }
}

/// What goes on while files are read: mistakes, and what should be told.
struct ReadingLog {
  var problems = ProblemLog()
  var tally = CellTally()
  var remarks: [Remark] = []
  /// Tells how far the reading is, in words; said on a terminal only.
  var progress: @Sendable (String) -> Void = { _ in }

  /// Throws once there are so many mistakes that the rest of the file is not worth reading.
  func goesOn() throws(DiagnosticList) -> Bool {
    guard problems.errorCount > Limits.mistakes, let failure = problems.failure else { return true }
    throw failure
  }

  /// Logs a row whose label is no node's, with the nearest of the known labels.
  mutating func unknownRow(_ label: String, among known: [String], in row: Row, cell: Int) {
    if problems.isFull { return problems.countHidden() }
    problems.error(
      ImportProblem.unknownRow(label, suggestion: nearest(label, in: known)), at: row.place(cell))
  }

  /// Logs a row of another width than the header.
  mutating func wrongWidth(_ row: Row, expected: Int) {
    if problems.isFull { return problems.countHidden() }
    problems.error(
      CSVProblem.wrongCellCount(found: row.count, expected: expected), at: row.wholePlace)
  }

  /// Remarks on cells that were read as 0.
  mutating func tellTally() {
    guard tally.notAvailable > 0 else { return }
    remarks.append(
      Remark(
        .change, "not-available", en: "\(tally.notAvailable) cells without a number (NA) read as 0",
        ja: "数値のないセル(NA)\(tally.notAvailable) 個を 0 と読みました"))
  }
}
