import Files
import Diagnostics

/// Japan's transactions table at producers' prices, with competitive imports.
///
/// Imports of a product are one negative column. The table of domestic flows is made with one
/// import share per product, m[i] = imports / (intermediate use + domestic final demand); exports
/// are domestic. What each sector buys from abroad becomes the row IMPORTS beside value added.
struct JapanFormat {
  private let header: JapanHeader
  private var flows: FlowTable
  private var use: [[Double]] = []
  private var final: [[Double]] = []
  private var values: [Double]

  /// Reads a table; throws every mistake at once.
  static func read(
    _ bundle: InputBundle, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> ProviderTable {
    let file = try bundle.only("transactions table (.xlsx or .csv)") {
      ["xlsx", "xlsm", "xlsb", "xls", "csv", "txt"].contains($0.suffix)
    }
    var reader = try RowReader(file)
    var row = reader.emptyRow(file)
    let header = try JapanHeader(&reader, &row)
    var reading = JapanFormat(header)
    try reading.readRows(&reader, &row, &log)
    let imported = reading.splitImports(&log)
    if let failure = log.problems.failure { throw failure }
    reading.flows.add(imported, toValueAdded: "IMPORTS", by: reading.useMap)
    log.remarks.append(
      Remark(
        .change, "competitive-imports",
        en:
          "imports taken out in proportion: each user of a product imports the same share; exports are domestic; imported inputs are the row IMPORTS",
        ja: "輸入を比例配分で除きました：どの需要者も商品ごとに同じ輸入割合とし、輸出は国産とし、輸入投入は IMPORTS 行としました"))
    return ProviderTable(
      edition: "\(header.sectors.count) sectors", year: yearInText(header.title) ?? file.year,
      moneyUnit: "million JPY", flows: reading.flows, region: "JPN",
      sectorNames: header.isJapanese ? [:] : header.sectorNames,
      sectorNamesJa: header.isJapanese ? header.sectorNames : [:])
  }

  private init(_ header: JapanHeader) {
    self.header = header
    flows = FlowTable(header.labels)
    values = [Double](repeating: 0, count: header.columns.count)
  }

  private var useMap: ColumnMap { ColumnMap(header.sectors.indices.map { .use($0) }) }

  private mutating func readRows(
    _ reader: inout RowReader, _ row: inout Row, _ log: inout ReadingLog
  ) throws(DiagnosticList) {
    let n = header.sectors.count
    var isInside = true
    while try reader.next(&row) {
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

  private mutating func takeItem(_ name: String) {
    if JapanHeader.isOutput(name) {
      return flows.add(output: Array(values[..<header.sectors.count]), by: useMap)
    }
    if JapanHeader.isTotal(name) { return }
    flows.add(
      Array(values[..<header.sectors.count]), toValueAdded: JapanHeader.plain(name), by: useMap)
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
      let wanted = domestic > 0 ? imports / domestic : 0
      let share = min(1, max(0, wanted))
      if share != wanted || (domestic <= 0 && imports != 0) { cut.append(header.sectors[i]) }
      addDomestic(i, share: share)
      for j in 0..<n { imported[j] += share * use[i][j] }
    }
    if !cut.isEmpty {
      log.remarks.append(
        Remark(
          .warning, "import-share-cut",
          en: "import shares beyond 0 to 1 cut: \(cut.joined(separator: ", "))",
          ja: "0〜1 を外れる輸入割合を切り詰めました：\(cut.joined(separator: "、"))"))
    }
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
