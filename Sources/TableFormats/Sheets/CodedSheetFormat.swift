import Diagnostics
import Files
import InputOutputTables

/// WIOD 2013 and 2016 and ADB: one sheet, or CSV saved from it.
struct CodedSheetFormat {
  private let format: ProviderFormat
  private let header: CodedSheetHeader
  private var flows: FlowTable
  private var values: [Double]
  private let map: ColumnMap
  private var seen: Set<RegionLabel> = []

  /// Reads a table; throws every mistake at once.
  static func read(
    _ bundle: InputBundle, as format: ProviderFormat, year: Int?, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> ProviderTable {
    let file = try bundle.only("table (.xlsx or .csv)", of: year) { $0.isSheet }
    let notLegend = { (name: String) in !["legend", "notes"].contains(name.lowercased()) }
    var reader = try RowReader(file, sheet: notLegend)
    var row = reader.emptyRow(file)
    let header = try Self.header(&reader, &row, format)
    var reading = try CodedSheetFormat(format, header)
    try reading.checkEdition(row)
    reading.checkFinalDemand(row, &log)
    if let failure = log.problems.failure { throw failure }
    var count = 0
    while try log.goesOn(), try reader.next(&row) {
      reading.take(row, &log)
      count += 1
      if count % 500 == 0 {
        log.progress("\(file.name): \(count) of \(reading.flows.nodeCount) rows")
      }
    }
    reading.flows.checkRows(into: &log.problems)
    if let failure = log.problems.failure { throw failure }
    return reading.table(file, sheet: reader.sheetName ?? "")
  }

  private init(
    _ format: ProviderFormat, _ header: CodedSheetHeader
  ) throws(DiagnosticList) {
    self.format = format
    self.header = header
    flows = try FlowTable(header.labels)
    map = ColumnMap(header.roles)
    values = [Double](repeating: 0, count: header.roles.count)
  }

  /// Reads rows until the line of column numbers; throws if there is none near the top.
  private static func header(
    _ reader: inout RowReader, _ row: inout Row, _ format: ProviderFormat
  ) throws(DiagnosticList) -> CodedSheetHeader {
    var rows: [[String]] = []
    while rows.count < 15, try reader.next(&row) {
      rows.append(row.texts)
      guard let header = CodedSheetHeader(rows, format), !header.labels.nodes.isEmpty else {
        continue
      }
      guard header.labels.finalDemand.isEmpty, header.matches(format) else { return header }
      let examples = format == .adb ? "F1" : format == .wiod2013 ? "c37" : "c57"
      throw DiagnosticList([
        Diagnostic(
          .error, ImportProblem.noFinalDemand("`\(examples)`"), at: row.place(header.first))
      ])
    }
    throw wrongLayout(format, "no line holds the column numbers c1, c2 …", rows, row.place(0))
  }

  private static func wrongLayout(
    _ format: ProviderFormat, _ expected: String, _ rows: [[String]], _ place: Place
  ) -> DiagnosticList {
    let guess = Sniffer.guess(rows).map(\.name)
    return DiagnosticList([
      Diagnostic(
        .error,
        ImportProblem.wrongLayout(
          format: format.name, expected: expected, guess: guess == format.name ? nil : guess),
        at: place)
    ])
  }

  /// The header must be of the edition that was named.
  private func checkEdition(_ row: Row) throws(DiagnosticList) {
    guard !header.matches(format) else { return }
    let guess: ProviderFormat =
      header.isADB ? .adb : header.numbers.contains("c36") ? .wiod2016 : .wiod2013
    throw DiagnosticList([
      Diagnostic(
        .error,
        ImportProblem.wrongLayout(
          format: format.name, expected: "its columns are those of another release",
          guess: guess == format ? nil : guess.name), at: row.place(header.first))
    ])
  }

  private func checkFinalDemand(_ row: Row, _ log: inout ReadingLog) {
    let regions = Set(header.labels.regions)
    for label in header.labels.finalDemand where !regions.contains(label.region) {
      log.problems.error(
        TableProblem.homelessFinalDemand(label.label), at: row.place(header.first))
    }
  }

  private mutating func take(_ row: Row, _ log: inout ReadingLog) {
    let region = row.text(header.regionColumn)
    let number = row.text(header.first - 1)
    let stated = row.text(header.codeColumn)
    // Margins of international trade have neither code nor number in the release of 2013.
    let code = [stated, number, row.text(header.first - 3)].first { !$0.isEmpty } ?? ""
    let label = RegionLabel(region: region, item: code)
    let isFootnote = row.filledCount <= header.first && flows.labels.node(label) == nil
    if isFootnote || (region.isEmpty && code.isEmpty) { return }
    let width = header.first + values.count
    if row.filledCount > width || (row.sheet == nil && row.count < width) {
      return log.wrongWidth(row, expected: width)
    }
    if !seen.insert(label).inserted {
      return log.problems.error(
        TableProblem.duplicateLabel(label.label), at: row.place(header.codeColumn))
    }
    if header.isTotal(code) { return }
    let header = header
    row.read(
      into: &values, from: header.first, tally: &log.tally, log: &log.problems,
      row: label.label
    ) { header.columnLabels[$0 - header.first] }
    if let node = flows.labels.node(label) {
      flows.add(values, to: node, by: map)
    } else if Set(header.labels.regions).contains(region) {
      let known = header.labels.nodes.map(\.label)
      log.unknownRow(label.label, among: known, in: row, cell: header.codeColumn)
    } else if header.isOutput(code) {
      flows.add(output: values, by: map)
    } else {
      flows.add(
        values, toValueAdded: code == number ? valueAddedLabel(row) : code,
        kind: WIODRows.kind(code, isName: stated.isEmpty && number.isEmpty), by: map)
    }
  }

  /// ADB's rows carry a number and a name: `r64 Value added at basic prices`.
  private func valueAddedLabel(_ row: Row) -> String {
    [row.text(header.first - 1), row.text(header.first - 3)].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private func table(_ file: InputFile, sheet: String) -> ProviderTable {
    let size = "\(header.labels.regions.count) regions, \(header.labels.sectors.count) sectors"
    let release = format == .wiod2013 ? "2013 release" : format == .wiod2016 ? "2016 release" : ""
    var table = ProviderTable(
      edition: release.isEmpty ? size : "\(release), \(size)", moneyUnit: "million USD",
      flows: flows, sectorNames: header.sectorNames, heading: "\(header.title) \(sheet)",
      sources: [file])
    table.setYear(stated: yearInText(header.title) ?? yearInText(sheet), else: file)
    return table
  }
}
