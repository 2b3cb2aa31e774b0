import Diagnostics
import Explorer
import Files
import Foundation
import InputOutputTables
import Reporting
import RiskMetrics
import ScenarioText
import Scenarios

/// One scenario behind a page: its economy is loaded once, and every answer is what `sonae run --set` prints.
actor ScenarioExplorer: Exploring {
  private let name: String
  private let options: ScenarioOptions
  private let loaded: LoadedScenario
  private let first: ScenarioFile
  private let runs: PageRuns
  private var working: [String: Task<JSON, any Error>] = [:]

  /// Pages that may ask at the same time; of more the oldest request gives way.
  private static let mostPages = 8

  /// Loads a scenario; throws every mistake at once.
  init(_ name: String, _ options: ScenarioOptions) throws {
    self.name = name
    self.options = options
    let found = try ScenarioFile.source(named: name)
    let document = try ScenarioFile.document(found.source, options)
    loaded = try LoadedScenario(found, document, options)
    first = try loaded.file(document)
    runs = PageRuns(first.table)
  }

  /// The language that the page opens in.
  nonisolated var language: Language { first.language(options) }

  /// What the reader of the terminal should know.
  nonisolated var warnings: [Diagnostic] { first.warnings }

  func opening() -> JSON { ExplorerJSON.opening(first, language: language) }

  func answer(_ request: RunRequest) async throws -> JSON {
    working[request.page]?.cancel()
    if working[request.page] == nil, working.count >= Self.mostPages, let other = working.first {
      other.value.cancel()
      working[other.key] = nil
    }
    let task = Task { try await compute(request) }
    working[request.page] = task
    defer { if working[request.page] == task { working[request.page] = nil } }
    return try await task.value
  }

  private nonisolated func compute(_ request: RunRequest) async throws -> JSON {
    let (file, changes) = try loaded.file(first.document, changedBy: request.changes)
    let study =
      switch request.extent {
      case .quick: try quickly(file)
      // One batch at a time: a slider that moves meanwhile finds a processor.
      case .full:
        try await StudyRunner.run([file], isRanged: true, Batching(threads: 1))[0].study
      }
    let command = ExplorerJSON.command(
      name, economy: options.economy, settings: options.settings, changes)
    return ExplorerJSON.answer(study, file, request, command: command)
  }

  private nonisolated func quickly(_ file: ScenarioFile) throws -> RiskStudy {
    guard let study = try runs.quick(file, unless: { Task.isCancelled }) else {
      throw CancellationError()
    }
    return study
  }

  /// The page as a file that needs no server; throws where this program or the scenario's tables allow none.
  nonisolated func page() throws(DiagnosticList) -> String {
    try PageFile.html(of: first, named: name, options)
  }
}
