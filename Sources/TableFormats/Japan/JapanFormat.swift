import Diagnostics
import Files
import InputOutputTables

/// Japan's transactions table, or a prefecture's, at producers' prices, with competitive imports.
///
/// Imports of a product are one negative column. The table of domestic flows is made with one
/// import share per product, m[i] = imports / (intermediate use + domestic final demand); exports
/// are domestic. In a prefecture's table imports come from the rest of Japan too. What each sector
/// buys from outside becomes the row IMPORTS beside value added.
struct JapanFormat {
  private let header: JapanHeader
  private var flows: FlowTable
  private var use: [[Double]] = []
  private var final: [[Double]] = []
  private var values: [Double]

  /// Reads a table; throws every mistake at once.
  static func read(
    _ bundle: InputBundle, year: Int?, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> ProviderTable {
    let file = try bundle.only("transactions table (.xlsx or .csv)", of: year) { $0.isSheet }
    var reader = try Self.reader(file, year: year, &log)
    var row = reader.emptyRow(file)
    let header = try JapanHeader(&reader, &row)
    var reading = try JapanFormat(header)
    try reading.readRows(&reader, &row, &log)
    let imported = reading.splitImports(&log)
    if let failure = log.problems.failure { throw failure }
    reading.flows.add(imported, toValueAdded: "IMPORTS", kind: .imports, by: reading.useMap)
    log.remarks.append(
      Remark(
        .change, "competitive-imports",
        en:
          "imports taken out in proportion: each user of a product imports the same share; exports are domestic; imported inputs are the row IMPORTS",
        ja: "輸入を比例配分で除きました：どの需要者も商品ごとに同じ輸入割合とし、輸出は国産とし、輸入投入は IMPORTS 行としました"))
    if reader.isShiftJIS { log.remarks.append(Self.shiftJIS) }
    return reading.table(file, sheet: reader.sheetName ?? "", &log)
  }

  /// The rows of a workbook or text; a text in long form is laid out first.
  private static func reader(
    _ file: InputFile, year: Int?, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> RowReader {
    if !["xlsx", "xlsm", "xlsb", "xls"].contains(file.suffix),
      let grid = try JapanLongForm.grid(file, year: year, &log)
    {
      return RowReader(grid: grid)
    }
    return try RowReader(file, orShiftJIS: true)
  }

  /// What is told of a text that was not in UTF-8.
  static let shiftJIS = Remark(
    .check, "shift-jis", en: "the text is in Shift JIS (CP932) and was read as such",
    ja: "文字コードは Shift JIS(CP932)として読みました")

  private func table(
    _ file: InputFile, sheet: String, _ log: inout ReadingLog
  ) -> ProviderTable {
    let unit = MoneyWords.yen(in: header.title)
    if unit == nil {
      log.remarks.append(
        Remark(
          .warning, "unit-not-stated",
          en: "the table does not state its unit (単位); taken as million JPY",
          ja: "表に単位の記載がないので、百万円としました"))
    }
    let region = header.region
    var table = ProviderTable(
      edition: "\(region.map { "\($0.name), " } ?? "")\(header.sectors.count) sectors",
      moneyUnit: unit ?? "million JPY", flows: flows, region: region?.code ?? "JPN",
      sectorNames: header.isJapanese ? [:] : header.sectorNames,
      sectorNamesJa: header.isJapanese ? header.sectorNames : [:],
      heading: "\(header.title) \(sheet)", sources: [file])
    if let region {
      table.regionNames = [region.code: region.name]
      table.regionNamesJa = [region.code: region.nameJa]
    }
    table.setYear(stated: yearInText(header.title), else: file)
    return table
  }

  private init(_ header: JapanHeader) throws(DiagnosticList) {
    self.header = header
    flows = try FlowTable(header.labels)
    values = [Double](repeating: 0, count: header.columns.count)
  }

  private var useMap: ColumnMap { ColumnMap(header.sectors.indices.map { .use($0) }) }

  private mutating func readRows(
    _ reader: inout RowReader, _ row: inout Row, _ log: inout ReadingLog
  ) throws(DiagnosticList) {
    let n = header.sectors.count
    var isInside = true
    while try log.goesOn(), try reader.next(&row) {
      let (code, name) = header.label(of: row)
      guard !name.isEmpty, row.filledCount > header.first else { continue }
      let width = header.first + values.count
      if row.sheet == nil, row.count < width || row.filledCount > width {
        log.wrongWidth(row, expected: width)
        continue
      }
      let header = header
      row.read(
        into: &values, from: header.first, tally: &log.tally, log: &log.problems, row: name
      ) { header.columnName($0 - header.first) }
      if isInside, use.count < n {
        guard
          code == header.sectors[use.count] || name == header.sectorNames[header.sectors[use.count]]
        else {
          log.problems.error(
            ImportProblem.labelMismatch(found: name, expected: header.sectors[use.count]),
            at: row.place(header.first - 1))
          throw log.problems.failure ?? DiagnosticList([])
        }
        takeSector()
      } else {
        isInside = false
        takeItem(name)
      }
    }
    if use.count < n {
      log.problems.error(
        ImportProblem.missingRows(
          count: n - use.count, examples: Array(header.sectors[use.count...].prefix(3))))
      throw log.problems.failure ?? DiagnosticList([])
    }
  }

  private mutating func takeSector() {
    use.append(Array(values[..<header.sectors.count]))
    final.append(Array(values[header.sectors.count...]))
  }

  /// All rows are gross value added at producers' prices, which holds the consumption expenditure
  /// outside households and the indirect taxes that the producer pays.
  private mutating func takeItem(_ name: String) {
    if JapanHeader.isOutput(name) {
      return flows.add(output: Array(values[..<header.sectors.count]), by: useMap)
    }
    if JapanHeader.isTotal(name) { return }
    flows.add(
      Array(values[..<header.sectors.count]), toValueAdded: JapanHeader.plain(name),
      kind: .valueAdded, by: useMap)
  }

  /// Parts domestic flows from imported ones; returns the imported inputs of each sector, n.
  private mutating func splitImports(_ log: inout ReadingLog) -> [Double] {
    let n = header.sectors.count
    var imported = [Double](repeating: 0, count: n)
    var cut: [String] = []
    for i in use.indices {
      var (imports, domestic) = (0.0, use[i].reduce(0, +))
      for (k, kind) in header.finalKinds.enumerated() {
        switch kind {
        case .imports: imports -= final[i][k]
        case .domestic: domestic += final[i][k]
        case .output: flows.state(final[i][k], outputOf: i)
        case .export, .dropped: break
        }
      }
      let found = ImportShare(imports: imports, domesticUse: domestic)
      if found.isCut { cut.append(header.sectors[i]) }
      addDomestic(i, share: found.share)
      for j in 0..<n { imported[j] += found.share * use[i][j] }
    }
    if let remark = ImportShare.remark(cut: cut) { log.remarks.append(remark) }
    return imported
  }

  private mutating func addDomestic(_ i: Int, share: Double) {
    flows.add(use[i].map { $0 * (1 - share) }, to: i, by: useMap)
    for (k, kind) in header.finalKinds.enumerated() {
      switch kind {
      case .domestic(let column):
        flows.add(final[i][k] * (1 - share), toFinalDemand: column, of: i)
      case .export(let column): flows.add(final[i][k], toFinalDemand: column, of: i)
      case .imports, .output, .dropped: break
      }
    }
  }
}
