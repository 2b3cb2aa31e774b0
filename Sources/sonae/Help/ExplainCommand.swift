import ArgumentParser
import Diagnostics
import Scenarios

/// `sonae explain`: what a key of a scenario means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell what a key means, its units, default and range.")

  @Argument(help: "A key, such as shocks.closure.by, or the end of one; all keys without it.")
  var key: String?

  @Option(help: "Language: en or ja.")
  var language: Language = .en

  func run() throws {
    try Terminal.refusing(in: language) {
      let text =
        try key.map { try KeyReference.explain($0, in: language) }
        ?? KeyReference.markdown(language)
      Terminal.result(text.hasSuffix("\n") ? text : text + "\n")
    }
  }
}
