package import Diagnostics
internal import FoundationEssentials

extension Source {
  /// Reads a file that a user names; throws a placed problem if it cannot be read.
  package static func reading(_ path: String) throws(DiagnosticList) -> Source {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DiagnosticList([Diagnostic(.error, FileProblem.unreadable(path))])
    }
    return Source(name: path, bytes: Array(data))
  }
}
