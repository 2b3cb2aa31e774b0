import Files
import Diagnostics
import InputOutputTables

/// EXIOBASE 3 and tables saved by pymrio: Z.txt or A.txt, Y.txt, x.txt, unit.txt.
struct PymrioFormat {
  private let format: ProviderFormat
  private let bundle: InputBundle
  private let main: InputFile
  /// The files that value added came from.
  private var moneyFiles: [String] = []
  private var flows: FlowTable

  /// Reads a table; throws every mistake at once.
  static func read(
    _ bundle: InputBundle, as format: ProviderFormat, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> ProviderTable {
    let hasFlows = bundle.first { $0.name == "Z.txt" } != nil
    let name = hasFlows ? "Z.txt" : "A.txt"
    let main = try bundle.only(hasFlows ? name : "Z.txt or A.txt") { $0.name == name }
    let final = try bundle.only("Y.txt") { $0.name == "Y.txt" && $0.folder == main.folder }
    var reading = try PymrioFormat(bundle, main, final, format)
    try reading.readIntermediate(&log)
    try reading.readFinal(final, &log)
    let output = try reading.readOutput(&log)
    if !hasFlows { try reading.turnIntoFlows(output, &log) }
    if let output { for (i, x) in output.enumerated() { reading.flows.state(x, outputOf: i) } }
    let unit = try reading.readUnit(&log)
    try reading.readValueAdded(unit: unit, &log)
    if let failure = log.problems.failure { throw failure }
    return reading.table(unit, &log)
  }

  private init(
    _ bundle: InputBundle, _ main: InputFile, _ final: InputFile, _ format: ProviderFormat
  ) throws(DiagnosticList) {
    self.bundle = bundle
    self.main = main
    self.format = format
    var labels = TableLabels()
    for node in try LevelMatrix(main, labelCount: 2, format: format).columns {
      _ = labels.add(node: node)
    }
    for item in try LevelMatrix(final, labelCount: 2, format: format).columns {
      _ = labels.add(finalDemand: item)
    }
    flows = FlowTable(labels)
  }

  private func sibling(_ name: String) -> InputFile? {
    bundle.first { $0.name == name && $0.folder == main.folder && $0.path == main.path }
      ?? bundle.first { $0.name == name && $0.folder == main.folder }
  }

  private mutating func readIntermediate(_ log: inout ReadingLog) throws(DiagnosticList) {
    var matrix = try LevelMatrix(main, labelCount: 2, format: format)
    let map = ColumnMap(matrix.columns.map { .use(flows.labels.node($0) ?? 0) })
    try readNodes(&matrix, map, main, &log)
    flows.checkRows(into: &log.problems)
  }

  private mutating func readFinal(
    _ file: InputFile, _ log: inout ReadingLog
  ) throws(DiagnosticList) {
    var matrix = try LevelMatrix(file, labelCount: 2, format: format)
    var labels = flows.labels
    let map = ColumnMap(matrix.columns.map { .final(labels.add(finalDemand: $0)) })
    let regions = Set(labels.regions)
    for item in labels.finalDemand where !regions.contains(item.region) {
      log.problems.error(TableProblem.homelessFinalDemand(item.label), at: matrix.row.place(0))
    }
    try readNodes(&matrix, map, file, &log)
  }

  private mutating func readNodes(
    _ matrix: inout LevelMatrix, _ map: ColumnMap, _ file: InputFile, _ log: inout ReadingLog
  ) throws(DiagnosticList) {
    var values = [Double](repeating: 0, count: map.count)
    var seen: Set<Int> = []
    while try matrix.next(&log) {
      let label = RegionLabel(region: matrix.row.text(0), item: matrix.row.text(1))
      guard let node = flows.labels.node(label) else {
        let known = flows.labels.nodes.map(\.label)
        log.unknownRow(label.label, among: known, in: matrix.row, cell: 0)
        continue
      }
      if !seen.insert(node).inserted {
        log.problems.error(TableProblem.duplicateLabel(label.label), at: matrix.row.place(0))
      }
      matrix.read(into: &values, &log)
      flows.add(values, to: node, by: map)
      if seen.count % 500 == 0 {
        log.progress("\(file.name): \(seen.count) of \(flows.nodeCount) rows")
      }
    }
    if seen.count < flows.nodeCount, log.problems.errorCount == 0 {
      let missing = flows.labels.nodes.indices.filter { !seen.contains($0) }
      log.problems.error(
        ImportProblem.missingRows(
          count: missing.count, examples: missing.prefix(3).map { flows.labels.nodes[$0].label }),
        at: matrix.row.wholePlace)
    }
  }

  /// Gross output of x.txt; nil without that file.
  private func readOutput(_ log: inout ReadingLog) throws(DiagnosticList) -> [Double]? {
    guard let file = sibling("x.txt") else { return nil }
    var reader = try RowReader(file)
    var row = reader.emptyRow(file)
    var output = [Double](repeating: 0, count: flows.nodeCount)
    var count = 0
    var value = [0.0]
    while try reader.next(&row) {
      if count == 0, row.text(0) == "region" || row.text(1) == "sector" { continue }
      let label = RegionLabel(region: row.text(0), item: row.text(1))
      guard let node = flows.labels.node(label) else {
        log.unknownRow(label.label, among: [], in: row, cell: 0)
        continue
      }
      row.read(
        into: &value, from: 2, tally: &log.tally, log: &log.problems, row: label.label
      ) { _ in "x" }
      output[node] = value[0]
      count += 1
    }
    if count != flows.nodeCount {
      log.problems.error(
        ImportProblem.labelCount(what: "nodes", labels: count, found: flows.nodeCount),
        at: row.wholePlace)
    }
    return output
  }
}

extension PymrioFormat {
  /// Makes Z of A: each column times the output of its node.
  private mutating func turnIntoFlows(
    _ output: [Double]?, _ log: inout ReadingLog
  ) throws(DiagnosticList) {
    guard let output else {
      throw DiagnosticList([
        Diagnostic(
          .error,
          ImportProblem.missingFile("x.txt", path: bundle.path, seen: bundle.files.map(\.name)))
      ])
    }
    flows.scaleColumns(by: output)
    log.remarks.append(
      Remark(
        .change, "flows-from-coefficients", en: "Z computed from A.txt and x.txt: Z = A x",
        ja: "Z は A.txt と x.txt から計算しました(Z = A x)"))
  }

  /// The unit that unit.txt states for every node.
  private func readUnit(_ log: inout ReadingLog) throws(DiagnosticList) -> String {
    guard let file = sibling("unit.txt") else {
      throw DiagnosticList([
        Diagnostic(
          .error,
          ImportProblem.missingFile(
            "unit.txt", path: bundle.path, seen: bundle.files.prefix(5).map(\.name)))
      ])
    }
    var reader = try RowReader(file)
    var row = reader.emptyRow(file)
    var units: [String] = []
    while try reader.next(&row) {
      let unit = row.text(row.filledCount - 1)
      if unit != "unit", !units.contains(unit) { units.append(unit) }
    }
    if units.count > 1 {
      log.remarks.append(
        Remark(
          .warning, "mixed-units",
          en: "unit.txt names several units: \(units.joined(separator: ", "))",
          ja: "unit.txt に複数の単位があります：\(units.joined(separator: "、"))"))
    }
    return units.first ?? "money"
  }

  /// Value added by item: the rows of factor_inputs or satellite that are counted in money.
  private mutating func readValueAdded(
    unit: String, _ log: inout ReadingLog
  ) throws(DiagnosticList) {
    for folder in ["factor_inputs", "satellite"] {
      let place = main.folder.isEmpty ? folder : "\(main.folder)/\(folder)"
      guard let file = bundle.first(where: { $0.name == "F.txt" && $0.folder == place }),
        let units = bundle.first(where: { $0.name == "unit.txt" && $0.folder == place })
      else { continue }
      let wanted = try moneyRows(units, unit)
      guard !wanted.isEmpty else { continue }
      moneyFiles = [file.path, units.path]
      var matrix = try LevelMatrix(file, labelCount: 1, format: format)
      let map = ColumnMap(matrix.columns.map { flows.labels.node($0).map { .use($0) } ?? .dropped })
      var values = [Double](repeating: 0, count: map.count)
      while try matrix.next(&log) {
        let name = matrix.row.text(0)
        guard wanted.contains(name) else { continue }
        matrix.read(into: &values, &log)
        flows.add(values, toValueAdded: name, by: map)
      }
      return
    }
  }

  private func moneyRows(_ file: InputFile, _ unit: String) throws(DiagnosticList) -> Set<String> {
    var reader = try RowReader(file)
    var row = reader.emptyRow(file)
    var found: Set<String> = []
    while try reader.next(&row) {
      if row.text(row.filledCount - 1) == unit { found.insert(row.text(0)) }
    }
    return found
  }

  private func table(_ unit: String, _ log: inout ReadingLog) -> ProviderTable {
    let sectors = flows.labels.sectors.count
    let kind = sectors == 200 ? "product by product" : sectors == 163 ? "industry by industry" : ""
    let size = "\(flows.labels.regions.count) regions, \(sectors) sectors"
    return ProviderTable(
      edition: kind.isEmpty ? size : "\(kind), \(size)", year: main.year,
      moneyUnit: Self.moneyUnit(unit), flows: flows,
      sources: distinct(
        [main.path] + ["Y.txt", "x.txt", "unit.txt"].compactMap { sibling($0)?.path }
          + moneyFiles))
  }

  /// A unit in words: `M.EUR` is million EUR.
  static func moneyUnit(_ text: String) -> String {
    let currency = String(text.suffix(3))
    guard currency.allSatisfy({ $0.isASCII && $0.isUppercase }), currency.count == 3 else {
      return text
    }
    let scale = text.dropLast(3).filter { $0.isLetter }.lowercased()
    let words = [
      "m": "million", "mill": "million", "mio": "million", "million": "million",
      "b": "billion", "bn": "billion", "billion": "billion", "k": "thousand",
      "thousand": "thousand",
    ]
    return words[scale].map { "\($0) \(currency)" } ?? text
  }
}
