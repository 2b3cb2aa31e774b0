import Diagnostics
import InputOutputTables

/// One table of Eurostat's as flows: home products by users, imported inputs as a row.
struct EurostatTable {
  private let home: EurostatBlock
  private let imports: EurostatBlock
  private let all: EurostatBlock
  private let place: Place
  private let file: InputFile
  /// Whether imports are not told apart by user, and one share a product takes them out.
  private let isShared: Bool
  private var sectors: [String] = []
  /// What was done to the table and found in it.
  private(set) var remarks: [Remark] = []

  /// Takes the cells by origin; all flows less imports are home flows where those are not there.
  init(
    _ cells: [String: LongTable], at place: Place, file: InputFile, _ log: inout ReadingLog
  ) {
    let block = { (origin: String, log: inout ReadingLog) in
      EurostatBlock(cells[origin] ?? LongTable(), &log)
    }
    all = block("TOTAL", &log)
    imports = block("IMP", &log)
    let domestic = block("DOM", &log)
    isShared = domestic.isEmpty && imports.isEmpty
    if !domestic.isEmpty {
      home = domestic
    } else {
      home = isShared ? all : EurostatBlock.difference(all, imports)
    }
    self.place = place
    self.file = file
  }

  /// The flows; throws what the table lacks.
  mutating func flows() throws(DiagnosticList) -> FlowTable {
    if home.isEmpty { throw refusal(.importsAlone(file.display)) }
    try chooseSectors()
    var labels = TableLabels()
    for sector in sectors { _ = labels.add(node: RegionLabel(region: "", item: sector)) }
    let columns = finalColumns()
    for (label, _) in columns {
      _ = labels.add(finalDemand: RegionLabel(region: "", item: label))
    }
    if columns.isEmpty { throw refusal(.noFinalDemand("`P3_S14`")) }
    var flows = try FlowTable(labels)
    let shares = try shares(columns)
    addRows(columns, shares, to: &flows)
    addItems(columns, shares, to: &flows)
    tellRest(columns.flatMap(\.codes))
    return flows
  }

  private func refusal(_ problem: ImportProblem) -> DiagnosticList {
    DiagnosticList([Diagnostic(.error, problem, at: place)])
  }

  /// A row of the accounts, which may stand with home flows, with all or with both.
  private func account(_ code: String) -> EurostatBlock? {
    if home.has(row: code) { return home }
    return all.has(row: code) ? all : nil
  }

  private func output(_ sector: String) -> Double {
    account("P1").map { $0["P1", sector] } ?? home[sector, "TU"]
  }

  private mutating func chooseSectors() throws(DiagnosticList) {
    let candidates = home.rows.filter {
      !$0.isEmpty && home.has(column: $0) && !EurostatItems.dropped.contains($0)
    }
    if candidates.isEmpty { throw refusal(.notSymmetric(file.display)) }
    let this = self
    let found = EurostatSectors(candidates) { this.output($0) }
    sectors = found.codes
    if !found.sums.isEmpty {
      remarks.append(
        Remark(
          .change, "sums-dropped",
          en: "sums of other sectors left out: \(found.sums.joined(separator: ", "))",
          ja: "ほかの部門の合計を除きました：\(found.sums.joined(separator: "、"))"))
    }
    if !found.parts.isEmpty {
      remarks.append(
        Remark(
          .change, "parts-dropped",
          en:
            "parts that do not add up to their sector left out: \(found.parts.joined(separator: ", "))",
          ja: "合計が合わない内訳を除きました：\(found.parts.joined(separator: "、"))"))
    }
  }

  /// Columns of final demand by label, with the codes that each sums.
  private func finalColumns() -> [(label: String, codes: [String])] {
    let total = { (code: String) -> Double? in
      home.has(column: code) ? home.column(code, sectors).reduce(0, +) : nil
    }
    var columns = EurostatItems.finalDemand.flatMap { sum in
      EurostatItems.chosen(sum, total: total).map { (label: $0, codes: [$0]) }
    }
    let exports =
      total("P6") == nil ? EurostatItems.chosen(EurostatItems.exports, total: total) : ["P6"]
    if !exports.isEmpty { columns.append((label: "P6", codes: exports)) }
    return columns
  }

  /// The share of home products in each sector's sales at home, n; 1 where imports are told apart.
  private mutating func shares(
    _ columns: [(label: String, codes: [String])]
  ) throws(DiagnosticList) -> [Double] {
    guard isShared else { return sectors.map { _ in 1 } }
    guard let supply = account("P7") else { throw refusal(.importsUnknown(file.display)) }
    var cut: [String] = []
    let atHome = columns.filter { $0.label != "P6" }.flatMap(\.codes)
    let shares = sectors.map { sector in
      let used = home.row(sector, sectors + atHome).reduce(0, +)
      let found = ImportShare(imports: supply["P7", sector], domesticUse: used)
      if found.isCut { cut.append(sector) }
      return 1 - found.share
    }
    remarks.append(
      Remark(
        .change, "imports-by-share",
        en:
          "the file has no stk_flow DOM or IMP: imports (P7) taken out by one share per product for all users but exports",
        ja: "stk_flow の DOM も IMP もないため、輸入(P7)を輸出以外の全用途から商品ごとに一つの割合で除きました"))
    if let remark = ImportShare.remark(cut: cut) { remarks.append(remark) }
    return shares
  }

  private func addRows(
    _ columns: [(label: String, codes: [String])], _ shares: [Double], to flows: inout FlowTable
  ) {
    let n = sectors.count
    let map = ColumnMap((0..<n).map { .use($0) } + columns.indices.map { .final($0) })
    for (i, sector) in sectors.enumerated() {
      let used = home.row(sector, sectors).map { $0 * shares[i] }
      let final = columns.map { column in
        home.row(sector, column.codes).reduce(0, +) * (column.label == "P6" ? 1 : shares[i])
      }
      flows.add(used + final, to: i, by: map)
      if account("P1") != nil { flows.state(output(sector), outputOf: i) }
    }
  }

  /// Adds imported inputs, product taxes, purchases abroad and value added; what these rows state
  /// under final demand is only summed.
  private mutating func addItems(
    _ columns: [(label: String, codes: [String])], _ shares: [Double], to flows: inout FlowTable
  ) {
    let n = sectors.count
    let map = ColumnMap((0..<n).map { .use($0) } + columns.indices.map { .final($0) })
    let beyond = { (block: EurostatBlock, row: String) in
      columns.map { block.row(row, $0.codes).reduce(0, +) }
    }
    let imported = home.has(row: "IMP") ? beyond(home, "IMP") : columns.map { _ in 0 }
    flows.add(importedInputs(shares) + imported, toValueAdded: "IMP", kind: .imports, by: map)
    for (code, kind) in accounts() {
      guard let block = account(code) else { continue }
      flows.add(
        block.row(code, sectors) + beyond(block, code), toValueAdded: code, kind: kind, by: map)
    }
    guard flows.importsOfFinalDemand != 0 else { return }
    remarks.append(
      Remark(
        .change, "imports-of-final-demand",
        en:
          "imported final use left out; it sums to \(flows.importsOfFinalDemand) in the table's unit",
        ja: "輸入された最終需要(表の単位で合計 \(flows.importsOfFinalDemand))を除きました"))
  }

  /// Rows under the table but imported inputs, and what each is.
  private func accounts() -> [(code: String, kind: PrimaryInputKind)] {
    let total = { (code: String) -> Double? in
      account(code).map { $0.row(code, sectors).reduce(0, +) }
    }
    let taxes = EurostatItems.productTaxes.filter { total($0) != nil }.prefix(1)
    let purchases = EurostatItems.purchases.filter { total($0) ?? 0 != 0 }
    let added = EurostatItems.chosen(EurostatItems.valueAdded, total: total)
    return taxes.map { ($0, .productTaxes) } + purchases.map { ($0, .imports) }
      + added.map { ($0, .valueAdded) }
  }

  /// Inputs from abroad by sector, n: the table of imports, else the row of the home table.
  private mutating func importedInputs(_ shares: [Double]) -> [Double] {
    if isShared {
      return sectors.map { user in
        zip(sectors, shares).reduce(0) { $0 + (1 - $1.1) * home[$1.0, user] }
      }
    }
    if home.has(row: "IMP") { return home.row("IMP", sectors) }
    if !imports.isEmpty {
      return sectors.map { imports.column($0, sectors).reduce(0, +) }
    }
    if !all.isEmpty {
      return sectors.map {
        all.column($0, sectors).reduce(0, +) - home.column($0, sectors).reduce(0, +)
      }
    }
    remarks.append(
      Remark(
        .warning, "no-imported-inputs",
        en:
          "the file has neither a row IMP nor stk_flow IMP: inputs from abroad are missing in the columns",
        ja: "IMP の行も stk_flow の IMP もなく、輸入された投入が欠けています"))
    return sectors.map { _ in 0 }
  }

  /// Warns of rows and columns with numbers that were taken as nothing.
  private mutating func tellRest(_ columns: [String]) {
    let known = EurostatItems.dropped.union(sectors).union(columns)
      .union(EurostatItems.finalDemand.flatMap { $0.parts.joined() })
      .union(EurostatItems.valueAdded.parts.joined())
      .union(EurostatItems.productTaxes + EurostatItems.purchases)
    let isOpen = { (code: String) in
      !known.contains(code) && !EurostatItems.isByPartner(code)
        && EurostatClassification(EurostatSectors.plain(code)) == nil
    }
    let rest =
      home.rows.filter { isOpen($0) && home.row($0, sectors).contains { $0 != 0 } }
      + home.columns.filter { isOpen($0) && home.column($0, sectors).contains { $0 != 0 } }
    guard !rest.isEmpty else { return }
    remarks.append(
      Remark(
        .warning, "codes-left-out",
        en: "rows or columns of unknown codes left out: \(distinct(rest).joined(separator: ", "))",
        ja: "未知の符号の行・列を除きました：\(distinct(rest).joined(separator: "、"))"))
  }
}
