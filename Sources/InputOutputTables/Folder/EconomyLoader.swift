internal import Files
package import Diagnostics

/// A table, and what its reader should know about it.
package struct LoadedTable: Sendable {
  /// The table.
  package let table: InputOutputTable
  /// Warnings and notes; none is an error.
  package let warnings: [Diagnostic]
}

/// Loads economy folders (INTERFACE.md section 1), bundled or on disk.
package enum EconomyLoader {
  /// Loads a bundled economy by name, or a folder by path relative to `folder` (nil: where we are).
  ///
  /// Throws every mistake of all files at once; with `strict`, a balance off by more than 0.1% too.
  package static func load(
    _ name: String, relativeTo folder: String? = nil, strict: Bool = false
  ) throws(DiagnosticList) -> LoadedTable {
    try load(EconomyFiles(named: name, relativeTo: folder), strict: strict)
  }

  /// Loads an economy from files given by name, such as `Z.csv`, as if they lay in a folder `name`.
  package static func load(
    _ name: String, files: [String: [UInt8]], strict: Bool = false
  ) throws(DiagnosticList) -> LoadedTable {
    try load(EconomyFiles(named: name, files: files), strict: strict)
  }

  /// Names of the economies compiled in, sorted.
  package static func bundledNames() -> [String] { EconomyFiles.bundledNames() }

  private static func load(
    _ files: EconomyFiles, strict: Bool
  ) throws(DiagnosticList) -> LoadedTable {
    if let path = files.cachePath, let kept = TableCache.read(path, key: files.cacheKey) {
      return try audited(kept.table, strict: strict)
    }
    var reader = EconomyReader(files: files)
    guard let table = reader.read() else {
      throw reader.log.failure ?? DiagnosticList([Diagnostic(.error, TableProblem.noRows)])
    }
    // A stale cache is made anew; one that was never asked for is not put into a user's folder.
    if let path = files.cachePath, reader.log.remarks.isEmpty, FileStamp(path) != nil {
      TableCache.write(table, key: files.cacheKey, to: path)
    }
    return try audited(table, remarks: reader.log.remarks, strict: strict)
  }

  /// Checks a table's balance; throws with `strict` if it is off by more than 0.1%.
  package static func audited(
    _ table: InputOutputTable, remarks: [Diagnostic] = [], strict: Bool = false
  ) throws(DiagnosticList) -> LoadedTable {
    let findings = TableAudit(table).findings(strict: strict)
    let errors = findings.filter { $0.severity == .error }
    if !errors.isEmpty { throw DiagnosticList(errors) }
    return LoadedTable(table: table, warnings: remarks + findings)
  }
}
