import Files
package import Diagnostics
import FoundationEssentials
import InputOutputTables
import LinearAlgebra

/// Writes an economy folder (INTERFACE.md section 1) with its provenance and its table in binary.
package struct EconomyFolder {
  private let path: String
  private var digests: [String: String] = [:]
  private let progress: @Sendable (String) -> Void

  /// Writes a folder aside and renames it; nothing is left where anything fails.
  package static func write(
    _ imported: ImportedTable, to path: String,
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(DiagnosticList) {
    try checkFree(path)
    var trimmed = path
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    let temporary = "\(trimmed).partial-\(ProcessInfo.processInfo.processIdentifier)"
    let files = FileManager.default
    do {
      try? files.removeItem(atPath: temporary)
      try files.createDirectory(at: URL(filePath: temporary), withIntermediateDirectories: true)
      var folder = EconomyFolder(path: temporary, progress: progress)
      try folder.writeFiles(imported)
      let name = trimmed.split(separator: "/").last.map(String.init) ?? trimmed
      folder.writeCache(imported.table, name: name)
      guard renameFile(temporary, to: trimmed) else { throw cannotWrite(path) }
    } catch {
      try? files.removeItem(atPath: temporary)
      throw error as? DiagnosticList ?? cannotWrite(path)
    }
  }

  private init(path: String, progress: @escaping @Sendable (String) -> Void) {
    self.path = path
    self.progress = progress
  }

  /// Throws if something lies at the path already; an empty folder may.
  package static func checkFree(_ path: String) throws(DiagnosticList) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let inside = try? FileManager.default.contentsOfDirectory(atPath: path)
    if inside?.isEmpty == true { return }
    throw DiagnosticList([Diagnostic(.error, ImportProblem.outputExists(path))])
  }

  private static func cannotWrite(_ path: String) -> DiagnosticList {
    DiagnosticList([Diagnostic(.error, ImportProblem.cannotWrite(path))])
  }

  private mutating func writeFiles(_ imported: ImportedTable) throws(DiagnosticList) {
    let table = imported.table
    let nodes = table.nodeLabels
    try writeRows("economy.csv", settings(table))
    try writeMatrix("Z.csv", rows: nodes, columns: nodes, table.intermediateUse)
    try writeMatrix("Y.csv", rows: nodes, columns: table.finalDemandLabels, table.finalDemand)
    try writeMatrix(
      "VA.csv", rows: table.primaryInputLabels, columns: nodes, table.primaryInputs,
      words: table.kindColumn)
    let output = Matrix(rows: nodes.count, columns: 1, elements: table.grossOutput)
    try writeMatrix("x.csv", corner: "label", rows: nodes, columns: ["x"], output)
    try writeRows(
      "sectors.csv",
      [["code", "name", "name_ja"]] + table.sectors.map { [$0.code, $0.name, $0.nameJa] })
    try writeRows(
      "regions.csv",
      [["code", "name", "name_ja"]] + table.regions.map { [$0.code, $0.name, $0.nameJa] })
    if !table.countries.isEmpty {
      try writeRows(
        "countries.csv",
        [["country", "region"]] + table.countries.map { [$0.code, table.regions[$0.region].code] })
    }
    try put(imported.provenance.json, "provenance.json")
    try put(imported.provenance.markdown, "provenance.md")
  }

  private func settings(_ table: InputOutputTable) -> [[String]] {
    let about = table.description
    let isOne = table.separator.isEmpty
    return [
      ["key", "value"], ["schema", "sonae.economy/1"], ["name", about.name],
      ["year", about.year.map(String.init) ?? ""], ["unit", about.moneyUnit],
      ["separator", isOne ? "_" : table.separator], ["regions", isOne ? "one" : "many"],
      ["region", isOne ? table.regions[0].code : ""], ["source", about.source],
      ["licence", about.licence],
    ].filter { !$0[1].isEmpty }
  }

  private mutating func writeRows(_ file: String, _ rows: [[String]]) throws(DiagnosticList) {
    var text = DecimalText()
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column > 0 { text.append(byte: UInt8(ascii: ",")) }
        text.append(cell: cell)
      }
      text.append(byte: 0x0A)
    }
    digests[file] = sha256Hex(text.bytes)
    try put(String(decoding: text.bytes, as: UTF8.self), file)
  }

  /// A column of words, its heading first, stands between labels and numbers.
  private mutating func writeMatrix(
    _ file: String, corner: String = "", rows: [String], columns: [String], _ matrix: Matrix,
    words: [String] = []
  ) throws(DiagnosticList) {
    guard var writer = BinaryWriter("\(path)/\(file)") else { throw Self.cannotWrite(path) }
    var digest = StreamingDigest()
    var text = DecimalText()
    text.append(cell: corner)
    for column in words.prefix(1) + columns {
      text.append(byte: UInt8(ascii: ","))
      text.append(cell: column)
    }
    text.append(byte: 0x0A)
    for (i, row) in rows.enumerated() {
      text.append(cell: row)
      if !words.isEmpty {
        text.append(byte: UInt8(ascii: ","))
        text.append(cell: words[i + 1])
      }
      for j in columns.indices {
        text.append(byte: UInt8(ascii: ","))
        text.append(matrix[i, j])
      }
      text.append(byte: 0x0A)
      guard text.bytes.count > 1 << 20 || i == rows.count - 1 else { continue }
      digest.add(text.bytes)
      writer.append(text.bytes)
      text.bytes.removeAll(keepingCapacity: true)
      if rows.count > 1000 { progress("\(file): \(i + 1) of \(rows.count) rows written") }
    }
    digests[file] = digest.finish()
    guard writer.finish(durably: true) else { throw Self.cannotWrite(path) }
  }

  private func put(_ text: String, _ file: String) throws(DiagnosticList) {
    guard var writer = BinaryWriter("\(path)/\(file)") else { throw Self.cannotWrite(path) }
    writer.append(Array(text.utf8))
    guard writer.finish(durably: true) else { throw Self.cannotWrite(path) }
  }

  /// The table in binary, as the folder's reader would give it; without it only the start is slower.
  private func writeCache(_ table: InputOutputTable, name: String) {
    var about = table.description
    about.sha256 = economySHA256(digests)
    let kept = InputOutputTable(
      description: about, separator: table.separator, regions: table.regions,
      sectors: table.sectors, countries: table.countries, nodeLabels: table.nodeLabels,
      nodeRegion: table.nodeRegion, nodeSector: table.nodeSector,
      intermediateUse: table.intermediateUse, finalDemandLabels: table.finalDemandLabels,
      finalDemandRegion: table.finalDemandRegion, finalDemand: table.finalDemand,
      primaryInputLabels: table.primaryInputLabels, primaryInputs: table.primaryInputs,
      primaryInputKinds: table.primaryInputKinds,
      grossOutput: table.grossOutput)
    let key = economyCacheKey(folder: path, name: name)
    TableCache.write(kept, key: key, to: "\(path)/\(economyCacheName)")
  }
}
