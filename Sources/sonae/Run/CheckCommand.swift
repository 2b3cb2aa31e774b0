import ArgumentParser
import Commodities
import Diagnostics
import ScenarioText
import Scenarios

/// `sonae check`: parses, validates, prints the scenario with every default filled in; says of a
/// commodity's folder what it lacks.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Validate scenarios and print them with every default filled in.")

  @Argument(help: "Scenario files, names of bundled scenarios, or commodities' folders.")
  var files: [String]

  @OptionGroup var options: ScenarioOptions

  @Flag(help: "Parse only, and print the document as JSON in which every scalar is a string.")
  var tree = false

  func run() throws {
    for name in files {
      try Terminal.refusing(in: options.language ?? .en) {
        if CommodityFolder.isFolder(name) {
          let commodity = try CommodityFolder.load(name)
          Terminal.warn(CommodityCheck.warnings(of: commodity), in: options.language ?? .en)
          Terminal.result(CommodityCheck.text(of: commodity, in: options.language ?? .en))
        } else if tree {
          let source = try ScenarioFile.source(named: name).source
          let document = try ScenarioFile.document(source, options, asWritten: true)
          Terminal.result(treeJSON(document.root) + "\n")
        } else {
          let file = try ScenarioFile(name, options)
          Terminal.warn(file.warnings, in: file.language(options))
          Terminal.result(yaml(try file.filled().root))
        }
      }
    }
  }
}
