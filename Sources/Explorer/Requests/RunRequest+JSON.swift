package import Diagnostics
internal import Foundation

extension RunRequest {
  /// Reads a request from JSON; throws what is wrong with it.
  package init(json: [UInt8]) throws(DiagnosticList) {
    guard let written = try? JSONDecoder().decode(Written.self, from: Data(json)),
      let language = Language(rawValue: written.language)
    else { throw DiagnosticList([Diagnostic(.error, ExplorerProblem.unreadable)]) }
    self = try RunRequest(
      page: written.page, changes: written.changes, extent: written.extent, language: language
    ).checked()
  }

  private struct Written: Decodable {
    let page: String
    let changes: [Change]
    let extent: Extent
    let language: String
  }
}
