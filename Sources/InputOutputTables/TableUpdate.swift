package import Diagnostics
internal import LinearAlgebra

/// New totals of a table: outputs by node, and purchases by node and final-demand column.
package struct TableMargins: Sendable, Hashable {
  /// New gross output of each node: the total of its row of Z and Y, n.
  package let outputs: [Double]
  /// New intermediate input of each node: the total of its column of Z, n.
  package let inputs: [Double]
  /// New total of each column of Y, f.
  package let finalDemand: [Double]

  /// Reads a file of columns label, row_total, column_total; empty cells keep the present total.
  ///
  /// Labels are those of nodes and of final-demand columns, which have no row total. Every mistake at once.
  package static func read(
    _ file: Source, of table: InputOutputTable
  ) throws(DiagnosticList) -> TableMargins {
    let rows = try CSVTable(file)
    var log = ProblemLog()
    guard let name = rows.column("label"), let row = rows.column("row_total"),
      let column = rows.column("column_total")
    else {
      for name in ["label", "row_total", "column_total"] where rows.column(name) == nil {
        log.error(CSVProblem.missingColumn(name), at: rows.headerPlace)
      }
      throw DiagnosticList(log.errors)
    }
    var margins = MutableMargins(table)
    var seen: Set<String> = []
    for (index, cells) in rows.rows.enumerated() {
      let place = rows.place(row: index, column: name)
      if !seen.insert(cells[name]).inserted {
        log.error(ShapeProblem.twice(cells[name]), at: place)
      }
      let sold = total(cells[row], at: rows.place(row: index, column: row), into: &log)
      let bought = total(cells[column], at: rows.place(row: index, column: column), into: &log)
      if let problem = margins.take(cells[name], sold, bought) { log.error(problem, at: place) }
    }
    if let failure = log.failure { throw failure }
    return TableMargins(
      outputs: margins.outputs, inputs: margins.inputs, finalDemand: margins.finalDemand)
  }

  private static func total(
    _ cell: String, at place: Place, into log: inout ProblemLog
  ) -> Double? {
    guard !cell.isEmpty else { return nil }
    if let value = NumberParser.parse(cell), abs(value) <= NumberGrid.largestNumber { return value }
    log.error(ShapeProblem.badMargin(cell), at: place)
    return nil
  }
}

/// The present totals of a table, some replaced.
private struct MutableMargins {
  var outputs: [Double]
  var inputs: [Double]
  var finalDemand: [Double]
  private let nodes: [String: Int]
  private let columns: [String: Int]

  init(_ table: InputOutputTable) {
    outputs = zip(table.intermediateUse.rowSums, table.finalDemand.rowSums).map { $0 + $1 }
    inputs = table.intermediateUse.columnSums
    finalDemand = table.finalDemand.columnSums
    nodes = Dictionary(uniqueKeysWithValues: zip(table.nodeLabels, 0...))
    columns = Dictionary(uniqueKeysWithValues: zip(table.finalDemandLabels, 0...))
  }

  /// Takes the totals of a label; returns what is wrong with it.
  mutating func take(_ label: String, _ sold: Double?, _ bought: Double?) -> ShapeProblem? {
    if let node = nodes[label] {
      if let sold { outputs[node] = sold }
      if let bought { inputs[node] = bought }
    } else if let column = columns[label] {
      if sold != nil { return .rowOfFinalDemand(label) }
      if let bought { finalDemand[column] = bought }
    } else {
      let known = Array(nodes.keys) + Array(columns.keys)
      return .unknown(
        label, of: "node or column", suggestion: nearestName(to: label, among: known.sorted()))
    }
    return nil
  }
}

extension InputOutputTable {
  /// How a table is brought to new totals.
  package enum UpdateMethod: String, Sendable, CaseIterable {
    /// For tables without negative cells.
    case ras
    /// For all tables.
    case gras
  }

  /// The table with new totals, Z and Y balanced together, and what the balancing reports.
  ///
  /// Gross output becomes the row totals. Value added becomes output less intermediate input: items
  /// keep their proportions; where the old sum is 0 or of the other sign the last item takes the rest.
  package func updated(
    to margins: TableMargins, by method: UpdateMethod, tolerance: Double = 1e-10,
    rounds: Int = 2_000, name: String? = nil
  ) throws(DiagnosticList) -> (table: InputOutputTable, report: Balancing.Result) {
    let n = nodeCount
    let f = finalDemandLabels.count
    var flows = Matrix(rows: n, columns: n + f)
    for i in 0..<n {
      for j in 0..<n { flows[i, j] = intermediateUse[i, j] }
      for k in 0..<f { flows[i, n + k] = finalDemand[i, k] }
    }
    let task = Balancing(
      flows, rowTotals: margins.outputs, columnTotals: margins.inputs + margins.finalDemand,
      rowLabels: nodeLabels, columnLabels: nodeLabels + finalDemandLabels)
    let report =
      switch method {
      case .ras: try task.ras(tolerance: tolerance, rounds: rounds)
      case .gras: try task.gras(tolerance: tolerance, rounds: rounds)
      }
    var use = intermediateUse
    var final = finalDemand
    for i in 0..<n {
      for j in 0..<n { use[i, j] = report.matrix[i, j] }
      for k in 0..<f { final[i, k] = report.matrix[i, n + k] }
    }
    let change = "updated to new totals by \(method.rawValue.uppercased())"
    let table = InputOutputTable(
      description: description.after(change, name: name), separator: separator, regions: regions,
      sectors: sectors, countries: countries, nodeLabels: nodeLabels, nodeRegion: nodeRegion,
      nodeSector: nodeSector, intermediateUse: use, finalDemandLabels: finalDemandLabels,
      finalDemandRegion: finalDemandRegion, finalDemand: final,
      valueAddedLabels: valueAddedLabels,
      valueAddedItems: valueAddedItems(output: margins.outputs, input: use.columnSums),
      grossOutput: margins.outputs)
    return (table, report)
  }

  private func valueAddedItems(output: [Double], input: [Double]) -> Matrix {
    var items = valueAddedItems
    guard items.rows > 0 else { return items }
    for (j, old) in valueAdded.enumerated() {
      let new = output[j] - input[j]
      if old * new > 0 {
        for item in 0..<items.rows { items[item, j] *= new / old }
      } else {
        items[items.rows - 1, j] += new - old
      }
    }
    return items
  }
}
