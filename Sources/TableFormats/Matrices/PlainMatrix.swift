import Diagnostics
import Files

/// A matrix of numbers without labels, whose labels stand in other files.
struct PlainMatrix: ~Copyable {
  private let file: InputFile
  private var reader: RowReader
  private(set) var row: Row
  /// Number of the row that was read last, from 0.
  private(set) var index = -1
  /// The numbers of the row.
  private(set) var values: [Double]

  /// Opens a file whose rows must hold `width` numbers.
  init(_ file: InputFile, width: Int) throws(DiagnosticList) {
    self.file = file
    reader = try RowReader(file)
    row = reader.emptyRow(file)
    values = [Double](repeating: 0, count: width)
  }

  /// Moves to the next row without reading its numbers; false at the end.
  mutating func skip() throws(DiagnosticList) -> Bool {
    guard try reader.next(&row) else { return false }
    index += 1
    return true
  }

  /// Moves to the next row; false at the end. A row of another width is logged and read as 0.
  mutating func next(_ log: inout ReadingLog) throws(DiagnosticList) -> Bool {
    guard try log.goesOn(), try skip() else { return false }
    read(&log)
    return true
  }

  /// Reads the numbers of the row.
  mutating func read(_ log: inout ReadingLog) {
    let width = values.count
    guard row.count == width || (row.count == width + 1 && row.isEmpty(width)) else {
      values = [Double](repeating: 0, count: width)
      return log.wrongWidth(row, expected: width)
    }
    row.read(
      into: &values, from: 0, tally: &log.tally, log: &log.problems, row: "\(index + 1)"
    ) { "\($0 + 1)" }
  }

  /// Logs a file that has another number of rows than its labels.
  func checkCount(_ expected: Int, _ what: String, _ log: inout ReadingLog) {
    guard index + 1 != expected else { return }
    log.problems.error(
      ImportProblem.labelCount(what: "\(what) in \(file.name)", labels: expected, found: index + 1),
      at: index < 0 ? nil : row.place(0))
  }
}
