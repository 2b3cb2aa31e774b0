package import Diagnostics
import Files
import InputOutputTables
import LinearAlgebra

/// Writes an economy folder (INTERFACE.md section 1) with its provenance.
package struct EconomyFolder: ~Copyable {
  private var folder: NewFolder
  private let progress: @Sendable (String) -> Void

  /// Makes ready to write a folder; throws if something lies there already, or it cannot be written.
  package init(
    _ path: String, progress: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(DiagnosticList) {
    folder = try NewFolder(path)
    self.progress = progress
  }

  /// Writes everything and puts the folder into its place.
  package mutating func write(_ imported: ImportedTable) throws(DiagnosticList) {
    try writeFiles(imported)
    try folder.finish()
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
    try folder.write(Array(imported.provenance.json.utf8), to: "provenance.json")
    try folder.write(Array(imported.provenance.markdown.utf8), to: "provenance.md")
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
    try folder.write(text.bytes, to: file)
  }

  /// A column of words, its heading first, stands between labels and numbers.
  private mutating func writeMatrix(
    _ file: String, corner: String = "", rows: [String], columns: [String], _ matrix: Matrix,
    words: [String] = []
  ) throws(DiagnosticList) {
    var part = try folder.start(file)
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
      try part.append(text.bytes)
      text.bytes.removeAll(keepingCapacity: true)
      if rows.count > 1000 { progress("\(file): \(i + 1) of \(rows.count) rows written") }
    }
    folder.keep(try part.finish())
  }
}
