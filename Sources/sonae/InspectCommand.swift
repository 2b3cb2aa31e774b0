import ArgumentParser
import Diagnostics
import InputOutputTables
import Reporting

/// `sonae inspect`: what a table says before any shock.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Show static results of an economy.")

  @Argument(help: "A bundled economy's name, or a folder.")
  var economy: String

  @OptionGroup var format: FormatOptions

  @Option(help: "A node such as JPN.34t35, for prices.")
  var node: String?

  @Option(help: "A change such as 10%, for prices.")
  var by: String?

  @Option(help: "A region such as JPN, for tables of dependence.")
  var region: String?

  @Option(help: "A sector, commodity or material, for tables of dependence.")
  var product: String?

  @Option(help: "A file: materials for criticality, trade flows for screens.")
  var from: String?

  @Option(help: "Language: en or ja.")
  var language: Language = .en

  @Flag(help: "Refuse a table whose balance is off by more than 0.1%.")
  var strict = false

  func run() throws {
    try Terminal.refusing(in: language) {
      let loaded = try EconomyLoader.load(economy, strict: strict)
      Terminal.warn(loaded.warnings, in: language)
      let name = format.table ?? "balance"
      let table = try Inspection(loaded.table).table(
        name, node: node, by: by, region: region, product: product, from: from)
      Terminal.result(format.format.render([table], format.rendering(in: language)))
    }
  }
}
