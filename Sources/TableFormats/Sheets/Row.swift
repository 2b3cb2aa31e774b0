import Diagnostics
import Files

/// One row of a file, cut into cells.
struct Row: Sendable {
  /// The file as messages show it.
  let file: String
  /// The sheet of a workbook; nil in a text file.
  let sheet: String?
  /// Number of the line or of the sheet's row, from 1.
  var line = 0
  /// The cells' bytes; in a text file the whole line.
  var bytes: [UInt8] = []
  /// Where each cell lies in `bytes`, without quotes and spaces around it.
  var cells: [Range<Int>] = []

  /// A row of a file before anything is read.
  init(file: String, sheet: String? = nil) {
    self.file = file
    self.sheet = sheet
  }

  /// Number of cells.
  var count: Int { cells.count }

  /// Number of cells, empty ones at the end left out.
  var filledCount: Int { (cells.lastIndex { !$0.isEmpty } ?? -1) + 1 }

  /// A cell's text; empty beyond the last cell.
  func text(_ cell: Int) -> String {
    guard cells.indices.contains(cell) else { return "" }
    let text = String(decoding: bytes[cells[cell]], as: UTF8.self)
    return text.contains("\"\"") ? text.replacing("\"\"", with: "\"") : text
  }

  /// Texts of all cells.
  var texts: [String] { cells.indices.map { text($0) } }

  /// Whether a cell holds nothing.
  func isEmpty(_ cell: Int) -> Bool { !cells.indices.contains(cell) || cells[cell].isEmpty }

  /// A cell's number; nil if it is none.
  func number(_ cell: Int) -> Double? {
    guard cells.indices.contains(cell) else { return nil }
    return NumberParser.parse(bytes.span, cells[cell])
  }

  /// Where a cell stands; beyond the last cell, the row's end.
  func place(_ cell: Int) -> Place {
    let range = cells.indices.contains(cell) ? cells[cell] : bytes.count..<bytes.count
    guard let sheet else {
      return Place(source: Source(name: file, bytes: bytes, firstLine: line), range: range)
    }
    let reference = Row.columnName(cell) + "\(line)"
    let source = Source(
      name: "\(file)!\(sheet)!\(reference)", bytes: Array(bytes[range]), firstLine: line)
    return Place(source: source, range: 0..<range.count)
  }

  /// Where the row stands.
  var wholePlace: Place {
    guard sheet == nil else { return place(0) }
    return Place(
      source: Source(name: file, bytes: bytes, firstLine: line), range: 0..<bytes.count)
  }

  /// A column's letters, as spreadsheets count: A, B … Z, AA.
  static func columnName(_ column: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    var name = ""
    var rest = column + 1
    while rest > 0 {
      name = String(letters[(rest - 1) % 26]) + name
      rest = (rest - 1) / 26
    }
    return name
  }
}

/// What was met in cells of numbers besides numbers.
struct CellTally: Sendable {
  /// Cells that say `NA` or the like, read as 0.
  var notAvailable = 0
}

extension Row {
  /// Texts that stand for a number that a provider does not have.
  static let notAvailable: Set<String> = ["NA", "N/A", "n/a", "na", "..", ":", "-", "…"]

  /// Reads `values.count` numbers from cell `first` on; empty and unavailable cells are 0.
  ///
  /// Mistakes go to the log with the labels of their row and column.
  func read(
    into values: inout [Double], from first: Int, tally: inout CellTally, log: inout ProblemLog,
    row: String, column: (Int) -> String
  ) {
    let span = bytes.span
    let cells = cells.span
    for k in values.indices {
      let cell = first + k
      guard cell < cells.count, !cells[cell].isEmpty else {
        values[k] = 0
        continue
      }
      if let value = NumberParser.parse(span, cells[cell]), abs(value) <= 1e100 {
        values[k] = value
        continue
      }
      values[k] = 0
      let text = String(text(cell).prefix(40))
      if Row.notAvailable.contains(text) {
        tally.notAvailable += 1
      } else if log.isFull {
        log.countHidden()
      } else {
        log.error(problem(text, row: row, column: column(cell)), at: place(cell))
      }
    }
  }

  private func problem(_ text: String, row: String, column: String) -> CSVProblem {
    let word = text.lowercased().drop { "+-".contains($0) }
    if ["nan", "inf", "infinity"].contains(String(word)) {
      return .notFinite(cell: text, row: row, column: column)
    }
    return NumberParser.parse(text) == nil
      ? .notANumber(cell: text, row: row, column: column)
      : .tooLarge(cell: text, row: row, column: column)
  }
}
