import Diagnostics
import Files
import InputOutputTables

/// FIGARO's flat files: a line a cell, `refArea, rowIi, counterpartArea, colIi, obsValue`.
///
/// Rows of value added have the area W2. The files of products have `rowPi` and `colPi`.
enum FigaroFlatFile {
  /// Three times the cells of the largest edition, 3,200 nodes and 250 columns of final demand.
  private static let mostCells = 1 << 25

  /// The flows of a flat file; nil if the file is none.
  static func flows(
    _ file: InputFile, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> FlowTable? {
    var lines = try LongRows(file)
    guard lines.has(["refarea", "counterpartarea"]) else { return nil }
    let dimensions = lines.dimensions
    let find = { (names: [String]) in dimensions.firstIndex { names.contains($0) } }
    guard let origin = find(["refarea"]), let made = find(["rowii", "rowpi"]),
      let user = find(["counterpartarea"]), let use = find(["colii", "colpi"])
    else {
      throw DiagnosticList([
        Diagnostic(
          .error,
          ImportProblem.wrongLayout(
            format: ProviderFormat.figaro.name,
            expected: "a flat file has columns rowIi and colIi, or rowPi and colPi", guess: nil),
          at: lines.row.place(0))
      ])
    }
    var table = LongTable()
    while try lines.next(&log) {
      guard let value = lines.value(year: nil, &log) else { continue }
      table.add(
        value, row: RegionLabel(region: lines.code(origin), item: lines.code(made)),
        column: RegionLabel(region: lines.code(user), item: lines.code(use)))
      if table.count > mostCells { throw lines.tooMany(mostCells) }
      if table.count % 1_000_000 == 0 { log.progress("\(file.name): \(table.count) cells") }
    }
    if let failure = log.problems.failure { throw failure }
    return try flows(table, lines.row.place(0), &log)
  }

  private static func flows(
    _ table: LongTable, _ place: Place, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> FlowTable {
    let primary = "W2"
    var labels = TableLabels()
    for row in table.rows where row.region != primary { _ = labels.add(node: row) }
    let regions = Set(labels.regions)
    let roles = table.columns.map { column -> ColumnRole in
      guard FigaroFormat.isFinalDemand(column.item) else {
        if labels.node(column) == nil {
          log.problems.error(TableProblem.unknownLabel(column.label, suggestion: nil), at: nil)
        }
        return .use(labels.add(node: column))
      }
      if !regions.contains(column.region) {
        log.problems.error(TableProblem.homelessFinalDemand(column.label), at: nil)
      }
      return .final(labels.add(finalDemand: column))
    }
    if labels.nodes.isEmpty || labels.finalDemand.isEmpty {
      log.problems.error(ImportProblem.noFinalDemand("`P3_S14`"), at: place)
    }
    if let failure = log.problems.failure { throw failure }
    var flows = try FlowTable(labels)
    let map = ColumnMap(roles)
    table.forEachRow(into: &log) { row, values in
      if row.region == primary {
        flows.add(
          values, toValueAdded: row.label, kind: FigaroFormat.kinds[row.item], by: map)
      } else if let node = labels.node(row) {
        flows.add(values, to: node, by: map)
      }
    }
    if let failure = log.problems.failure { throw failure }
    return flows
  }
}
