import Diagnostics
import Foundation
import InputOutputTables
import Reporting
import RiskMetrics
import Scenarios

/// One file's run: what was read, what came out, and in which language it is told.
struct ScenarioRun {
  let file: ScenarioFile
  let runner: StudyRunner
  let language: Language
  let started: Date
  let seconds: Double

  init(_ name: String, _ options: ScenarioOptions, stockDays: [Int] = []) throws {
    started = Date()
    let clock = ContinuousClock()
    let start = clock.now
    file = try ScenarioFile(name, options)
    language = file.language(options)
    Terminal.warn(file.decoded.warnings, in: language)
    runner = StudyRunner(file, stockDays: Set(stockDays))
    seconds = (clock.now - start) / .seconds(1)
    if seconds > 2 { Terminal.progress("\(name): \(file.runs.count) runs in \(seconds) s") }
  }

  /// What identifies the scenario in machine-read files.
  var identity: RiskSummary.Identity {
    RiskSummary.Identity(file: file.source.name, sha256: sha256Hex(file.source.bytes))
  }

  /// The report, one table of it, or the summary, in a format.
  func text(_ format: FormatOptions) throws -> String {
    let report = RiskReport.report(runner.study)
    let rendering = format.rendering(in: language)
    if let name = format.table {
      let table = try chosen(name, from: report.tables)
      return format.format.render([table], rendering)
    }
    if format.format == .json {
      return RiskSummary.json(runner.study, of: identity, in: language).pretty + "\n"
    }
    return report.render(format.format, rendering)
  }

  /// Whether any run shows collapse or oscillation.
  var isDoubtful: Bool { runner.study.results.contains { !$0.assessment.signs.isEmpty } }
}

/// The table of a name; throws with what there is.
func chosen(_ name: String, from tables: [Table]) throws -> Table {
  if let table = tables.first(where: { $0.name == name }) { return table }
  let known = tables.map(\.name)
  throw DiagnosticList([
    Diagnostic(
      .error,
      FileProblem.unknownTable(name, known: known, suggestion: nearest(name, in: known)))
  ])
}
