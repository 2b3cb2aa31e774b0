package import Diagnostics
package import Files
internal import LinearAlgebra

/// Writes a table as files: an economy folder as the loader reads it (INTERFACE.md section 1).
package enum FolderWriter {
  /// A file of a folder; its name may hold `/`.
  package typealias File = (name: String, bytes: [UInt8])

  /// The files of an economy folder; `provenance` tells how the table was made.
  ///
  /// Numbers are in the shortest form that reads back to the same Double.
  package static func economy(_ table: InputOutputTable, provenance: String) -> [File] {
    var files: [File] = [
      ("economy.csv", settings(table)),
      (
        "Z.csv",
        grid(table.intermediateUse, rows: table.nodeLabels, columns: table.nodeLabels)
      ),
      ("Y.csv", grid(table.finalDemand, rows: table.nodeLabels, columns: table.finalDemandLabels)),
      (
        "VA.csv",
        grid(
          table.primaryInputs, rows: table.primaryInputLabels, columns: table.nodeLabels,
          words: table.kindColumn)
      ),
      (
        "x.csv",
        grid(
          Matrix(rows: table.nodeCount, columns: 1, elements: table.grossOutput),
          rows: table.nodeLabels, columns: ["x"], corner: "label")
      ),
      ("sectors.csv", names(table.sectors.map { [$0.code, $0.name, $0.nameJa] })),
      ("regions.csv", names(table.regions.map { [$0.code, $0.name, $0.nameJa] })),
    ]
    if !table.countries.isEmpty {
      let lines = table.countries.map { [$0.code, table.regions[$0.region].code] }
      files.append(("countries.csv", records([["country", "region"]] + lines)))
    }
    files.append(("provenance.txt", Array(provenance.utf8)))
    return files
  }

  /// Writes files to a new folder and puts it into its place.
  package static func write(
    _ files: [File], to folder: consuming NewFolder
  ) throws(DiagnosticList) {
    for file in files { try folder.write(file.bytes, to: file.name) }
    try folder.finish()
  }

  private static func settings(_ table: InputOutputTable) -> [UInt8] {
    let about = table.description
    var lines = [["key", "value"], ["schema", "sonae.economy/1"], ["name", about.name]]
    if about.nameJa != about.name { lines.append(["name_ja", about.nameJa]) }
    if let year = about.year { lines.append(["year", "\(year)"]) }
    lines.append(["unit", about.moneyUnit])
    if table.separator.isEmpty {
      lines += [["regions", "one"], ["region", table.regions[0].code]]
    } else {
      lines += [["separator", table.separator], ["regions", "many"]]
    }
    if let basis = about.basis { lines.append(["basis", basis.rawValue]) }
    if !about.note.en.isEmpty {
      lines += [["note", about.note.en], ["note_ja", about.note.ja]]
    }
    if !about.source.isEmpty { lines.append(["source", about.source]) }
    if !about.licence.isEmpty { lines.append(["licence", about.licence]) }
    return records(lines)
  }

  private static func names(_ lines: [[String]]) -> [UInt8] {
    records([["code", "name", "name_ja"]] + lines)
  }

  private static func records(_ lines: [[String]]) -> [UInt8] {
    lines.flatMap { line in
      Array(line.map(CSVText.field).joined(separator: ",").utf8) + [.lineFeed]
    }
  }

  /// Labelled numbers: the corner and the columns' labels, then a row's label and its numbers.
  ///
  /// A column of words, its heading first, stands between labels and numbers.
  private static func grid(
    _ matrix: Matrix, rows: [String], columns: [String], corner: String = "", words: [String] = []
  ) -> [UInt8] {
    let heading = [corner] + words.prefix(1) + columns
    var text = Array(heading.map(CSVText.field).joined(separator: ",").utf8)
    text.append(.lineFeed)
    for (i, label) in rows.enumerated() {
      text += CSVText.field(label).utf8
      if !words.isEmpty { text += ("," + CSVText.field(words[i + 1])).utf8 }
      for j in 0..<matrix.columns {
        text.append(.comma)
        CSVText.append(matrix[i, j], to: &text)
      }
      text.append(.lineFeed)
    }
    return text
  }
}
