import Diagnostics
import Files
import Foundation
import InputOutputTables
import Propagation
import Quantities
import Reporting
import RiskMetrics

/// A folder of results (INTERFACE.md section 4): written aside, then put into its place as a whole.
struct OutputFolder: ~Copyable {
  private var folder: NewFolder

  /// Makes ready to write; throws if something lies there that is not a whole folder of results, or
  /// the place cannot be written.
  init(_ path: String) throws(DiagnosticList) {
    folder = try NewFolder(path, replacing: Manifest.ownership)
  }

  /// Writes everything, the manifest last, and puts the folder into its place.
  ///
  /// `explorer`: the page of the scenario that needs no server.
  consuming func write(
    _ run: ScenarioRun, _ content: RunContent = RunContent(), pictures: [Picture] = [],
    explorer: String? = nil
  ) throws {
    try RunFiles(run: run, content: content).each { try folder.write($1, to: $0) }
    let stored = StoredReport(RiskReport.report(run.runner.study), in: run.languages)
    let files = ReportFiles(stored: stored, pictures: pictures, explorer: explorer)
    try finish(files, run.origin(content))
  }

  /// The same of an answer.
  consuming func write(_ run: DecideRun, pictures: [Picture] = []) throws {
    try run.each { try folder.write($1, to: $0) }
    let stored = StoredReport(run.answer.report, in: run.languages)
    try finish(ReportFiles(stored: stored, pictures: pictures), run.origin)
  }

  private consuming func finish(_ files: ReportFiles, _ origin: Manifest.Origin) throws {
    try files.each { try folder.write($1, to: $0) }
    let manifest = Manifest.json(of: origin, files: folder.files)
    try folder.write(Array((manifest.pretty + "\n").utf8), to: Manifest.fileName)
    try folder.finish()
  }

  /// A variant's name as a folder: letters, digits and hyphens; a long one ends in its digest.
  static func fileName(_ name: String) -> String {
    let kept = name.unicodeScalars.map { scalar -> String in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? String(scalar) : "-"
    }.joined()
    if kept.isEmpty { return "variant" }
    guard kept.utf8.count > longestName else { return kept }
    var start = kept
    while start.utf8.count > longestName - 13 { start.removeLast() }
    return start + "-" + sha256Hex(Array(name.utf8)).prefix(12)
  }

  /// Bytes of a name; file systems take 255, and a number may follow.
  private static let longestName = 120

  /// Short names for files in order: the last part of each path without `.yaml`, all different.
  static func baseNames(_ paths: [String]) -> [String] {
    fileNames(
      paths.map { String($0.split(separator: "/").last ?? "").replacing(".yaml", with: "") })
  }

  /// Folders for names in order; names that would share one are numbered from the second on.
  static func fileNames(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      let base = fileName(name)
      var choice = base
      var number = 2
      while !taken.insert(choice.lowercased()).inserted {
        choice = "\(base)-\(number)"
        number += 1
      }
      return choice
    }
  }
}
