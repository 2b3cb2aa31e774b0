package import Diagnostics

extension Source {
  /// Reads a text file that a user names; throws a placed problem if it cannot be read.
  package static func reading(_ path: String) throws(DiagnosticList) -> Source {
    if let source = try readable(path) { return source }
    throw DiagnosticList([Diagnostic(.error, FileProblem.unreadable(path))])
  }

  /// Reads a text file; nil if it is not there or cannot be read, and throws if it is too large for one.
  package static func readable(_ path: String) throws(DiagnosticList) -> Source? {
    guard let about = FileSystem.about(path), about.kind != .folder,
      var reader = BinaryReader(path), let bytes = reader.bytes(Limits.text + 1)
    else { return nil }
    if bytes.count > Limits.text {
      throw DiagnosticList([Diagnostic(.error, LimitProblem.size(path, most: Limits.text))])
    }
    return Source(name: path, bytes: bytes)
  }
}
