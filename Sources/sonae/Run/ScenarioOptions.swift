import ArgumentParser
import Diagnostics
import Reporting

extension TableFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

/// Options of every command that reads scenarios.
struct ScenarioOptions: ParsableArguments {
  @Option(help: "An economy instead of the file's: a bundled name, a folder, or FORMAT:PATH.")
  var economy: String?

  @Option(
    name: .customLong("set"),
    help: """
      Change a value of the file, such as 'shocks[0].closure.for=90 days'; '[+]' adds an item to a \
      list: 'shocks[+]={ban: {exporter: CHN, products: [30t33], for: 60 days}}'; may repeat.
      """)
  var settings: [String] = []

  @Option(help: "Language of messages and reports: en or ja (default: the file's first).")
  var language: Language?
}

/// Options of every command that prints tables.
struct FormatOptions: ParsableArguments {
  @Option(help: "text, markdown, csv, json, latex or html.")
  var format: TableFormat = .text

  @Option(help: "The one table to print, by name.")
  var table: String?

  /// Says warnings on standard error, unless the reader has them on the screen with the result.
  func warn(_ messages: [Diagnostic], in language: Language) {
    guard format == .csv || !Terminal.isInteractive else { return }
    Terminal.warn(messages.filter { $0.severity == .warning }, in: language)
  }

  /// How tables are shown here.
  func rendering(in language: Language, and others: [Language] = []) -> RenderOptions {
    RenderOptions(
      language: language, width: format == .text ? Terminal.width : nil,
      isStyled: format == .text && Terminal.isStyled, and: others)
  }
}
