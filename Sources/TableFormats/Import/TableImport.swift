package import Diagnostics
internal import Files
package import InputOutputTables

/// A provider's table and where it came from.
package struct ImportedTable: Sendable {
  /// The table.
  package let table: InputOutputTable
  /// Where it came from and what was done to it.
  package let provenance: Provenance

  /// What its user should know of the import: changes and warnings, those of the balance left out,
  /// which an audit of the table gives with its other findings.
  package var messages: [Diagnostic] {
    provenance.remarks.filter { ![.check, .balance].contains($0.kind) }.map(\.diagnostic)
  }
}

/// Reads tables of providers as they were downloaded.
package enum TableImport {
  /// Changes whenever a reader gives another table of the same file.
  static let version = 2

  /// Reads a table; throws every mistake of its files at once.
  ///
  /// `year` picks one where a delivery holds several, and must be the table's where that says one;
  /// `region` likewise, in tables of one country; `progress` is told how far the reading is.
  package static func read(
    _ format: ProviderFormat, _ path: String, year: Int? = nil, region: String? = nil,
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(DiagnosticList) -> ImportedTable {
    let bundle = try InputBundle(path)
    var log = ReadingLog()
    log.progress = progress
    var found = try read(format, bundle, year, region, &log)
    try setYear(year, of: &found)
    try check(region, of: found, format)
    if let prices = PriceBasis(([found.heading] + found.sources.map(\.name)).joined(separator: " "))
    {
      found.remarks.append(prices.remark)
    }
    log.tellTally()
    found.remarks += log.remarks
    if found.flows.valueAddedOfFinalDemand != 0 {
      found.remarks.append(
        Remark(
          .change, "value-added-of-final-demand",
          en:
            "value-added rows under final demand left out; they sum to \(found.flows.valueAddedOfFinalDemand) \(found.moneyUnit)",
          ja: "最終需要の列にある付加価値行(合計 \(found.flows.valueAddedOfFinalDemand) \(found.moneyUnit))は除きました"))
    }
    progress("checksums")
    let sources = try sourceFiles(distinct(found.sources.map(\.path)), in: bundle)
    return finished(format, &found, sources)
  }

  /// Compares the year that was asked for with the table's, and tells where the year comes from.
  private static func setYear(
    _ wanted: Int?, of found: inout ProviderTable
  ) throws(DiagnosticList) {
    if let wanted, let year = found.year, wanted != year {
      throw DiagnosticList([Diagnostic(.error, ImportProblem.noYear(wanted, found: [year]))])
    }
    guard let year = found.year ?? wanted else {
      return found.remarks.append(
        Remark(
          .warning, "no-year", en: "neither the table nor its name says the year",
          ja: "表にも名前にも年がありません"))
    }
    if found.isYearFromName {
      found.remarks.append(
        Remark(
          .check, "year-from-name",
          en: "the year \(year) is taken from the name of the file or its folder",
          ja: "年 \(year) はファイルかフォルダーの名前によります"))
    } else if found.year == nil {
      found.remarks.append(
        Remark(
          .check, "year-as-given",
          en: "the year \(year) is the one asked for; neither the table nor its name says it",
          ja: "年 \(year) は指定によるもので、表にも名前にも年がありません"))
    }
    found.year = year
  }

  /// Compares the region that was asked for with the table's; a table of many has none to pick.
  private static func check(
    _ wanted: String?, of found: ProviderTable, _ format: ProviderFormat
  ) throws(DiagnosticList) {
    guard let wanted else { return }
    let name = wanted.uppercased()
    let isTable = found.region.map {
      [$0.uppercased(), CountryCodes.country(of: $0, in: format)].contains(name)
    }
    if isTable == true { return }
    let problem: ImportProblem =
      found.region.map { .noRegion(wanted, found: [$0]) } ?? .wholeTable(wanted)
    throw DiagnosticList([Diagnostic(.error, problem)])
  }

  private static func finished(
    _ format: ProviderFormat, _ found: inout ProviderTable, _ sources: [Provenance.SourceFile]
  ) -> ImportedTable {
    let sha256 = economySHA256(
      Dictionary(sources.map { ($0.name, $0.sha256) }) { first, _ in first })
    let table = found.table(of: format, sha256: sha256)
    if found.region == nil,
      let remark = WorldBounds.remark(on: table.grossOutput, unit: found.moneyUnit)
    {
      found.remarks.append(remark)
    }
    found.remarks += TableAudit(table).findings().map { Remark(ofBalance: $0) }
    let provenance = Provenance(
      format: format.name, title: format.title, edition: found.edition, year: found.year,
      moneyUnit: found.moneyUnit,
      shape: [
        table.regions.count, table.sectors.count, table.nodeCount, table.finalDemandLabels.count,
      ], citation: format.citation, licence: format.licence, sources: sources,
      remarks: found.remarks)
    return ImportedTable(table: table, provenance: provenance)
  }

  private static func read(
    _ format: ProviderFormat, _ bundle: InputBundle, _ year: Int?, _ region: String?,
    _ log: inout ReadingLog
  ) throws(DiagnosticList) -> ProviderTable {
    switch format {
    case .oecdICIO: try ICIOFormat.read(bundle, year: year, &log)
    case .exiobase, .pymrio: try PymrioFormat.read(bundle, as: format, year: year, &log)
    case .wiod2013, .wiod2016, .adb: try CodedSheetFormat.read(bundle, as: format, year: year, &log)
    case .wiodNational: try NationalWIODFormat.read(bundle, year: year, &log)
    case .figaro: try FigaroFormat.read(bundle, year: year, &log)
    case .eora26: try EoraFormat.read(bundle, year: year, &log)
    case .gloria: try GloriaFormat.read(bundle, year: year, &log)
    case .japan: try JapanFormat.read(bundle, year: year, &log)
    case .eurostat: try EurostatFormat.read(bundle, year: year, region: region, &log)
    case .usBEA: try BEAFormat.read(bundle, year: year, &log)
    }
  }

  /// What the files that a table was read from are now.
  static func sourceFiles(
    of provenance: Provenance, in bundle: InputBundle
  ) throws(DiagnosticList) -> [Provenance.SourceFile] {
    // Eora's labels lie outside of what is named.
    let beside = bundle.parent + "/indices.zip"
    let present = FileSystem.about(beside) == nil ? [] : [beside]
    let paths = Dictionary(
      (present + bundle.pathsOnDisk).map { (name(of: $0, in: bundle), $0) },
      uniquingKeysWith: { $1 })
    return try sourceFiles(provenance.sources.compactMap { paths[$0.name] }, in: bundle)
  }

  /// Names, sizes and digests of files.
  static func sourceFiles(
    _ paths: [String], in bundle: InputBundle
  ) throws(DiagnosticList) -> [Provenance.SourceFile] {
    var files: [Provenance.SourceFile] = []
    for path in paths {
      guard let about = FileSystem.about(path), var reader = BinaryReader(path) else {
        throw DiagnosticList([Diagnostic(.error, FolderProblem.unreadableFile(path))])
      }
      var digest = StreamingDigest()
      while let piece = reader.bytes(1 << 20), !piece.isEmpty { digest.add(piece) }
      files.append(
        .init(name: name(of: path, in: bundle), size: about.size, sha256: digest.finish()))
    }
    return files
  }

  /// A file's path within the folder that was named, else its last part.
  private static func name(of path: String, in bundle: InputBundle) -> String {
    path.hasPrefix(bundle.path + "/")
      ? String(path.dropFirst(bundle.path.count + 1))
      : path.split(separator: "/").last.map(String.init) ?? path
  }
}
