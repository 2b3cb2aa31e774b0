import Diagnostics
import Files
import Foundation
import ScenarioText
import Scenarios

extension ScenarioFile {
  /// Reads, overrides, loads the economy and validates; throws every mistake at once.
  init(_ name: String, _ options: ScenarioOptions) throws {
    try self.init(try ScenarioFile.source(named: name), options)
  }

  /// Reads a text of a folder like a file that lies there.
  init(_ found: (source: Source, folder: String?), _ options: ScenarioOptions) throws {
    let document = try ScenarioFile.document(found.source, options)
    self = try LoadedScenario(found, document, options).file(document)
  }

  /// Reads several files; throws every mistake of all of them at once.
  static func all(_ names: [String], _ options: ScenarioOptions) throws -> [ScenarioFile] {
    var files: [ScenarioFile] = []
    var mistakes: [Diagnostic] = []
    for name in names {
      do {
        files.append(try ScenarioFile(name, options))
      } catch let list as DiagnosticList {
        mistakes += list.diagnostics
      }
    }
    guard mistakes.isEmpty else { throw DiagnosticList(mistakes) }
    return files
  }

  /// The file's text and folder; a bundled scenario's name will do.
  static func source(named name: String) throws -> (source: Source, folder: String?) {
    if let source = try Source.readable(name) {
      return (source, URL(filePath: name).deletingLastPathComponent().path)
    }
    if let bytes = BundledData.bytes(of: "Scenarios/\(name).yaml") {
      return (Source(name: "\(name).yaml", bytes: bytes), nil)
    }
    if FileManager.default.fileExists(atPath: name) {
      throw DiagnosticList([Diagnostic(.error, FileProblem.unreadable(name))])
    }
    let known = bundledNames()
    throw DiagnosticList([
      Diagnostic(
        .error,
        FileProblem.noScenario(name, suggestion: nearest(name, in: known), bundled: known))
    ])
  }

  /// Names of the bundled scenarios, sorted.
  static func bundledNames() -> [String] {
    BundledData.paths(in: "Scenarios").map { path in
      String(path.dropFirst("Scenarios/".count).dropLast(".yaml".count))
    }
  }

  /// The parsed file with the command line's changes; dated entries keep their form as written if asked.
  static func document(
    _ source: Source, _ options: ScenarioOptions, asWritten: Bool = false
  ) throws -> Document {
    try document(
      source, economy: options.economy, settings: options.settings, asWritten: asWritten)
  }

  /// The languages of a page: the command line's, else the file's, else all.
  func languages(_ options: ScenarioOptions) -> [Language] {
    if let language = options.language { return [language] }
    let stated = decoded.base.report.languages.compactMap { Language(rawValue: $0) }
    return stated.isEmpty ? Language.allCases : stated
  }

  /// The report's language: the command line's, else the file's first.
  func language(_ options: ScenarioOptions) -> Language {
    options.language ?? decoded.base.report.languages.first.flatMap { Language(rawValue: $0) }
      ?? .en
  }
}
