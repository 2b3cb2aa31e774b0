package import Diagnostics
internal import Files
package import InputOutputTables

/// One figure for each node of a table from a file beside it, such as jobs: columns label and value.
package enum NodeFigures {
  /// Reads a file with the columns `label` and `value`; throws every mistake at once.
  ///
  /// Every node must have a row, in any order; figures are finite and not negative.
  package static func read(
    _ source: Source, for table: InputOutputTable
  ) throws(DiagnosticList) -> [Double] {
    let file = try CSVTable(source)
    let columns = ["label", "value"]
    let missing = columns.filter { file.column($0) == nil }
    guard let label = file.column("label"), let value = file.column("value") else {
      throw DiagnosticList(
        missing.map { Diagnostic(.error, CSVProblem.missingColumn($0), at: file.headerPlace) })
    }
    var figures: [String: Double] = [:]
    var problems: [Diagnostic] = []
    let known = Set(table.nodeLabels)
    for (row, cells) in file.rows.enumerated() {
      let (name, text) = (cells[label], cells[value])
      if !known.contains(name) {
        let problem = TableProblem.unknownLabel(
          name, suggestion: nearest(name, in: table.nodeLabels))
        problems.append(Diagnostic(.error, problem, at: file.place(row: row, column: label)))
      } else if figures[name] != nil {
        let place = file.place(row: row, column: label)
        problems.append(Diagnostic(.error, TableProblem.duplicateLabel(name), at: place))
      } else if let figure = Double(text), figure.isFinite, figure >= 0 {
        figures[name] = figure
      } else {
        figures[name] = 0
        let problem = CSVProblem.notANumber(cell: text, row: name, column: "value")
        problems.append(Diagnostic(.error, problem, at: file.place(row: row, column: value)))
      }
    }
    for name in table.nodeLabels where figures[name] == nil {
      problems.append(
        Diagnostic(.error, TableProblem.missingLabel(name), at: file.headerPlace))
    }
    guard problems.isEmpty else { throw DiagnosticList(problems) }
    return table.nodeLabels.map { figures[$0] ?? 0 }
  }
}
