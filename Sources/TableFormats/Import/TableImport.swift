internal import Files
package import Diagnostics
package import InputOutputTables

/// A provider's table and where it came from.
package struct ImportedTable: Sendable {
  /// The table.
  package let table: InputOutputTable
  /// Where it came from and what was done to it.
  package let provenance: Provenance

  /// Everything that its user should know: changes and warnings of the import.
  package var messages: [Diagnostic] {
    provenance.remarks.filter { $0.kind != .check }.map(\.diagnostic)
  }
}

/// Reads tables of providers as they were downloaded.
package enum TableImport {
  /// Changes whenever a reader gives another table of the same file.
  static let version = 1

  /// Reads a table; throws every mistake of its files at once.
  ///
  /// `year` picks one where a file holds several; `progress` is told how far the reading is.
  package static func read(
    _ format: ProviderFormat, _ path: String, year: Int? = nil,
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(DiagnosticList) -> ImportedTable {
    let bundle = try InputBundle(path)
    var log = ReadingLog()
    log.progress = progress
    var found = try read(format, bundle, year, &log)
    if found.year == nil { found.year = year }
    found.remarks += yearRemarks(format, found)
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
    let sources = try sourceFiles(
      found.sources.isEmpty ? bundle.pathsOnDisk : found.sources, in: bundle)
    return finished(format, &found, sources)
  }

  /// Where the year comes from, if not from the table itself.
  private static func yearRemarks(_ format: ProviderFormat, _ found: ProviderTable) -> [Remark] {
    guard let year = found.year else {
      return [
        Remark(
          .warning, "no-year", en: "neither the table nor its name says the year",
          ja: "表にも名前にも年がありません")
      ]
    }
    switch format {
    case .wiod2013, .wiod2016, .adb, .wiodNational, .japan: return []
    default:
      return [
        Remark(
          .check, "year-from-name", en: "the year \(year) is taken from the file's name",
          ja: "年 \(year) はファイル名によります")
      ]
    }
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
    _ format: ProviderFormat, _ bundle: InputBundle, _ year: Int?, _ log: inout ReadingLog
  ) throws(DiagnosticList) -> ProviderTable {
    switch format {
    case .oecdICIO: try ICIOFormat.read(bundle, &log)
    case .exiobase, .pymrio: try PymrioFormat.read(bundle, as: format, &log)
    case .wiod2013, .wiod2016, .adb: try CodedSheetFormat.read(bundle, as: format, &log)
    case .wiodNational: try NationalWIODFormat.read(bundle, year: year, &log)
    case .figaro: try FigaroFormat.read(bundle, &log)
    case .eora26: try EoraFormat.read(bundle, &log)
    case .gloria: try GloriaFormat.read(bundle, &log)
    case .japan: try JapanFormat.read(bundle, &log)
    }
  }

  private static func sourceFiles(
    _ paths: [String], in bundle: InputBundle
  ) throws(DiagnosticList) -> [Provenance.SourceFile] {
    var files: [Provenance.SourceFile] = []
    for path in paths {
      guard let stamp = FileStamp(path), var reader = BinaryReader(path) else {
        throw DiagnosticList([Diagnostic(.error, FolderProblem.unreadableFile(path))])
      }
      var digest = StreamingDigest()
      while let piece = reader.bytes(1 << 20), !piece.isEmpty { digest.add(piece) }
      let isInside = path.hasPrefix(bundle.path + "/")
      let name =
        isInside
        ? String(path.dropFirst(bundle.path.count + 1))
        : path.split(separator: "/").last.map(String.init) ?? path
      files.append(.init(name: name, size: stamp.size, sha256: digest.finish()))
    }
    return files
  }
}
