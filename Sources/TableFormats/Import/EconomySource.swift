package import Diagnostics
internal import Files
package import InputOutputTables

/// Loads an economy by any name that a user may give: bundled, a folder, or `FORMAT:PATH`.
package enum EconomySource {
  /// Loads a table; `FORMAT:PATH` reads a provider's files.
  ///
  /// Paths are relative to `folder` (nil: where we are). Throws every mistake at once; with
  /// `strict`, a balance off by more than 0.1% too. Large tables are kept in `cache`.
  package static func load(
    _ name: String, relativeTo folder: String? = nil, strict: Bool = false,
    cache: CacheFolder? = .ofUser(),
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(DiagnosticList) -> LoadedTable {
    guard let (format, path) = try parts(name) else {
      return try EconomyLoader.load(name, relativeTo: folder, strict: strict, cache: cache)
    }
    let isAbsolute = path.hasPrefix("/") || folder == nil || folder == ""
    let whole = isAbsolute ? path : "\(folder ?? "")/\(path)"
    let found = try read(format, whole, cache, progress: progress)
    return try EconomyLoader.audited(found.table, remarks: found.messages, strict: strict)
  }

  /// Format and path of `FORMAT:PATH`; nil if the name is of another kind.
  static func parts(
    _ name: String
  ) throws(DiagnosticList) -> (format: ProviderFormat, path: String)? {
    guard let mark = name.firstIndex(of: ":") else { return nil }
    let (word, path) = (String(name[..<mark]), String(name[name.index(after: mark)...]))
    if let format = ProviderFormat(named: word) { return (format, path) }
    if word.contains("/") || word.isEmpty || FileSystem.about(name) != nil {
      return nil
    }
    throw DiagnosticList([
      Diagnostic(
        .error,
        ImportProblem.unknownFormat(
          word, suggestion: nearest(word, in: ProviderFormat.names)))
    ])
  }

  /// A table from the cache if its files are still the same, else from the files.
  static func read(
    _ format: ProviderFormat, _ path: String, _ cache: CacheFolder?,
    progress: @escaping @Sendable (String) -> Void
  ) throws(DiagnosticList) -> ImportedTable {
    let bundle = try InputBundle(path)
    guard let cache, bundle.size >= cache.leastBytes else {
      return try TableImport.read(format, path, progress: progress)
    }
    let key = try cacheKey(format, bundle)
    if let entry = cache.table(of: key), let provenance = Provenance(notes: entry.notes),
      try TableImport.sourceFiles(of: provenance, in: bundle) == provenance.sources
    {
      return ImportedTable(table: entry.table, provenance: provenance)
    }
    let found = try TableImport.read(format, path, progress: progress)
    cache.keep(found.table, notes: found.provenance.notes, key: key)
    return found
  }

  /// What tells a table apart before its files are read: the format, the version of its reader, and
  /// each file's path and size. Whether their contents are the same is for their digests to say.
  private static func cacheKey(
    _ format: ProviderFormat, _ bundle: InputBundle
  ) throws(DiagnosticList) -> String {
    let files = bundle.pathsOnDisk.map { "\($0) \(FileSystem.about($0)?.size ?? 0)" }
    // Eora's labels lie outside of what is named.
    let beside = format == .eora26 ? [bundle.parent + "/indices.zip"] : []
    let present = beside.filter { FileSystem.about($0) != nil }
    let digests = try TableImport.sourceFiles(present, in: bundle).map(\.sha256)
    return (["\(format.name) \(TableImport.version) \(bundle.path)"] + files + digests)
      .joined(separator: "\n")
  }
}
