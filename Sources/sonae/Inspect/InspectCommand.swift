import ArgumentParser
import ComparativeStatics
import Diagnostics
import Foundation
import InputOutputTables
import Inspection
import Reporting
import TableFormats

/// `sonae inspect`: what a table says before any shock.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Show static results of an economy.",
    discussion: """
      --table NAME chooses the result (balance by default); --table list says what there is and \
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

  func run() throws {
    try Terminal.refusing(in: language) {
      let country = CountryName.code(of: economy)
      let loaded = try EconomySource.load(
        country == nil ? economy : EconomyLoader.standard, strict: strict,
        progress: { Terminal.progress($0) })
      Terminal.warn(loaded.warnings, in: language)
      let inspection = Inspection(
        loaded.table, try selection.request(of: country, strict: strict),
        loadWarnings: loaded.warnings.filter { $0.severity == .warning })
      let name = format.table ?? "balance"
      let result = try inspection.result(name)
      Terminal.warn(result.warnings, in: language)
      Terminal.result(format.format.render([result.table], format.rendering(in: language)))
    }
  }
}
