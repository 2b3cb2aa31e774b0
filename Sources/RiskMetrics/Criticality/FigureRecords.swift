internal import Diagnostics
internal import Files

/// The rows of a file of figures, read by column name; every mistake is kept with its place.
struct FigureRecords {
  /// So many mistakes are told; the rest are counted.
  static let limit = 50

  private let table: CSVTable
  private let columns: [String: Int]
  private var mistakes: [Diagnostic] = []
  private var hidden = 0

  /// Opens a file; throws if it is malformed or lacks a needed column.
  init(_ source: Source, needed: [String]) throws(DiagnosticList) {
    table = try CSVTable(source)
    columns = Dictionary(zip(table.header, table.header.indices)) { first, _ in first }
    let missing = needed.filter { columns[$0] == nil }
    if !missing.isEmpty {
      let place = table.headerPlace
      throw DiagnosticList(
        missing.map { Diagnostic(.error, CSVProblem.missingColumn($0), at: place) })
    }
  }

  /// Indices of the rows.
  var rows: Range<Int> { table.rows.indices }

  /// Whether the file has a column.
  func has(_ column: String) -> Bool { columns[column] != nil }

  /// A cell's text; empty where the column is absent.
  func text(_ row: Int, _ column: String) -> String {
    columns[column].map { table.rows[row][$0] } ?? ""
  }

  /// A cell that must hold something; nil, with the mistake kept, if it is empty.
  mutating func word(_ row: Int, _ column: String) -> String? {
    let cell = text(row, column)
    if cell.isEmpty { refuse(FigureProblem.empty(column: column), row, column) }
    return cell.isEmpty ? nil : cell
  }

  /// A number that must stand there; nil, with the mistake kept, if none of the range does.
  mutating func number(
    _ row: Int, _ column: String, in range: ClosedRange<Double>
  ) -> Double? {
    guard word(row, column) != nil else { return nil }
    return optionalNumber(row, column, in: range)
  }

  /// A number, or nil for an empty cell; nil, with the mistake kept, if it is out of range.
  mutating func optionalNumber(
    _ row: Int, _ column: String, in range: ClosedRange<Double>
  ) -> Double? {
    let cell = text(row, column)
    guard !cell.isEmpty else { return nil }
    guard let value = NumberParser.parse(cell), value.isFinite else {
      let label = table.rows[row].first ?? ""
      refuse(CSVProblem.notANumber(cell: cell, row: label, column: column), row, column)
      return nil
    }
    guard range.contains(value) else {
      refuse(
        FigureProblem.outOfRange(
          cell: cell, column: column, lowest: range.lowerBound, highest: range.upperBound),
        row, column)
      return nil
    }
    return value
  }

  /// A year of four digits; nil, with the mistake kept, if there is none.
  mutating func year(_ row: Int, _ column: String) -> Int? {
    let cell = text(row, column)
    if let year = Int(cell), (1000...9999).contains(year) { return year }
    refuse(FigureProblem.notAYear(cell), row, column)
    return nil
  }

  /// Keeps a mistake about a cell, or about the header where no row is named.
  mutating func refuse(_ problem: some Problem, _ row: Int? = nil, _ column: String = "") {
    guard mistakes.count < Self.limit else {
      hidden += 1
      return
    }
    let cell = row.flatMap { row in columns[column].map { table.place(row: row, column: $0) } }
    mistakes.append(Diagnostic(.error, problem, at: cell ?? table.headerPlace))
  }

  /// Throws the mistakes kept, if there are any.
  func finish() throws(DiagnosticList) {
    guard !mistakes.isEmpty else { return }
    let rest = hidden > 0 ? [Diagnostic(.error, CSVProblem.more(hidden))] : []
    throw DiagnosticList(mistakes + rest)
  }
}
