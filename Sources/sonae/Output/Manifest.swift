import Diagnostics
import Files
import Foundation
import InputOutputTables
import LinearAlgebra
import Reporting

/// The record of a run: what came in, what was written. A folder that has it is whole.
enum Manifest {
  static let fileName = "manifest.json"
  private static let schema = "sonae.manifest/1"

  /// The folders that a later run may replace: those whose manifest is ours and lists all they hold.
  static let ownership = Ownership(mark: fileName) { listed(in: $0) }

  static func json(
    of run: ScenarioRun, _ content: RunContent, files: [NewFolder.Part.Record]
  ) -> JSON {
    let about = run.runner.economy.table.description
    return [
      "schema": .string(schema), "version": .string(Version.current),
      "command": .string(CommandLine.arguments.dropFirst().joined(separator: " ")),
      "scenario": [
        "file": .string(run.identity.file), "sha256": .string(run.identity.sha256),
        "text": .string(String(decoding: run.file.source.bytes, as: UTF8.self)),
      ],
      "options": [
        "economy": .string(run.options.economy),
        "set": .array(run.options.settings.map { .string($0) }),
        "language": .string(run.options.language?.rawValue),
        "trajectories": .bool(content.trajectories),
        "stock_days": .array(content.stockDays.map { .integer($0) }),
        "compares_policies": .bool(content.comparesPolicies),
        "draws": .integer(run.file.rangeDraws),
      ],
      "economy": [
        "name": .string(about.name), "sha256": .string(about.sha256),
        "source": .string(about.source), "basis": .string(about.basis?.rawValue),
      ],
      "seed": .integer(run.runner.study.drawn?.seed), "blas": .string(OpenBLAS.configuration),
      "started": .string(run.started.formatted(.iso8601)), "seconds": .number(run.seconds),
      "files": .array(
        files.sorted { $0.name < $1.name }.map {
          ["name": .string($0.name), "bytes": .integer($0.size), "sha256": .string($0.sha256)]
        }),
    ]
  }

  /// Whether a folder has a manifest of ours.
  static func isOurs(_ folder: String) -> Bool { listed(in: folder) != nil }

  /// Names and sizes of a folder's files as its manifest lists them; nil if it has none of ours.
  private static func listed(in folder: String) -> [String: Int]? {
    let path = "\(folder)/\(fileName)"
    guard let about = FileSystem.about(path, followingLinks: false), about.kind == .file,
      about.size <= largestManifest, let data = FileManager.default.contents(atPath: path),
      let read = try? JSONDecoder().decode(Listing.self, from: data), read.schema == schema
    else { return nil }
    return Dictionary(read.files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { $1 })
  }

  /// Bytes; a scenario's text is the most of it.
  private static let largestManifest = 64 << 20

  private struct Listing: Decodable {
    struct File: Decodable {
      let name: String
      let bytes: Int
    }

    let schema: String
    let files: [File]
  }
}
