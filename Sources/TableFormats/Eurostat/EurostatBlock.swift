import Diagnostics

/// The cells of one country, year, unit and origin of flows; a cell without a number is absent.
struct EurostatBlock {
  /// Codes of the rows and of the columns that hold a number, in order of appearance.
  private(set) var rows: [String] = []
  private(set) var columns: [String] = []
  private var values: [[Double]] = []
  private var rowIndex: [String: Int] = [:]
  private var columnIndex: [String: Int] = [:]

  /// Lays out a table in long form; a cell that stands twice is logged.
  init(_ table: LongTable, _ log: inout ReadingLog) {
    columns = table.columns.map(\.item)
    for (place, code) in columns.enumerated() { columnIndex[code] = place }
    table.forEachRow(into: &log) { row, found in
      rowIndex[row.item] = rows.count
      rows.append(row.item)
      values.append(found)
    }
  }

  private init() {}

  /// What is left of all flows without those from abroad.
  static func difference(_ all: Self, _ imports: Self) -> Self {
    var block = all
    for (place, row) in all.rows.enumerated() where imports.rowIndex[row] != nil {
      for (k, column) in all.columns.enumerated() {
        block.values[place][k] -= imports[row, column]
      }
    }
    return block
  }

  /// Whether it holds no number.
  var isEmpty: Bool { rows.isEmpty }

  /// Whether a row holds a number.
  func has(row: String) -> Bool { rowIndex[row] != nil }

  /// Whether a column holds a number.
  func has(column: String) -> Bool { columnIndex[column] != nil }

  /// A cell; 0 where there is no number.
  subscript(row: String, column: String) -> Double {
    guard let row = rowIndex[row], let column = columnIndex[column] else { return 0 }
    return values[row][column]
  }

  /// A row's cells in some columns.
  func row(_ row: String, _ columns: [String]) -> [Double] { columns.map { self[row, $0] } }

  /// A column's cells in some rows.
  func column(_ column: String, _ rows: [String]) -> [Double] { rows.map { self[$0, column] } }
}
