package import Diagnostics
internal import Files
internal import LinearAlgebra

/// New totals of a table: outputs by node, and purchases by node and final-demand column.
package struct TableMargins: Sendable {
  /// New gross output of each node: the total of its row of Z and Y, n.
  package let outputs: [Double]
  /// New intermediate input of each node: the total of its column of Z, n.
  package let inputs: [Double]
  /// New total of each column of Y, f.
  package let finalDemand: [Double]
  /// Whether the file gives each output, n, and each column total, n + f.
  let given: (rows: [Bool], columns: [Bool])

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
      outputs: margins.outputs, inputs: margins.inputs, finalDemand: margins.finalDemand,
      given: (margins.givenRows, margins.givenColumns))
  }

  private static func total(
    _ cell: String, at place: Place, into log: inout ProblemLog
  ) -> Double? {
    guard !cell.isEmpty else { return nil }
    if let value = NumberParser.parse(cell), abs(value) <= Limits.number { return value }
    log.error(ShapeProblem.badMargin(cell), at: place)
    return nil
  }
}

// MARK: - Sums

extension TableMargins {
  /// Rows or columns.
  package enum Side: String, Sendable, CaseIterable {
    /// Gross outputs.
    case rows
    /// Intermediate inputs and final demand.
    case columns
  }

  /// The totals with those of one side that the file leaves out scaled, so that both sums agree.
  ///
  /// Throws if none is left out, or only a factor of 0 or less would do.
  package func scaled(_ side: Side) throws(DiagnosticList) -> TableMargins {
    let columns = inputs + finalDemand
    let (mine, isGiven, other) =
      side == .rows ? (outputs, given.rows, columns) : (columns, given.columns, outputs)
    let fixed = zip(mine, isGiven).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    let free = mine.reduce(0, +) - fixed
    let factor = (other.reduce(0, +) - fixed) / free
    guard free > 0, factor > 0, factor.isFinite else {
      throw DiagnosticList([Diagnostic(.error, BalancingProblem.notScalable)])
    }
    let new = zip(mine, isGiven).map { $1 ? $0 : $0 * factor }
    return TableMargins(
      outputs: side == .rows ? new : outputs,
      inputs: side == .rows ? inputs : Array(new.prefix(inputs.count)),
      finalDemand: side == .rows ? finalDemand : Array(new.dropFirst(inputs.count)),
      given: given)
  }
}

/// The present totals of a table, some replaced.
private struct MutableMargins {
  var outputs: [Double]
  var inputs: [Double]
  var finalDemand: [Double]
  var givenRows: [Bool]
  var givenColumns: [Bool]
  private let nodes: [String: Int]
  private let columns: [String: Int]

  init(_ table: InputOutputTable) {
    outputs = zip(table.intermediateUse.rowSums, table.finalDemand.rowSums).map { $0 + $1 }
    inputs = table.intermediateUse.columnSums
    finalDemand = table.finalDemand.columnSums
    givenRows = [Bool](repeating: false, count: outputs.count)
    givenColumns = [Bool](repeating: false, count: inputs.count + finalDemand.count)
    nodes = Dictionary(uniqueKeysWithValues: zip(table.nodeLabels, 0...))
    columns = Dictionary(uniqueKeysWithValues: zip(table.finalDemandLabels, 0...))
  }

  /// Takes the totals of a label; returns what is wrong with it.
  mutating func take(_ label: String, _ sold: Double?, _ bought: Double?) -> ShapeProblem? {
    if let node = nodes[label] {
      if let sold { (outputs[node], givenRows[node]) = (sold, true) }
      if let bought { (inputs[node], givenColumns[node]) = (bought, true) }
    } else if let column = columns[label] {
      if sold != nil { return .rowOfFinalDemand(label) }
      if let bought {
        (finalDemand[column], givenColumns[inputs.count + column]) = (bought, true)
      }
    } else {
      let known = Array(nodes.keys) + Array(columns.keys)
      return .unknown(
        label, of: "node or column", suggestion: nearest(label, in: known.sorted()))
    }
    return nil
  }
}
