import ArgumentParser
import Diagnostics
import Foundation
import Reporting
import TestSupport
import Testing

@testable import sonae

/// The folder of the package.
let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// Options as the command line would give them.
func options(_ arguments: String...) throws -> ScenarioOptions {
  try ScenarioOptions.parse(arguments)
}

/// The bundled scenarios, each run once for all tests.
enum BundledRun {
  static let all = Dictionary(
    uniqueKeysWithValues: ScenarioFile.bundledNames().map { name in
      (name, Task { try await ScenarioRun.one(name, try options(), keeping: []) })
    })

  static func named(_ name: String) async throws -> ScenarioRun {
    try await #require(all[name]).value
  }
}

/// Compares a text with `Tests/Golden/<name>`; RECORD_GOLDEN=1 writes the file, and fails too.
func expectGolden(_ text: String, _ name: String) throws {
  let file = repository.appending(path: "Tests/Golden").appending(path: name)
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try write(Array(text.utf8), to: file.path)
    Issue.record("\(name): recorded")
    return
  }
  guard let data = FileManager.default.contents(atPath: file.path) else {
    Issue.record("\(name): missing; record it with RECORD_GOLDEN=1")
    return
  }
  let found = text.split(separator: "\n", omittingEmptySubsequences: false)
  let golden = String(decoding: data, as: UTF8.self)
    .split(separator: "\n", omittingEmptySubsequences: false)
  let same = zip(found, golden).prefix { $0 == $1 }.count
  if same == found.count, same == golden.count { return }
  let now = same < found.count ? String(found[same]) : "the end"
  let then = same < golden.count ? String(golden[same]) : "the end"
  Issue.record("\(name), line \(same + 1):\n  recorded: \(then)\n  now:      \(now)")
}
/// A scenario on the small economy, with a variant.
let smallScenario = """
  sonae: 1
  title: Half of A's goods stop
  economy: small
  start: 2026-04-01
  horizon: 40 days
  shocks:
    - capacity: {nodes: [A.x], by: 50%, from: day 2, for: 5 days, recovery: linear over 10 days}
  variants:
    "longer, worse": {"shocks[0].capacity.for": 20 days, "shocks[0].capacity.by": 80%}

  """

/// Does some work in a folder with the small economy and its scenario `test.yaml`, both changed.
func withSmallStudy<Result>(
  scenario: String = smallScenario, economy changes: [String: String?] = [:],
  _ body: (String) async throws -> Result
) async throws -> Result {
  try await withTemporaryFolder { folder in
    let small = folder + "/small"
    try FileManager.default.createDirectory(atPath: small, withIntermediateDirectories: true)
    var files: [String: String?] = smallEconomy
    for (name, text) in changes { files[name] = .some(text) }
    for case (let name, let text?) in files { try write(Array(text.utf8), to: "\(small)/\(name)") }
    try write(Array(scenario.utf8), to: folder + "/test.yaml")
    return try await body(folder)
  }
}

/// Paths of the files in a folder and below it, sorted.
func files(in folder: String) throws -> [String] {
  try FileManager.default.subpathsOfDirectory(atPath: folder)
    .filter { isFile("\(folder)/\($0)") }.sorted()
}

/// A text file.
func text(_ path: String) throws -> String {
  String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
}

/// Whether a path leads to a file, not to a folder.
func isFile(_ path: String) -> Bool {
  let attributes = try? FileManager.default.attributesOfItem(atPath: path)
  return attributes?[.type] as? FileAttributeType == .typeRegular
}

/// Runs a shell script in a folder with the small study; `$SONAE` is the program.
func shell(
  _ script: String, scenario: String = smallScenario, environment: [String: String] = [:],
  _ check: (CommandLineTests.Outcome, String) throws -> Void
) async throws {
  let program = try #require(CommandLineTests.binary, "the program is not built")
  try await withSmallStudy(scenario: scenario) { folder in
    for name in ["out.txt", "err.txt"] { try write([], to: "\(folder)/\(name)") }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ProcessInfo.processInfo.environment
      .merging(["SONAE": program, "XDG_CACHE_HOME": folder + "/cache", "COLUMNS": ""]) { $1 }
      .merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: folder + "/out.txt"))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: folder + "/err.txt"))
    try process.run()
    process.waitUntilExit()
    let outcome = CommandLineTests.Outcome(
      code: process.terminationStatus, out: try text(folder + "/out.txt"),
      err: try text(folder + "/err.txt"))
    try check(outcome, folder)
  }
}
