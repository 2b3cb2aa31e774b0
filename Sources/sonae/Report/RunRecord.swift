import ArgumentParser
import Diagnostics
import Files
import Foundation
import Scenarios

/// A manifest read back: what is needed to run its scenario again.
struct RunRecord: Decodable {
  struct Scenario: Decodable {
    let file: String
    let text: String
  }

  struct Economy: Decodable {
    let name: String
    let sha256: String
  }

  struct Options: Decodable {
    let economy: String?
    let set: [String]
    let language: String?
    let trajectories: Bool?
    let stockDays: [Int]?
    let comparesPolicies: Bool?
    let draws: Int?
    /// The question of `decide` and its options; nil of a run.
    let question: DecideQuestion?
    let asked: [String]?

    enum CodingKeys: String, CodingKey {
      case economy, set, language, trajectories, draws, question, asked
      case stockDays = "stock_days"
      case comparesPolicies = "compares_policies"
    }

    /// What the run keeps.
    var content: RunContent {
      RunContent(
        trajectories: trajectories ?? false, stockDays: stockDays ?? [],
        comparesPolicies: comparesPolicies ?? false)
    }
  }

  struct File: Decodable {
    let name: String
    let sha256: String
  }

  let version: String
  let blas: String
  let scenario: Scenario
  let economy: Economy
  let options: Options
  let files: [File]

  /// Reads a folder's manifest; throws if there is none of a run that tells how it was made.
  init(folder: String) throws(DiagnosticList) {
    guard Manifest.isOurs(folder),
      let data = FileManager.default.contents(atPath: "\(folder)/\(Manifest.fileName)"),
      let record = try? JSONDecoder().decode(RunRecord.self, from: data)
    else { throw DiagnosticList([Diagnostic(.error, FolderProblem.noManifest(folder))]) }
    self = record
  }

  /// The scenario's text as it was run, in the folder that its paths start from.
  var source: (source: Source, folder: String?) {
    let isFile = FileManager.default.fileExists(atPath: scenario.file)
    let isBundled = BundledData.bytes(of: "Scenarios/\(scenario.file)") != nil
    let folder = URL(filePath: scenario.file).deletingLastPathComponent().path
    return (
      Source(name: scenario.file, text: scenario.text), isBundled && !isFile ? nil : folder
    )
  }

  /// The options that the file was read with.
  var scenarioOptions: ScenarioOptions {
    get throws {
      try ScenarioOptions.parse(
        (options.economy.map { ["--economy=\($0)"] } ?? []) + options.set.map { "--set=\($0)" }
          + (options.language.map { ["--language=\($0)"] } ?? []))
    }
  }

  /// Files of numbers: what a second run must give again.
  var numberFiles: [String] {
    files.map(\.name).filter { name in
      name == "summary.json"
        || name.hasSuffix(".csv") && !name.hasPrefix("charts/")
    }
  }

  /// Files that are not as they were written, or are gone.
  func altered(in folder: String) -> [String] {
    files.filter { file in
      FileManager.default.contents(atPath: "\(folder)/\(file.name)").map {
        sha256Hex([UInt8]($0)) != file.sha256
      } ?? true
    }.map(\.name)
  }
}
