import ArgumentParser
import Diagnostics
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

  func run() throws {
    try Terminal.refusing(in: language) {
      let loaded = try EconomySource.load(economy, progress: { Terminal.progress($0) })
      let request = InspectionRequest(region: CountryName.code(of: country) ?? country)
      let inspection = Inspection(
        loaded.table, request,
        loadWarnings: loaded.warnings.filter { $0.severity == .warning })
      let results = try (format.table.map { [$0] } ?? ["designation", "infrastructure"])
        .map(inspection.result)
      Terminal.warn(loaded.warnings + results.flatMap(\.warnings), in: language)
      Terminal.result(format.format.render(results.map(\.table), format.rendering(in: language)))
    }
  }
}
