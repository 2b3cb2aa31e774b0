import Diagnostics
import Files
import InputOutputTables

/// Make and use tables of the United States, turned into industries by industries.
///
/// Each product is sold by its makers in proportion to their shares in its output, whoever buys it
/// (fixed product sales structure): Z = D U, Y = D F with D = V q̂⁻¹ (Eurostat Manual of Supply, Use and
/// Input-Output Tables 2008, model D; Miller and Blair 2009, chapter 5; United Nations Handbook 2018,
/// chapter 12). Value added and output by industry stay as published.
struct BEAFormat {
  private let industries: [String]

  /// Reads a table; throws every mistake at once. `year` nil takes the last.
  static func read(
    _ bundle: InputBundle, year: Int?, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> ProviderTable {
    let files = try BEAFiles(bundle)
    guard let chosen = year ?? files.years.last, files.years.contains(chosen) else {
      throw DiagnosticList([
        Diagnostic(.error, ImportProblem.noYear(year ?? 0, found: files.years))
      ])
    }
    let use = try BEASheet(
      files.use, sheet: "\(chosen)", expected: "the header of the use table has no code F010",
      isHeader: { ["F010", "F01000"].contains($0) }, &log)
    let make = try BEASheet(
      files.make, sheet: "\(chosen)",
      expected: "the header of the make table has no code Used, Other or S00300",
      isHeader: { ["Used", "Other", "S00300", "S00401"].contains($0) }, &log)
    let reading = try BEAFormat(make: make, use: use)
    var industries = BEAIndustries(make, use, reading.industries)
    let flows = try industries.flows()
    log.remarks += industries.remarks
    if !use.title.lowercased().contains("millions of dollars") {
      log.remarks.append(
        Remark(
          .warning, "unit-not-stated",
          en: "the table does not state its unit; taken as million USD",
          ja: "表に単位の記載がないので、百万ドルとしました"))
    }
    let isAfter = files.use.name.lowercased().contains("after")
    return ProviderTable(
      edition:
        "industry by industry, \(reading.industries.count) industries, \(isAfter ? "after" : "before") redefinitions",
      year: chosen, moneyUnit: "million USD", flows: flows, region: "USA",
      sectorNames: make.names.merging(use.names) { first, _ in first },
      heading: use.title, sources: [files.make, files.use])
  }

  private init(make: BEASheet, use: BEASheet) throws(DiagnosticList) {
    industries = make.lines.map(\.code).filter { !BEASheet.isTotal($0) }
    let products = make.columns.filter { !$0.isEmpty && !BEASheet.isTotal($0) }
    let columns = use.columns.filter { !$0.isEmpty && !BEASheet.isTotal($0) }
    let used = use.lines.map(\.code).filter {
      !BEASheet.isTotal($0) && !BEASheet.isValueAdded($0)
    }
    for list in [industries, products, columns, used] { try Self.checkDistinct(list) }
    try Self.check(
      industries, columns.filter { !BEASheet.isFinal($0) }, Bilingual("industries", "産業"))
    try Self.check(products, used, Bilingual("products", "商品"))
  }

  private static func checkDistinct(_ codes: [String]) throws(DiagnosticList) {
    var seen: Set<String> = []
    if let double = codes.first(where: { !seen.insert($0).inserted }) {
      throw DiagnosticList([Diagnostic(.error, TableProblem.duplicateLabel(double))])
    }
  }

  private static func check(
    _ made: [String], _ used: [String], _ what: Bilingual
  ) throws(DiagnosticList) {
    let differing = Set(made).symmetricDifference(used)
    if differing.isEmpty, !made.isEmpty { return }
    throw DiagnosticList([
      Diagnostic(.error, ImportProblem.mismatchedTables(what, codes: differing.sorted()))
    ])
  }
}
