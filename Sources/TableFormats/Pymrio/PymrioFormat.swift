import Diagnostics
import Files
import InputOutputTables

/// EXIOBASE 3 and tables saved by pymrio: Z.txt or A.txt, Y.txt, unit.txt, and x.txt if it is there.
struct PymrioFormat {
  let format: ProviderFormat
  let bundle: InputBundle
  let main: InputFile
  /// The files that were read.
  var sources: [InputFile]
  var flows: FlowTable

  /// Reads a table; throws every mistake at once.
  static func read(
    _ bundle: InputBundle, as format: ProviderFormat, year: Int?, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> ProviderTable {
    let hasFlows = bundle.first { $0.name == "Z.txt" } != nil
    let name = hasFlows ? "Z.txt" : "A.txt"
    let main = try bundle.onlyNamed(hasFlows ? name : "Z.txt or A.txt", of: year) {
      $0.name == name
    }
    let final = try bundle.only("Y.txt") { $0.name == "Y.txt" && $0.isBeside(main) }
    var reading = try PymrioFormat(bundle, main, final, format)
    try reading.readIntermediate(&log)
    try reading.readFinal(final, &log)
    if let failure = log.problems.failure { throw failure }
    var output = try reading.readOutput(&log)
    if !hasFlows { output = try reading.turnIntoFlows(output, &log) }
    if let output { for (i, x) in output.enumerated() { reading.flows.state(x, outputOf: i) } }
    let unit = try reading.readUnit(&log)
    try reading.readValueAdded(unit: unit, &log)
    if let failure = log.problems.failure { throw failure }
    return reading.table(unit)
  }

  private init(
    _ bundle: InputBundle, _ main: InputFile, _ final: InputFile, _ format: ProviderFormat
  ) throws(DiagnosticList) {
    self.bundle = bundle
    self.main = main
    sources = [main, final]
    self.format = format
    var labels = TableLabels()
    for node in try LevelMatrix(main, labelCount: 2, format: format).columns {
      _ = labels.add(node: node)
    }
    for item in try LevelMatrix(final, labelCount: 2, format: format).columns {
      _ = labels.add(finalDemand: item)
    }
    flows = try FlowTable(labels)
  }

  func sibling(_ name: String) -> InputFile? {
    bundle.first { $0.name == name && $0.isBeside(main) }
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
  private mutating func readOutput(
    _ log: inout ReadingLog
  ) throws(DiagnosticList) -> [Double]? {
    guard let file = sibling("x.txt") else { return nil }
    sources.append(file)
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
