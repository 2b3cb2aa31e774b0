package import Diagnostics

/// A small table of text (RFC 4180): a header, rows of cells, and where each cell stands.
///
/// Made for files of hundreds of lines; `NumberGrid` reads the large ones.
package struct CSVTable: Sendable {
  /// The file.
  package let source: Source
  /// Names of the columns.
  package let header: [String]
  /// The rows below the header, each as wide as the header; blank lines are left out.
  package let rows: [[String]]
  /// Line number of each row, from 1.
  package let lines: [Int]
  /// Byte ranges of the cells, the header's first.
  private let ranges: [[Range<Int>]]

  /// Reads a table; throws every malformed row at once.
  package init(_ source: Source) throws(DiagnosticList) {
    var scanner = try CSVScanner(source)
    var log = ProblemLog()
    var rows: [Row] = []
    while scanner.startRow() {
      let row = Row(&scanner)
      if let problem = row.problem(width: rows.first?.cells.count) {
        log.error(problem.0, at: Place(source: source, range: problem.1))
        if rows.isEmpty { break }
      } else {
        rows.append(row)
      }
      if rows.count > Limits.textRows {
        log.error(LimitProblem.textRows, at: Place(source: source, range: row.ranges[0]))
      }
      if log.errorCount > Limits.mistakes || rows.count > Limits.textRows { break }
    }
    if rows.isEmpty, !log.hasErrors {
      log.error(CSVProblem.emptyFile, at: Place(source: source, range: 0..<0))
    }
    if let failure = log.failure { throw failure }
    self.source = source
    header = rows[0].cells
    self.rows = rows.dropFirst().map { $0.cells }
    lines = rows.dropFirst().map { $0.line }
    ranges = rows.map { $0.ranges }
  }

  /// Index of the first column of a name; nil if there is none.
  package func column(_ name: String) -> Int? { header.firstIndex(of: name) }

  /// Where a cell stands.
  package func place(row: Int, column: Int) -> Place {
    Place(source: source, range: ranges[row + 1][column])
  }

  /// Where the header stands.
  package var headerPlace: Place {
    let cells = ranges[0]
    return Place(source: source, range: cells[0].lowerBound..<cells[cells.count - 1].upperBound)
  }
}

extension CSVTable {
  /// A row as it is read.
  private struct Row {
    let line: Int
    var cells: [String] = []
    var ranges: [Range<Int>] = []
    var malformed: (CSVProblem, Range<Int>)?

    init(_ scanner: inout CSVScanner) {
      line = scanner.line
      var cell: CSVScanner.Cell
      repeat {
        cell = scanner.nextCell()
        cells.append(scanner.text(of: cell))
        ranges.append(cell.range)
        if let problem = cell.malformation, malformed == nil { malformed = (problem, cell.range) }
      } while !cell.endsRow
    }

    /// What is wrong with the row, and where; nil if nothing is.
    func problem(width: Int?) -> (CSVProblem, Range<Int>)? {
      if let malformed { return malformed }
      let whole = ranges[0].lowerBound..<ranges[ranges.count - 1].upperBound
      if width == nil, cells.count == 1,
        let problem = CSVProblem.notCommas(inOnlyCell: cells[0])
      {
        return (problem, whole)
      }
      guard let width, width != cells.count else { return nil }
      return (.wrongCellCount(found: cells.count, expected: width), whole)
    }
  }
}
