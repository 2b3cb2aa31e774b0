import Diagnostics
import InputOutputTables
import LinearAlgebra

extension PymrioFormat {
  /// Folders that hold value added, as EXIOBASE ships it and pymrio names it for other tables.
  private static let valueAddedFolders = ["factor_inputs", "VA", "satellite"]

  /// Makes Z of A, each column times the output of its node; returns the output.
  ///
  /// Without x.txt the output is that of Leontief's system, x = (I - A)^-1 y, as pymrio's
  /// `calc_x_from_L` has it.
  mutating func turnIntoFlows(
    _ stated: [Double]?, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> [Double] {
    let output: [Double]
    if let stated { output = stated } else { output = try solvedOutput() }
    flows.scaleColumns(by: output)
    if stated == nil {
      log.remarks.append(
        Remark(
          .change, "output-from-coefficients",
          en: "gross output x computed from A.txt and Y.txt: x = (I - A)^-1 y",
          ja: "産出額 x は A.txt と Y.txt から計算しました(x = (I - A)^-1 y)"))
    }
    log.remarks.append(
      Remark(
        .change, "flows-from-coefficients", en: "Z computed from A.txt and x: Z = A x",
        ja: "Z は A.txt と x から計算しました(Z = A x)"))
    return output
  }

  private func solvedOutput() throws(DiagnosticList) -> [Double] {
    let n = flows.nodeCount
    let final = Matrix(rows: n, columns: flows.finalCount, elements: flows.final)
    let demand = final.rowSums
    let system = LU(identityMinus: Matrix(rows: n, columns: n, elements: flows.use))
    guard let system, system.reciprocalCondition > 1e-12 else { throw notProductive }
    let output = system.solve(demand)
    let size = output.reduce(0) { $0 + abs($1) }
    // Changes of stocks may leave a small node below 0; a Leontief system of flows goes far below.
    guard output.allSatisfy({ $0.isFinite && $0 > -0.01 * size }) else { throw notProductive }
    return output
  }

  private var notProductive: DiagnosticList {
    DiagnosticList([Diagnostic(.error, ImportProblem.notProductive(main.display))])
  }

  /// The unit that unit.txt states for every node.
  mutating func readUnit(_ log: inout ReadingLog) throws(DiagnosticList) -> String {
    guard let file = sibling("unit.txt") else {
      throw DiagnosticList([
        Diagnostic(
          .error,
          ImportProblem.missingFile(
            "unit.txt", path: bundle.path, seen: bundle.files.prefix(5).map(\.name)))
      ])
    }
    sources.append(file)
    var reader = try RowReader(file)
    var row = reader.emptyRow(file)
    var units: [String] = []
    while try reader.next(&row) {
      let unit = row.text(row.filledCount - 1)
      if unit != "unit", !units.contains(unit), units.count < 20 { units.append(unit) }
    }
    if units.count > 1 {
      log.remarks.append(
        Remark(
          .warning, "mixed-units",
          en: "unit.txt names several units: \(units.joined(separator: ", "))",
          ja: "unit.txt に複数の単位があります：\(units.joined(separator: "、"))"))
    }
    return MoneyWords.unit(units.first ?? "money")
  }

  /// Value added by item: the rows of a folder of inputs or satellites that are counted in money.
  mutating func readValueAdded(
    unit: String, _ log: inout ReadingLog
  ) throws(DiagnosticList) {
    for folder in Self.valueAddedFolders {
      let place = main.folder.isEmpty ? folder : "\(main.folder)/\(folder)"
      guard let file = bundle.first(where: { $0.name == "F.txt" && $0.folder == place }),
        let units = bundle.first(where: { $0.name == "unit.txt" && $0.folder == place })
      else { continue }
      let wanted = try moneyRows(units, unit)
      guard !wanted.isEmpty else { continue }
      sources += [file, units]
      var matrix = try LevelMatrix(file, labelCount: nil, format: format)
      let map = ColumnMap(matrix.columns.map { flows.labels.node($0).map { .use($0) } ?? .dropped })
      var values = [Double](repeating: 0, count: map.count)
      while try matrix.next(&log) {
        guard wanted.contains(matrix.label) else { continue }
        matrix.read(into: &values, &log)
        flows.add(values, toValueAdded: matrix.item, by: map)
      }
      return
    }
  }

  /// The rows of a folder's unit.txt that count the table's money.
  private func moneyRows(_ file: InputFile, _ unit: String) throws(DiagnosticList) -> Set<String> {
    var reader = try RowReader(file)
    var row = reader.emptyRow(file)
    var found: Set<String> = []
    while try reader.next(&row) {
      let last = row.filledCount - 1
      guard last > 0, MoneyWords.unit(row.text(last)) == unit else { continue }
      found.insert((0..<last).map { row.text($0) }.joined(separator: "_"))
    }
    return found
  }

  func table(_ unit: String) -> ProviderTable {
    let sectors = flows.labels.sectors.count
    let kind = sectors == 200 ? "product by product" : sectors == 163 ? "industry by industry" : ""
    let size = "\(flows.labels.regions.count) regions, \(sectors) sectors"
    var table = ProviderTable(
      edition: kind.isEmpty ? size : "\(kind), \(size)", moneyUnit: unit, flows: flows,
      sources: sources)
    table.setYear(stated: nil, else: main)
    return table
  }
}
