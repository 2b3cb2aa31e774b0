import Commodities
import Diagnostics
import Explorer
import InputOutputTables
import ScenarioText
import Scenarios

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

  /// A document of the same economies and commodities; throws every mistake at once.
  func file(_ document: Document) throws(DiagnosticList) -> ScenarioFile {
    try ScenarioFile(document, on: self)
  }

  /// A document of the same with a page's changes, and the changes that it took; throws every mistake at once.
  func file(
    _ document: Document, changedBy changes: [RunRequest.Change]
  ) throws(DiagnosticList) -> (ScenarioFile, [RunRequest.Change]) {
    var document = document
    var mistakes: [Diagnostic] = []
    for change in changes {
      do throws(DiagnosticList) {
        document = try document.setting(
          Source(name: Refusal.settingSource, text: change.setting))
      } catch { mistakes += error.diagnostics }
    }
    guard mistakes.isEmpty else { throw DiagnosticList(mistakes) }
    let cases = TouchedCases.off(in: document)
    for one in cases {
      document = try document.setting(Source(name: Refusal.settingSource, text: one.setting))
    }
    return (try file(document), changes + cases)
  }
}
