import Diagnostics
import Files
import InputOutputTables

/// Eora26: matrices T, FD and VA without labels, and lists of labels.
struct EoraFormat {
  /// A line of a list of labels.
  private struct Entry {
    let name: String
    let code: String
    let item: String
  }

  private var flows: FlowTable
  /// The node of each row and column of T; nil where it is the rest of the world.
  private let nodes: [Int?]
  private let final: [Int?]
  private let items: [String]

  /// Reads a table; throws every mistake at once.
  static func read(
    _ bundle: InputBundle, year: Int?, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> ProviderTable {
    let table = try bundle.onlyNamed("file *_T.txt", of: year) { isMatrix($0, "T") }
    let find = { (part: String) throws(DiagnosticList) -> InputFile in
      try bundle.only("file *_\(part).txt") { isMatrix($0, part) && $0.isBeside(table) }
    }
    let (finalDemand, valueAdded) = (try find("FD"), try find("VA"))
    let indices = try bundle.adding(bundle.parent + "/indices.zip")
    let lists = try ["labels_T.txt", "labels_FD.txt", "labels_VA.txt"].map {
      (name) throws(DiagnosticList) in try list(indices, name, beside: table)
    }
    let entries = try lists.map { (file) throws(DiagnosticList) in try Self.entries(file) }
    var reading = try EoraFormat(entries[0], entries[1], entries[2].map(\.item))
    try reading.readRows(table, isFinal: false, &log)
    try reading.readRows(finalDemand, isFinal: true, &log)
    try reading.readValueAdded(valueAdded, &log)
    if let failure = log.problems.failure { throw failure }
    return reading.table([table, finalDemand, valueAdded] + lists, entries[0], &log)
  }

  private static func isMatrix(_ file: InputFile, _ part: String) -> Bool {
    file.name.hasSuffix("_\(part).txt") && !file.name.lowercased().hasPrefix("labels_")
  }

  /// A list of labels: the one that lies with the matrix, else any.
  private static func list(
    _ bundle: InputBundle, _ name: String, beside table: InputFile
  ) throws(DiagnosticList) -> InputFile {
    let beside = bundle.first { $0.name == name && $0.isBeside(table) }
    if let file = beside ?? bundle.first(where: { $0.name == name }) { return file }
    let problem = ImportProblem.missingFile(
      name, path: bundle.path, seen: bundle.files.prefix(5).map(\.name))
    throw DiagnosticList([Diagnostic(.error, problem)])
  }

  private init(
    _ nodes: [Entry], _ final: [Entry], _ items: [String]
  ) throws(DiagnosticList) {
    var labels = TableLabels()
    self.nodes = nodes.map { entry in
      entry.code == "ROW"
        ? nil : labels.add(node: RegionLabel(region: entry.code, item: entry.item))
    }
    self.final = final.map { entry in
      entry.code == "ROW"
        ? nil : labels.add(finalDemand: RegionLabel(region: entry.code, item: entry.item))
    }
    self.items = items
    flows = try FlowTable(labels)
  }

  /// A list of labels: country, code, kind and item, parted by tabs.
  private static func entries(_ file: InputFile) throws(DiagnosticList) -> [Entry] {
    var reader = try RowReader(file)
    var row = reader.emptyRow(file)
    var found: [Entry] = []
    while try reader.next(&row) {
      let item = row.text(row.filledCount - 1)
      found.append(Entry(name: row.text(0), code: row.text(1), item: item))
    }
    return found
  }

  private mutating func readRows(
    _ file: InputFile, isFinal: Bool, _ log: inout ReadingLog
  ) throws(DiagnosticList) {
    let map = ColumnMap(
      isFinal
        ? final.map { $0.map { .final($0) } ?? .dropped }
        : nodes.map { $0.map { .use($0) } ?? .dropped })
    var matrix = try PlainMatrix(file, width: map.count)
    while try matrix.next(&log) {
      guard matrix.index < nodes.count, let node = nodes[matrix.index] else { continue }
      flows.add(matrix.values, to: node, by: map)
      if matrix.index % 500 == 499 {
        log.progress("\(file.name): \(matrix.index + 1) of \(nodes.count) rows")
      }
    }
    matrix.checkCount(nodes.count, "rows", &log)
  }

  private mutating func readValueAdded(
    _ file: InputFile, _ log: inout ReadingLog
  ) throws(DiagnosticList) {
    let map = ColumnMap(nodes.map { $0.map { .use($0) } ?? .dropped })
    var matrix = try PlainMatrix(file, width: nodes.count)
    while try matrix.next(&log) {
      guard matrix.index < items.count else { continue }
      flows.add(matrix.values, toValueAdded: items[matrix.index], kind: .valueAdded, by: map)
    }
    matrix.checkCount(items.count, "rows", &log)
  }

  private func table(
    _ sources: [InputFile], _ nodes: [Entry], _ log: inout ReadingLog
  ) -> ProviderTable {
    if nodes.contains(where: { $0.code == "ROW" }) {
      log.remarks.append(
        Remark(
          .change, "statistical-discrepancy",
          en: "row and column ROW left out: in Eora26 they hold the statistical discrepancy",
          ja: "Eora26 の ROW の行と列は統計上の不突合なので除きました"))
    }
    var names: [String: String] = [:]
    for entry in nodes where names[entry.code] == nil { names[entry.code] = entry.name }
    let price =
      sources[0].display.contains("_pp") ? "purchasers' prices" : "basic prices"
    var table = ProviderTable(
      edition: price, moneyUnit: "thousand USD", flows: flows, regionNames: names,
      sources: sources)
    table.setYear(stated: nil, else: sources[0])
    return table
  }
}
