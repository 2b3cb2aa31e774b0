internal import Files
package import Diagnostics
import FoundationEssentials
package import InputOutputTables

/// Loads an economy by any name that a user may give: bundled, a folder, or `FORMAT:PATH`.
package enum EconomySource {
  /// Loads a table; `FORMAT:PATH` reads a provider's files, and keeps the table in binary beside them.
  ///
  /// Paths are relative to `folder` (nil: where we are). Throws every mistake at once; with
  /// `strict`, a balance off by more than 0.1% too.
  package static func load(
    _ name: String, relativeTo folder: String? = nil, strict: Bool = false,
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(DiagnosticList) -> LoadedTable {
    guard let (format, path) = try parts(name) else {
      return try EconomyLoader.load(name, relativeTo: folder, strict: strict)
    }
    let isAbsolute = path.hasPrefix("/") || folder == nil || folder == ""
    let whole = isAbsolute ? path : "\(folder ?? "")/\(path)"
    let found = try cached(format, whole, progress: progress)
    return try EconomyLoader.audited(found.table, remarks: found.messages, strict: strict)
  }

  /// Format and path of `FORMAT:PATH`; nil if the name is of another kind.
  static func parts(
    _ name: String
  ) throws(DiagnosticList) -> (format: ProviderFormat, path: String)? {
    guard let mark = name.firstIndex(of: ":") else { return nil }
    let (word, path) = (String(name[..<mark]), String(name[name.index(after: mark)...]))
    if let format = ProviderFormat(named: word) { return (format, path) }
    if word.contains("/") || word.isEmpty || FileManager.default.fileExists(atPath: name) {
      return nil
    }
    throw DiagnosticList([
      Diagnostic(
        .error,
        ImportProblem.unknownFormat(
          word, suggestion: nearest(word, in: ProviderFormat.names)))
    ])
  }

  /// A table from the binary kept of its files, else from the files, which are then kept.
  static func cached(
    _ format: ProviderFormat, _ path: String, progress: @escaping @Sendable (String) -> Void
  ) throws(DiagnosticList) -> ImportedTable {
    let key = try cacheKey(format, path)
    let places = cachePlaces(format, path)
    for place in places {
      if let entry = TableCache.read(place, key: key),
        let provenance = Provenance(notes: entry.notes)
      {
        return ImportedTable(table: entry.table, provenance: provenance)
      }
    }
    let found = try TableImport.read(format, path, progress: progress)
    for (index, place) in places.enumerated() {
      if index > 0 { makeFolder(of: place) }
      if TableCache.write(found.table, notes: found.provenance.notes, key: key, to: place) { break }
    }
    return found
  }

  private static func makeFolder(of path: String) {
    try? FileManager.default.createDirectory(
      at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
  }

  /// What the table depends on: the format, the version of its reader, and each file's size and time.
  private static func cacheKey(
    _ format: ProviderFormat, _ path: String
  ) throws(DiagnosticList) -> String {
    let bundle = try InputBundle(path)
    let beside = format == .eora26 ? [bundle.parent + "/indices.zip"] : []
    let files = (bundle.pathsOnDisk + beside).compactMap { file in
      FileStamp(file).map { "\(file) \($0.size) \($0.modified)" }
    }
    return (["\(format.name) \(TableImport.version)"] + files).joined(separator: "\n")
  }

  /// Where the table in binary may lie: beside the files, else in the user's cache folder.
  private static func cachePlaces(_ format: ProviderFormat, _ path: String) -> [String] {
    var isFolder = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let ending = ".\(format.name).sonae"
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    while parts.count > 1, parts.last == "" { parts.removeLast() }
    let name = parts.last ?? ""
    let beside =
      isFolder
      ? parts.joined(separator: "/") + "/\(ending)"
      : (parts.dropLast() + [".\(name)\(ending)"]).joined(separator: "/")
    let environment = ProcessInfo.processInfo.environment
    let home = environment["XDG_CACHE_HOME"] ?? environment["HOME"].map { "\($0)/.cache" }
    guard let home else { return [beside] }
    let folder = "\(home)/sonae"
    return [beside, "\(folder)/\(sha256Hex(Array(path.utf8)).prefix(16))\(ending)"]
  }
}
