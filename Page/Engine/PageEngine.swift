import Commodities
import Diagnostics
import Explorer
import InputOutputTables
import Reporting
import ScenarioText
import Scenarios

/// One scenario in a page: its economy is read once, and every answer is what `sonae run --set` prints.
struct PageEngine {
  private let name: String
  private let economy: String?
  private let settings: [String]
  private let document: Document
  private let loaded: LoadedScenario
  private let runs: PageRuns

  /// Reads a scenario and what it names from the files that the page carries; throws every mistake.
  ///
  /// `name`, `economy` and `settings` are those of the command that wrote the page.
  init(
    _ source: Source, named name: String, economy: String?, settings: [String]
  ) throws(DiagnosticList) {
    self.name = name
    self.economy = economy
    self.settings = settings
    document = try ScenarioFile.document(source, economy: economy, settings: settings)
    let own = try CommodityCatalogue.all(
      with: ScenarioDecoder.commodityFolders(of: document), relativeTo: nil)
    var tables: [(name: String, loaded: LoadedTable)] = []
    for name in try ScenarioDecoder.economies(of: document) {
      tables.append((name, try EconomyLoader.load(name, cache: nil)))
    }
    loaded = LoadedScenario(
      source: source, folder: nil, commodities: own.commodities, warnings: own.warnings,
      defaults: try SectorDefaults.bundled(), tables: tables)
    runs = PageRuns(try loaded.file(document).table)
  }

  /// The result of a changed scenario, volumes and prices, schema `sonae.exploration/1`; throws where it is
  /// none.
  func answer(_ request: RunRequest) throws(DiagnosticList) -> JSON {
    let (file, command) = try changed(by: request)
    guard let study = try runs.quick(file, unless: { false }) else { return .null }
    return ExplorerJSON.answer(study, file, request, command: command)
  }

  /// The same of everything, not yet run.
  func whole(_ request: RunRequest) throws(DiagnosticList) -> WholeAnswer {
    let (file, command) = try changed(by: request)
    return WholeAnswer(
      parts: try runs.whole(file), file: file, request: request, command: command)
  }

  private func changed(
    by request: RunRequest
  ) throws(DiagnosticList) -> (ScenarioFile, command: String) {
    let (file, changes) = try loaded.file(document, changedBy: request.checked().changes)
    return (file, ExplorerJSON.command(name, economy: economy, settings: settings, changes))
  }
}

/// An answer that is on its way.
struct WholeAnswer {
  /// Its runs.
  let parts: StudyInParts
  fileprivate let file: ScenarioFile
  fileprivate let request: RunRequest
  fileprivate let command: String

  /// The answer, schema `sonae.exploration/1`; nil before all runs are done.
  var told: JSON? {
    parts.study.map { ExplorerJSON.answer($0, file, request, command: command) }
  }
}
