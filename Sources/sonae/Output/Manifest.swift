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

  /// What a command was asked and what it read.
  struct Origin {
    /// The scenario.
    let file: ScenarioFile
    /// How it was changed when it was read.
    let options: ScenarioOptions
    /// The command's own options, members of `options`.
    let own: [JSON.Member]
    /// Seed of what was drawn; nil: nothing was.
    let seed: Int?
    /// When the command started.
    let started: Date
    /// How long it took.
    let seconds: Double
  }

  static func json(of origin: Origin, files: [NewFolder.Part.Record]) -> JSON {
    let about = origin.file.table.description
    let options = origin.options
    return [
      "schema": .string(schema), "version": .string(Version.current),
      "command": .string(CommandLine.arguments.dropFirst().joined(separator: " ")),
      "scenario": [
        "file": .string(origin.file.source.name),
        "sha256": .string(sha256Hex(origin.file.source.bytes)),
        "text": .string(String(decoding: origin.file.source.bytes, as: UTF8.self)),
      ],
      "options": .object(
        [
          JSON.Member("economy", .string(options.economy)),
          JSON.Member("set", .array(options.settings.map { .string($0) })),
          JSON.Member("language", .string(options.language?.rawValue)),
        ] + origin.own),
      "economy": [
        "name": .string(about.name), "sha256": .string(about.sha256),
        "source": .string(about.source), "basis": .string(about.basis?.rawValue),
      ],
      "seed": .integer(origin.seed), "blas": .string(OpenBLAS.configuration),
      "started": .string(origin.started.formatted(.iso8601)),
      "seconds": .number(origin.seconds),
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
