import Diagnostics
import Files
import InputOutputTables

/// WIOD 2016 release, national tables: domestic and imported flows of one country, a block a year.
struct NationalWIODFormat {
  /// Columns that are final demand; everything between them and the labels is a sector.
  private static let finalDemand: Set<String> = [
    "CONS_h", "CONS_np", "CONS_g", "GFCF", "INVEN", "EXP",
  ]
  private static let first = 4

  private let codes: [String]
  private let map: ColumnMap
  private var flows: FlowTable
  private var values: [Double]
  private var imports: [Double]
  private var years: [Int] = []

  /// Reads the table of a year (nil: the last); throws every mistake at once.
  static func read(
    _ bundle: InputBundle, year wanted: Int?, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> ProviderTable {
    let file = try bundle.only("national table (.xlsx or .csv)") { $0.isSheet }
    let years = try Self.years(file)
    guard let year = wanted ?? years.max(), years.contains(year) else {
      throw DiagnosticList([
        Diagnostic(.error, ImportProblem.noYear(wanted ?? 0, found: years.sorted()))
      ])
    }
    var reader = try RowReader(file, sheet: Self.isTable)
    var row = reader.emptyRow(file)
    let header = try Self.header(&reader, &row)
    var reading = try NationalWIODFormat(header.codes, header.names)
    while try log.goesOn(), try reader.next(&row) {
      if Int(row.text(0)) == year { reading.take(row, &log) }
    }
    reading.flows.checkRows(into: &log.problems)
    if let failure = log.problems.failure { throw failure }
    let country = String(file.name.prefix { $0 != "_" && $0 != "." }.prefix(3)).uppercased()
    return reading.table(file, year: year, country: country, names: header.names, years: years)
  }

  private static func isTable(_ sheet: String) -> Bool {
    sheet.lowercased().contains("national")
  }

  /// The years in the first column.
  private static func years(_ file: InputFile) throws(DiagnosticList) -> [Int] {
    var reader = try RowReader(file, sheet: isTable)
    var row = reader.emptyRow(file)
    _ = try header(&reader, &row)
    var found: [Int] = []
    while try reader.next(&row) {
      if let year = Int(row.text(0)), found.last != year { found.append(year) }
    }
    return found
  }

  private static func header(
    _ reader: inout RowReader, _ row: inout Row
  ) throws(DiagnosticList) -> (codes: [String], names: [String]) {
    var rows: [[String]] = []
    while rows.count < 5, try reader.next(&row) {
      rows.append(row.texts)
      let isHeader = row.text(0) == "Year" && row.text(3) == "Origin"
      if isHeader, row.texts.contains("CONS_h") {
        let codes = Array(row.texts.dropFirst(first)).filter { !$0.isEmpty }
        guard try reader.next(&row) else { break }
        // The second line of the header repeats the columns in words.
        return (
          codes,
          row.text(0) == "Year" || row.text(0).isEmpty ? Array(row.texts.dropFirst(first)) : []
        )
      }
    }
    let problem = ImportProblem.wrongLayout(
      format: ProviderFormat.wiodNational.name,
      expected: "the header has no columns Year, Code, Description, Origin and CONS_h",
      guess: Sniffer.guess(rows)?.name)
    throw DiagnosticList([Diagnostic(.error, problem, at: row.place(0))])
  }

  private init(_ codes: [String], _ names: [String]) throws(DiagnosticList) {
    var labels = TableLabels()
    let roles: [ColumnRole] = codes.map { code in
      let label = RegionLabel(region: "", item: code)
      if code == "GO" { return .output }
      if Self.finalDemand.contains(code) { return .final(labels.add(finalDemand: label)) }
      return .use(labels.add(node: label))
    }
    self.codes = codes
    map = ColumnMap(roles)
    flows = try FlowTable(labels)
    values = [Double](repeating: 0, count: codes.count)
    imports = values
  }

  private mutating func take(_ row: Row, _ log: inout ReadingLog) {
    let (code, origin) = (row.text(1), row.text(3))
    let width = Self.first + codes.count
    if row.filledCount > width || (row.sheet == nil && row.count < width) {
      return log.wrongWidth(row, expected: width)
    }
    let codes = codes
    row.read(
      into: &values, from: Self.first, tally: &log.tally, log: &log.problems,
      row: "\(code) \(origin)"
    ) { codes[$0 - Self.first] }
    switch origin {
    case "Domestic":
      guard let node = flows.labels.node(RegionLabel(region: "", item: code)) else {
        return log.problems.error(
          ImportProblem.unknownRow(code, suggestion: nearest(code, in: codes)), at: row.place(1))
      }
      flows.add(values, to: node, by: map)
    case "Imports": for k in values.indices { imports[k] += values[k] }
    default:
      if code == "II_fob" { return }
      if code == "GO" { return flows.add(output: values, by: map) }
      flows.add(values, toValueAdded: code, kind: WIODRows.kinds[code], by: map)
    }
  }

  private func table(
    _ file: InputFile, year: Int, country: String, names: [String], years: [Int]
  ) -> ProviderTable {
    var flows = flows
    flows.add(imports, toValueAdded: "IMPORTS", kind: .imports, by: map)
    var sectorNames: [String: String] = [:]
    for (code, name) in zip(codes, names) { sectorNames[code] = name }
    let remarks = [
      Remark(
        .change, "imports-by-user",
        en:
          "imported inputs kept as one row IMPORTS; imported final use of \(flows.importsOfFinalDemand) million USD left out",
        ja: "輸入された中間投入は IMPORTS 行とし、輸入された最終需要(\(flows.importsOfFinalDemand) 百万ドル)は除きました"),
      Remark(
        .check, "year-chosen",
        en:
          "country \(country) by the file's name, year \(year) of \(years.min() ?? year) to \(years.max() ?? year)",
        ja: "\(years.min() ?? year)〜\(years.max() ?? year) 年のうち \(year) 年。国 \(country) はファイル名による"),
    ]
    return ProviderTable(
      edition: "2016 release, national table of \(country)", year: year,
      moneyUnit: "million USD", flows: flows, region: country, sectorNames: sectorNames,
      remarks: remarks, sources: [file])
  }
}
