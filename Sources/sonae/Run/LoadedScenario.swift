import Commodities
import Diagnostics
import InputOutputTables
import ScenarioText
import Scenarios
import TableFormats

/// Everything that a scenario file names, loaded once: the file can then be read again with other values.
struct LoadedScenario: Sendable {
  let source: Source
  /// The folder that paths of the file start from; nil of a bundled scenario.
  let folder: String?
  /// The catalogue with the file's own commodities.
  let commodities: [Commodity]
  /// What the reader should know of those.
  let warnings: [Diagnostic]
  let defaults: SectorDefaults
  /// The economies that the file names, at least one.
  let tables: [(name: String, loaded: LoadedTable)]

  /// Loads what a document names; throws every mistake of it at once.
  init(
    _ found: (source: Source, folder: String?), _ document: Document, _ options: ScenarioOptions
  ) throws {
    let own = try CommodityCatalogue.all(
      with: ScenarioDecoder.commodityFolders(of: document), relativeTo: found.folder)
    let defaults = try SectorDefaults.bundled()
    var tables: [(name: String, loaded: LoadedTable)] = []
    do throws(DiagnosticList) {
      for name in try ScenarioDecoder.economies(of: document) {
        let loaded = try EconomySource.load(
          name, relativeTo: options.economy == nil ? found.folder : nil,
          progress: { Terminal.progress($0) })
        tables.append((name, loaded))
      }
    } catch let failure {
      // The rest of the file is still checked, so that every mistake is told at once.
      let rest = ScenarioDecoder.check(document, names: nil, defaults: defaults)
      throw DiagnosticList(failure.diagnostics + rest.filter { $0.severity == .error })
    }
    source = found.source
    folder = found.folder
    commodities = own.commodities
    warnings = own.warnings
    self.defaults = defaults
    self.tables = tables
  }

  /// A document of the same economies and commodities; throws every mistake at once.
  func file(_ document: Document) throws -> ScenarioFile {
    try ScenarioFile(document, on: self)
  }
}
