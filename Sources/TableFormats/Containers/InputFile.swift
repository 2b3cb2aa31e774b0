import Diagnostics

/// One file as it was downloaded: plain, packed by gzip, or a member of a zip archive.
struct InputFile: Sendable, Hashable {
  /// Where the file or its archive lies.
  let path: String
  /// Path within the zip archive; nil outside of archives.
  let member: String?

  /// The path as messages show it.
  var display: String { member.map { "\(path)/\($0)" } ?? path }

  /// The name without folders and without `.gz`.
  var name: String {
    let last = (member ?? path).split(separator: "/").last.map(String.init) ?? ""
    return last.lowercased().hasSuffix(".gz") ? String(last.dropLast(3)) : last
  }

  /// The folder part of the path, or of the path within the archive.
  var folder: String {
    (member ?? path).split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
  }

  /// Whether both lie in one folder, on the disk or in one archive.
  func isBeside(_ other: InputFile) -> Bool {
    folder == other.folder && (member == nil) == (other.member == nil)
      && (member == nil || path == other.path)
  }

  /// The letters behind the name's last point, in lower case.
  var suffix: String { name.split(separator: ".").last.map { $0.lowercased() } ?? "" }

  /// Whether its name is that of a workbook or of a text that rows can be read from.
  var isSheet: Bool { ["xlsx", "xlsm", "xlsb", "xls", "csv", "txt"].contains(suffix) }

  /// The year in the name, else in the archive's or the folder's; nil if none has one.
  var year: Int? {
    let parts = path.split(separator: "/").map(String.init)
    let inside = (member ?? "").split(separator: "/").map(String.init)
    let names = inside.reversed() + parts.suffix(2).reversed()
    return names.lazy.compactMap { yearInName($0) }.first
  }

  /// Opens the file for reading; throws if it is not there.
  func open() throws(DiagnosticList) -> ByteStream {
    try ByteStream(self)
  }
}
