import Commodities
import Diagnostics
import InputOutputTables
import ScenarioText
import Scenarios
import TableFormats

extension LoadedScenario {
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
    self.init(
      source: found.source, folder: found.folder, commodities: own.commodities,
      warnings: own.warnings, defaults: defaults, tables: tables)
  }
}
