import Diagnostics
import Files
import Foundation
import Quantities
import Reporting
import RiskMetrics
import Scenarios

/// One file's run: what was read, what came out, and in which language it is told.
struct ScenarioRun {
  let file: ScenarioFile
  let runner: StudyRunner
  let language: Language
  /// The languages of a page, `language` the first.
  let languages: [Language]
  /// How the file was changed when it was read.
  let options: ScenarioOptions
  let started: Date
  let seconds: Double

  /// Reads files and runs them, those of one economy in the same batches; one run for each file.
  static func runs(
    _ names: [String], _ options: ScenarioOptions, keeping stockDays: [Int]? = nil,
    _ batches: Batching = Batching()
  ) async throws -> [ScenarioRun] {
    try await runs(try ScenarioFile.all(names, options), options, keeping: stockDays, batches)
  }

  /// Runs files that are read, those of one economy in the same batches; one run for each.
  static func runs(
    _ files: [ScenarioFile], _ options: ScenarioOptions, keeping stockDays: [Int]? = nil,
    isRanged: Bool = false, comparesPolicies: Bool = false, _ batches: Batching = Batching()
  ) async throws -> [ScenarioRun] {
    let started = Date()
    let clock = ContinuousClock()
    let start = clock.now
    let runners = try await StudyRunner.run(
      files, keeping: stockDays.map(Set.init), isRanged: isRanged,
      comparesPolicies: comparesPolicies, batches)
    let seconds = (clock.now - start) / .seconds(1)
    if seconds > 2 {
      let count = files.reduce(0) { $0 + $1.runs.count }
      Terminal.progress("\(count) runs in \(NumberFormat.rounded(seconds, as: .significant)) s")
    }
    return zip(files, runners).map {
      ScenarioRun(
        file: $0, runner: $1, language: $0.language(options),
        languages: $0.languages(options), options: options, started: started, seconds: seconds)
    }
  }

  /// Runs one file with everything that a report shows and a folder keeps.
  static func whole(
    _ file: ScenarioFile, _ options: ScenarioOptions, _ content: RunContent,
    _ batches: Batching = Batching()
  ) async throws -> ScenarioRun {
    try await runs(
      [file], options, keeping: content.trajectories ? content.stockDays : nil, isRanged: true,
      comparesPolicies: content.comparesPolicies, batches)[0]
  }

  /// Reads one file and runs it.
  static func one(
    _ name: String, _ options: ScenarioOptions, keeping stockDays: [Int]? = nil
  ) async throws -> ScenarioRun {
    try await runs(
      try ScenarioFile.all([name], options), options, keeping: stockDays, isRanged: true)[0]
  }

  /// What identifies the scenario in machine-read files.
  var identity: RiskSummary.Identity {
    RiskSummary.Identity(file: file.source.name, sha256: sha256Hex(file.source.bytes))
  }

  /// The report, one table of it, or the summary, in a format.
  func text(_ format: FormatOptions) throws -> String {
    let report = RiskReport.report(runner.study)
    let rendering = format.rendering(in: language, and: languages)
    if let name = format.table {
      let table = try chosen(name, from: report.tables)
      return report.render(table, as: format.format, rendering)
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
      TableNameProblem(name, known: known))
  ])
}
