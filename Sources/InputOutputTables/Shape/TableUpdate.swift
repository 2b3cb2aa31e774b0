package import Diagnostics
internal import LinearAlgebra

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
