import Diagnostics
import Explorer
import InputOutputTables
import ScenarioText
import Scenarios

/// The page of a scenario that needs no server.
enum PageFile {
  /// Its name in a folder of results.
  static let name = "explore.html"

  /// The page; throws where this program or the scenario's tables allow none.
  ///
  /// `name` and `options` are the command's, and opening the page gives what they give.
  static func html(
    of file: ScenarioFile, named name: String, _ options: ScenarioOptions
  ) throws(DiagnosticList) -> String {
    let economies = try ScenarioDecoder.economies(of: file.document)
    let problem = problem(with: file, economies)
    guard problem == nil, let engine = AlonePage.engine else {
      throw DiagnosticList([Diagnostic(.error, problem ?? .noEngine)])
    }
    return AlonePage(
      file.source, named: name, economy: options.economy, settings: options.settings,
      economies: economies,
      opening: ExplorerJSON.opening(file, language: file.language(options))
    ).html(engine: engine)
  }

  /// The page for a folder of results; nil where there can be none, which is said.
  static func beside(
    _ file: ScenarioFile, named name: String, _ options: ScenarioOptions
  ) throws(DiagnosticList) -> String? {
    let economies = try ScenarioDecoder.economies(of: file.document)
    guard let problem = problem(with: file, economies) else {
      return try html(of: file, named: name, options)
    }
    Terminal.warn([Diagnostic(.note, ExplorerProblem.leftOut(problem))], in: file.language(options))
    return nil
  }

  /// Why there can be no page; nil if there can.
  private static func problem(
    with file: ScenarioFile, _ economies: [String]
  ) -> ExplorerProblem? {
    if AlonePage.engine == nil { return .noEngine }
    let others =
      economies.filter { !EconomyLoader.bundledNames().contains($0) }
      + ScenarioDecoder.commodityFolders(of: file.document).map(\.path)
    return others.isEmpty ? nil : .notBundled(others)
  }
}
