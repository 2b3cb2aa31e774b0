import ArgumentParser
import Diagnostics
import InputOutputTables
import Reporting
import TableFormats

/// `sonae inspect`: what a table says before any shock.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Show static results of an economy.")

  @Argument(help: "A bundled economy's name, a folder, or FORMAT:PATH such as icio:2022_SML.csv.")
  var economy: String

  @OptionGroup var format: FormatOptions

  @Option(help: "A node such as JPN.34t35, for prices.")
  var node: String?

  @Option(help: "A change such as 10%, for prices.")
  var by: String?

  @Option(help: "Language: en or ja.")
  var language: Language = .en

  @Flag(help: "Refuse a table whose balance is off by more than 0.1%.")
  var strict = false

  func run() throws {
    try Terminal.refusing(in: language) {
      let loaded = try EconomySource.load(
        economy, strict: strict, progress: { Terminal.progress($0) })
      Terminal.warn(loaded.warnings, in: language)
      let name = format.table ?? "balance"
      let table = try Inspection(loaded.table).table(name, node: node, by: by)
      Terminal.result(format.format.render([table], format.rendering(in: language)))
    }
  }
}
