package import Diagnostics
internal import Files

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
  /// A large table is kept in `cache` under the digests of its files, compiled in or on disk.
  package static func load(
    _ name: String, relativeTo folder: String? = nil, strict: Bool = false,
    cache: CacheFolder? = .ofUser()
  ) throws(DiagnosticList) -> LoadedTable {
    try load(EconomyFiles(named: name, relativeTo: folder), strict: strict, cache)
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
    _ files: EconomyFiles, strict: Bool, _ cache: CacheFolder? = nil
  ) throws(DiagnosticList) -> LoadedTable {
    var reader = EconomyReader(files: files)
    let key = cache.flatMap { reader.files.cacheKey(atLeast: $0.leastBytes) }
    if let cache, let key, let kept = cache.table(of: key) {
      return try audited(kept.table, strict: strict)
    }
    guard let table = reader.read() else {
      throw reader.log.failure ?? DiagnosticList([Diagnostic(.error, TableProblem.noRows)])
    }
    if let cache, let key, reader.log.remarks.isEmpty { cache.keep(table, key: key) }
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
