import ArgumentParser
import Diagnostics
import Files
import InputOutputTables
import Inspection
import Reporting
import TableFormats

/// `sonae screen`: what a country's designated products and infrastructure depend on.
struct ScreenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: "Show what a country's critical products and infrastructure depend on.",
    discussion: """
      Every row carries its basis, year, source and confidence; there are no scores. The same as \
      inspect ECONOMY --region COUNTRY --table designation, and --table infrastructure.
      """)

  @Argument(help: "A country's code or name, such as JPN, or a region of the economy.")
  var country: String

  @Option(help: "The economy: a bundled name, a folder, or FORMAT:PATH.")
  var economy: String = EconomyLoader.standard

  @OptionGroup var format: FormatOptions

  @Option(help: "Language: en or ja.")
  var language: Language = .en

  @Option(help: "A new folder for every document of the screen: page, workbook, charts.")
  var output: String?

  @OptionGroup var pictures: PictureOptions

  func validate() throws {
    if !pictures.pictures.isEmpty, output == nil {
      throw ValidationError("--pictures needs --output DIR")
    }
  }

  func run() throws {
    try Terminal.refusing(in: language) {
      try pictures.check()
      let loaded = try EconomySource.load(economy, progress: { Terminal.progress($0) })
      let request = InspectionRequest(region: CountryName.code(of: country) ?? country)
      let inspection = Inspection(
        loaded.table, request,
        loadWarnings: loaded.warnings.filter { $0.severity == .warning })
      let results = try (format.table.map { [$0] } ?? ["designation", "infrastructure"])
        .map(inspection.result)
      Terminal.warn(loaded.warnings + results.flatMap(\.warnings), in: language)
      if let output { return try write(results, of: loaded.table, to: output) }
      Terminal.result(format.format.render(results.map(\.table), format.rendering(in: language)))
    }
  }

  /// Writes the tables and the chart of criticality as a report in a new folder.
  private func write(
    _ results: [InspectionResult], of table: InputOutputTable, to path: String
  ) throws {
    let tables = results.map(\.table)
    let hasProducts = tables.contains { $0.name == "designation" }
    let report = Report(
      title: Bilingual("What \(country) depends on", "\(country)の依存"),
      subtitle: Bilingual(table.description.name, table.description.nameJa), tables: tables,
      charts: hasProducts ? try Inspection.criticalityChart().map { [$0] } ?? [] : [], warnings: [])
    let languages = [language] + Language.allCases.filter { $0 != language }
    var folder = try NewFolder(path)
    try ReportFiles(
      stored: StoredReport(report, in: languages), pictures: pictures.pictures
    ).each { try folder.write($1, to: $0) }
    try folder.finish()
  }
}
