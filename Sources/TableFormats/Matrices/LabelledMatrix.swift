import Diagnostics
import Files
import InputOutputTables

/// What a label in the header of a labelled matrix means.
enum ColumnName {
  case node(RegionLabel)
  case finalDemand(RegionLabel)
  case output
  case dropped
  case unknown
}

/// What a label at the start of a row means.
enum RowName {
  case node(RegionLabel)
  /// A row under the table and what the layout says it is; nil where its name does.
  case valueAdded(String, PrimaryInputKind? = nil)
  case output
  case dropped
  case unknown
}

/// How a provider writes labels of a matrix with one header line and one label column.
protocol MatrixGrammar {
  /// The format's name, what its header looks like and what final demand does, for messages.
  var expectation: (format: String, header: String, finalDemand: String) { get }
  /// What a column is.
  mutating func column(_ label: String) -> ColumnName
  /// What a row is.
  func row(_ label: String) -> RowName
}

/// A matrix with one header line and one label column: the files of the OECD and of Eurostat.
struct LabelledMatrix {
  private(set) var header: [String] = []
  private(set) var flows: FlowTable
  private var map: ColumnMap
  private var values: [Double]
  private var seen: Set<String> = []

  /// Reads a whole file; throws every mistake at once.
  static func read(
    _ file: InputFile, _ grammar: inout some MatrixGrammar, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> LabelledMatrix {
    var reader = try RowReader(file)
    var row = reader.emptyRow(file)
    guard try reader.next(&row) else {
      throw DiagnosticList([Diagnostic(.error, CSVProblem.emptyFile, at: row.wholePlace)])
    }
    var matrix = try LabelledMatrix(row, &grammar, &log)
    let n = matrix.flows.nodeCount
    var count = 0
    while try log.goesOn(), try reader.next(&row) {
      matrix.take(row, grammar, &log)
      count += 1
      if count % 500 == 0 { log.progress("\(file.name): \(count) of \(n) rows") }
    }
    matrix.checkRows(&log)
    if let failure = log.problems.failure { throw failure }
    return matrix
  }

  private init(
    _ row: Row, _ grammar: inout some MatrixGrammar, _ log: inout ReadingLog
  ) throws(DiagnosticList) {
    header = Array(row.texts.prefix(row.filledCount))
    var labels = TableLabels()
    var roles: [ColumnRole] = []
    var taken: Set<String> = []
    for (cell, label) in header.enumerated().dropFirst() {
      if !taken.insert(label).inserted {
        log.problems.error(TableProblem.duplicateLabel(label), at: row.place(cell))
      }
      switch grammar.column(label) {
      case .node(let node): roles.append(.use(labels.add(node: node)))
      case .finalDemand(let item): roles.append(.final(labels.add(finalDemand: item)))
      case .output: roles.append(.output)
      case .dropped, .unknown: roles.append(.dropped)
      }
    }
    if labels.nodes.isEmpty || labels.finalDemand.isEmpty {
      throw Self.wrongLayout(row, grammar.expectation, isExcerpt: !labels.nodes.isEmpty)
    }
    let regions = Set(labels.regions)
    for (cell, label) in header.enumerated().dropFirst() {
      switch grammar.column(label) {
      case .finalDemand(let item) where !regions.contains(item.region):
        log.problems.error(TableProblem.homelessFinalDemand(label), at: row.place(cell))
      case .unknown:
        let problem: TableProblem = label.isEmpty ? .emptyLabel : .homelessFinalDemand(label)
        log.problems.error(problem, at: row.place(cell))
      default: break
      }
    }
    if let failure = log.problems.failure { throw failure }
    flows = try FlowTable(labels)
    map = ColumnMap(roles)
    values = [Double](repeating: 0, count: roles.count)
  }

  private static func wrongLayout(
    _ row: Row, _ expected: (format: String, header: String, finalDemand: String), isExcerpt: Bool
  ) -> DiagnosticList {
    let guess = Sniffer.guess([row.texts]).map(\.name).flatMap { $0 == expected.format ? nil : $0 }
    let problem: ImportProblem =
      isExcerpt && guess == nil
      ? .noFinalDemand(expected.finalDemand)
      : .wrongLayout(format: expected.format, expected: expected.header, guess: guess)
    return DiagnosticList([Diagnostic(.error, problem, at: row.place(0))])
  }

  private mutating func take(
    _ row: Row, _ grammar: some MatrixGrammar, _ log: inout ReadingLog
  ) {
    guard isWhole(row, &log) else { return }
    let label = row.text(0)
    if !seen.insert(label).inserted {
      return log.problems.error(TableProblem.duplicateLabel(label), at: row.place(0))
    }
    let name = grammar.row(label)
    if case .dropped = name { return }
    let header = header
    row.read(
      into: &values, from: 1, tally: &log.tally, log: &log.problems, row: label
    ) { header[$0] }
    switch name {
    case .node(let node):
      if let index = flows.labels.node(node) { return flows.add(values, to: index, by: map) }
      log.unknownRow(label, among: header, in: row, cell: 0)
    case .valueAdded(let item, let kind):
      flows.add(values, toValueAdded: item, kind: kind, by: map)
    case .output: flows.add(output: values, by: map)
    case .unknown:
      log.unknownRow(label, among: header, in: row, cell: 0)
    case .dropped: break
    }
  }

  /// Whether a row is as wide as the header; empty cells too many at the end do not count.
  private func isWhole(_ row: Row, _ log: inout ReadingLog) -> Bool {
    let isShort = row.sheet == nil && row.count < header.count
    guard isShort || row.filledCount > header.count else { return true }
    log.wrongWidth(row, expected: header.count)
    return false
  }

  private func checkRows(_ log: inout ReadingLog) {
    flows.checkRows(into: &log.problems)
  }
}

extension FlowTable {
  /// Logs the nodes that have no row: what a file cut short leaves, where nothing else explains it.
  func checkRows(into log: inout ProblemLog) {
    if log.hasErrors { return }
    let missing = labels.nodes.indices.filter { !isFilled[$0] }
    guard !missing.isEmpty else { return }
    log.error(
      ImportProblem.missingRows(
        count: missing.count, examples: missing.prefix(3).map { labels.nodes[$0].label }))
  }
}
