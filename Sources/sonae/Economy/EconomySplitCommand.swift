import ArgumentParser
import Diagnostics
import Files
import InputOutputTables

/// `sonae economy split`: splits regions or sectors by weights.
struct EconomySplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Split regions or sectors of a table by weights.",
    discussion: """
      The file has the columns sector,to,weight (or region,to,weight), a row for each part; a file of \
      sectors may have a column region with weights of that region. Parts get the whole's \
      coefficients: no information is added, and joining them gives the table again.
      """)

  @OptionGroup var options: EconomyOptions

  @Option(help: "The weights: CSV sector,to,weight or region,to,weight.")
  var weights: String

  func run() throws {
    try Terminal.refusing(in: options.language) {
      let folder = try options.folder()
      let table = try options.load()
      let parts = try SplitWeights.read(try Source.reading(weights), of: table)
      try options.write(
        table.disaggregated(by: parts, name: options.newName), from: table, to: folder)
    }
  }
}
