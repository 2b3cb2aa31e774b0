import Diagnostics
import Explorer
import Files
import Foundation
import Reporting
import ScenarioText
import Scenarios

/// One scenario behind a page: its economy is loaded once, and every answer is what `sonae run --set` prints.
actor ScenarioExplorer: Exploring {
  private let name: String
  private let options: ScenarioOptions
  private let loaded: LoadedScenario
  private let first: ScenarioFile
  private let quick: QuickRun
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
    quick = QuickRun(first.table, commodities: loaded.commodities)
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
    let (file, changes) = try changed(request.changes)
    let study =
      switch request.extent {
      case .quick: try await quick.study(of: file)
      // One batch at a time: a slider that moves meanwhile finds a processor.
      case .full:
        try await StudyRunner.run([file], isRanged: true, Batching(threads: 1))[0].study
      }
    let command = ExplorerJSON.command(name, options, changes)
    return ExplorerJSON.answer(study, file, request, command: command)
  }

  /// The file with the command line's changes and then the page's, and the changes that it took.
  private nonisolated func changed(
    _ changes: [RunRequest.Change]
  ) throws -> (ScenarioFile, [RunRequest.Change]) {
    var document = first.document
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
    return (try loaded.file(document), changes + cases)
  }
}
