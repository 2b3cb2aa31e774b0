import Diagnostics
import Files
import InputOutputTables

/// The cells of a table in long form, one line a cell, until all labels are known.
struct LongTable {
  /// The rows in order of appearance.
  private(set) var rows: [RegionLabel] = []
  /// The columns in order of appearance.
  private(set) var columns: [RegionLabel] = []
  private var rowIndex: [RegionLabel: Int32] = [:]
  private var columnIndex: [RegionLabel: Int32] = [:]
  private var cells: [(row: Int32, column: Int32, value: Double)] = []

  /// A table without cells.
  init() {}

  /// Number of cells.
  var count: Int { cells.count }

  /// Adds a cell.
  mutating func add(_ value: Double, row: RegionLabel, column: RegionLabel) {
    cells.append(
      (
        Self.index(of: row, &rows, &rowIndex), Self.index(of: column, &columns, &columnIndex), value
      ))
  }

  private static func index(
    of label: RegionLabel, _ list: inout [RegionLabel], _ index: inout [RegionLabel: Int32]
  ) -> Int32 {
    if let known = index[label] { return known }
    let new = Int32(list.count)
    index[label] = new
    list.append(label)
    return new
  }

  /// Hands each row with its values, a value a column; a cell that stands twice is logged.
  func forEachRow(
    into log: inout ReadingLog, _ body: (_ row: RegionLabel, _ values: [Double]) -> Void
  ) {
    var order = [[Int]](repeating: [], count: rows.count)
    for (place, cell) in cells.enumerated() { order[Int(cell.row)].append(place) }
    var values = [Double](repeating: 0, count: columns.count)
    var owner = [Int](repeating: -1, count: columns.count)
    for (row, label) in rows.enumerated() {
      for k in values.indices { values[k] = 0 }
      for place in order[row] {
        let column = Int(cells[place].column)
        if owner[column] == row {
          log.problems.error(
            TableProblem.duplicateLabel("\(label.label), \(columns[column].label)"))
        }
        owner[column] = row
        values[column] = cells[place].value
      }
      body(label, values)
    }
  }
}
