import Diagnostics
import Files
import Foundation
import Reporting

/// A report as a value in a folder of results, so that it is rendered again without computing.
struct StoredReport: Codable {
  static let fileName = "report.json"
  private static let schema = "sonae.report/1"

  private let schema: String
  /// The languages of the page, the first the report's own.
  let languages: [Language]
  /// The report.
  let report: Report

  /// Stores a report in the languages that it is read in, at least one.
  init(_ report: Report, in languages: [Language]) {
    precondition(!languages.isEmpty, "StoredReport: no language")
    schema = StoredReport.schema
    self.languages = languages
    self.report = report
  }

  /// The bytes of the file; the same for the same report.
  var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
  }

  /// Reads the report of a folder of results; throws where there is none of this kind.
  init(folder: String) throws(DiagnosticList) {
    let path = "\(folder)/\(StoredReport.fileName)"
    guard let about = FileSystem.about(path), about.kind == .file,
      about.size <= StoredReport.largest, let data = FileManager.default.contents(atPath: path)
    else { throw StoredReport.refused(.noReport(folder)) }
    guard let stored = try? JSONDecoder().decode(StoredReport.self, from: data),
      stored.schema == StoredReport.schema, !stored.languages.isEmpty
    else { throw StoredReport.refused(.notAReport(path)) }
    self = stored
  }

  /// Bytes; daily series of charts are the most of it.
  private static let largest = 256 << 20

  private static func refused(_ problem: FolderProblem) -> DiagnosticList {
    DiagnosticList([Diagnostic(.error, problem)])
  }
}
