import Diagnostics
import Files
import InputOutputTables

/// A tab-separated matrix with two header lines, region and item, as pymrio writes it.
struct LevelMatrix: ~Copyable {
  /// What each column is.
  let columns: [RegionLabel]
  /// Columns of labels at the start of each row.
  let labelCount: Int
  private let file: InputFile
  private var reader: RowReader
  private(set) var row: Row
  private var isRowPending = false

  /// Reads the header; `labelCount` is 2 for rows of nodes, nil for rows of stressors, which have as
  /// many label columns as the first line leaves empty behind `region`.
  init(
    _ file: InputFile, labelCount stated: Int?, format: ProviderFormat
  ) throws(DiagnosticList) {
    var reader = try RowReader(file)
    var row = reader.emptyRow(file)
    guard try reader.next(&row) else {
      throw DiagnosticList([Diagnostic(.error, CSVProblem.emptyFile, at: row.wholePlace)])
    }
    let regions = row.texts
    let labelCount = stated ?? (regions.dropFirst().firstIndex { !$0.isEmpty } ?? 1)
    guard regions.first == "region", regions.count > labelCount else {
      let problem = ImportProblem.wrongLayout(
        format: format.name, expected: "the first line does not start with `region`",
        guess: Sniffer.guess([regions])?.name)
      throw DiagnosticList([Diagnostic(.error, problem, at: row.place(0))])
    }
    guard try reader.next(&row) else {
      throw DiagnosticList([Diagnostic(.error, TableProblem.noRows, at: row.wholePlace)])
    }
    guard row.count == regions.count else {
      let problem = CSVProblem.wrongCellCount(found: row.count, expected: regions.count)
      throw DiagnosticList([Diagnostic(.error, problem, at: row.wholePlace)])
    }
    let items = row.texts
    // The third line names the label columns; a file without it goes on with numbers.
    let hasRow = try reader.next(&row)
    let isNames = (labelCount..<max(labelCount, row.count)).allSatisfy { row.isEmpty($0) }
    columns = (labelCount..<regions.count).map {
      RegionLabel(region: regions[$0], item: items[$0])
    }
    isRowPending = hasRow && !isNames
    self.file = file
    self.labelCount = labelCount
    self.reader = reader
    self.row = row
  }

  /// Moves to the next row of numbers; false at the end. Rows of another width are logged.
  mutating func next(_ log: inout ReadingLog) throws(DiagnosticList) -> Bool {
    while true {
      if isRowPending {
        isRowPending = false
      } else {
        guard try log.goesOn(), try reader.next(&row) else { return false }
      }
      let width = columns.count + labelCount
      if row.count == width { return true }
      log.wrongWidth(row, expected: width)
    }
  }

  /// The labels of the row, joined.
  var label: String { (0..<labelCount).map { row.text($0) }.joined(separator: "_") }

  /// What the row is of: a region before it, as in tables of value added by country, left out.
  var item: String {
    let first = labelCount > 1 && columns.contains { $0.region == row.text(0) } ? 1 : 0
    return (first..<labelCount).map { row.text($0) }.joined(separator: " ")
  }

  /// Reads the numbers of the row.
  func read(into values: inout [Double], _ log: inout ReadingLog) {
    let columns = columns
    let first = labelCount
    row.read(
      into: &values, from: first, tally: &log.tally, log: &log.problems,
      row: label
    ) { columns[$0 - first].label }
  }
}
