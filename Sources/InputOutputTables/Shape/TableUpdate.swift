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
  /// Gross output becomes the row totals. Primary inputs become output less intermediate input: rows
  /// keep their proportions; where the old sum is 0 or of the other sign the last row takes the rest.
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
      description: description.after(change, name: name, isEstimated: true), separator: separator,
      regions: regions,
      sectors: sectors, countries: countries, nodeLabels: nodeLabels, nodeRegion: nodeRegion,
      nodeSector: nodeSector, intermediateUse: use, finalDemandLabels: finalDemandLabels,
      finalDemandRegion: finalDemandRegion, finalDemand: final,
      primaryInputLabels: primaryInputLabels,
      primaryInputs: primaryInputs(output: margins.outputs, input: use.columnSums),
      primaryInputKinds: primaryInputKinds, grossOutput: margins.outputs)
    return (table, report)
  }

  private func primaryInputs(output: [Double], input: [Double]) -> Matrix {
    var items = primaryInputs
    guard items.rows > 0 else { return items }
    for (j, old) in allPrimaryInputs.enumerated() {
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
