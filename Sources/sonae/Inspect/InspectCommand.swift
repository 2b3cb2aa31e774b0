import ArgumentParser
import Commodities
import ComparativeStatics
import Diagnostics
import Foundation
import InputOutputTables
import Inspection
import Reporting
import ScenarioText
import Scenarios
import TableFormats

/// `sonae inspect`: what a table says before any shock.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Show static results of an economy.",
    discussion: """
      --table NAME chooses the result (balance by default, designation of a country); --table list says what there is and \
      which options each table takes.
      """)

  @Argument(
    help: ArgumentHelp(
      "A bundled economy's name, a folder, or FORMAT:PATH such as icio:2022_SML.csv; a country such as JPN stands for the default economy's."
    ))
  var economy: String

  @OptionGroup var format: FormatOptions
  @OptionGroup var selection: InspectOptions

  @Option(help: "Language: en or ja.")
  var language: Language = .en

  @Flag(help: "Refuse a table whose balance is off by more than 0.1%.")
  var strict = false

  func run() async throws {
    try await Terminal.refusing(in: language) {
      let country = CountryName.code(of: economy)
      let source = country == nil ? economy : EconomyLoader.standard
      let loaded = try EconomySource.load(
        source, strict: strict, progress: { Terminal.progress($0) })
      Terminal.warn(loaded.warnings, in: language)
      let inspection = Inspection(
        loaded.table, try selection.request(of: country, strict: strict),
        loadWarnings: loaded.warnings.filter { $0.severity == .warning })
      let name = format.table ?? (country == nil ? "balance" : "designation")
      if name == Inspection.singlePoints {
        try inspection.check(name)
        return try await printSinglePoints(in: loaded, region: selection.region ?? country)
      }
      let result = try inspection.result(name)
      Terminal.warn(result.warnings, in: language)
      Terminal.result(format.format.render([result.table], format.rendering(in: language)))
    }
  }

  /// Plays every single point of failure around a world without shocks, and prints the table.
  private func printSinglePoints(in loaded: LoadedTable, region: String?) async throws {
    let asked: [(option: String, value: String?)] = [
      ("--region", region), ("--days", selection.days.map(String.init)),
      ("--top", selection.top.map(String.init)),
    ]
    let decide = try DecideOptions.parse(
      asked.flatMap { asked in asked.value.map { [asked.option, $0] } ?? [] })
    let calm = Source(
      name: Inspection.singlePoints,
      text: "title: Single stops\ntitle_ja: 単独停止\nhorizon: 365 days\n")
    let file = try ScenarioFile(
      ScenarioFile.Reading(
        source: calm, document: try Parser.parse(calm), commodities: CommodityCatalogue.bundled(),
        defaults: try SectorDefaults.bundled()),
      on: loaded)
    let answer = try await SinglePointsAnswer.answer(
      DecideRequest(file, decide, .singlePoints, Batching()), hasFile: false)
    let found = answer.report.tables[0]
    let warnings = answer.report.warnings.map {
      Bilingual("Warning: \($0.en)", "警告：\($0.ja)")
    }
    let table = Table(
      name: found.name, title: found.title, columns: found.columns, rows: found.rows,
      notes: found.notes + answer.report.assumptions + warnings)
    Terminal.result(format.format.render([table], format.rendering(in: language)))
  }
}
