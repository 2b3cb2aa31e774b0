import Diagnostics

/// Where a table came from and what was done to it.
package struct Provenance: Sendable, Hashable {
  /// A file as it was downloaded.
  package struct SourceFile: Sendable, Hashable {
    /// Its name without folders.
    package let name: String
    /// Bytes.
    package let size: Int
    /// SHA-256 in lower-case hexadecimal.
    package let sha256: String
  }

  /// The format's name.
  package let format: String
  /// The provider's name for the table.
  package let title: String
  /// The edition as its header tells it.
  package let edition: String
  /// The year of the flows; nil if not known.
  package let year: Int?
  /// The money unit.
  package let moneyUnit: String
  /// Regions, sectors, nodes, columns of final demand.
  package let shape: [Int]
  /// What to cite.
  package let citation: String
  /// The terms of use.
  package let licence: String
  /// The files that were read.
  package let sources: [SourceFile]
  /// Checks, changes and warnings in the order in which they arose.
  package let remarks: [Remark]

  /// The record as JSON, schema `sonae.provenance/1`.
  package var json: String {
    let files = sources.map {
      "    {\"name\": \(jsonString($0.name)), \"bytes\": \($0.size), \"sha256\": \"\($0.sha256)\"}"
    }
    let fields = [
      "\"schema\": \"sonae.provenance/1\"", "\"format\": \(jsonString(format))",
      "\"title\": \(jsonString(title))", "\"edition\": \(jsonString(edition))",
      "\"year\": \(year.map(String.init) ?? "null")", "\"unit\": \(jsonString(moneyUnit))",
      "\"regions\": \(shape[0])", "\"sectors\": \(shape[1])", "\"nodes\": \(shape[2])",
      "\"final_demand_columns\": \(shape[3])", "\"citation\": \(jsonString(citation))",
      "\"licence\": \(jsonString(licence))",
      "\"sources\": [\n\(files.joined(separator: ",\n"))\n  ]",
      "\"changes\": \(list([.change]))", "\"checks\": \(list([.check]))",
      "\"warnings\": \(list([.warning, .balance]))",
    ]
    return "{\n  " + fields.joined(separator: ",\n  ") + "\n}\n"
  }

  private func list(_ kinds: Set<Remark.Kind>) -> String {
    let lines = remarks.filter { kinds.contains($0.kind) }.map {
      "    {\"code\": \(jsonString($0.code)), \"text\": \(jsonString($0.message(in: .en)))}"
    }
    return lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n  ]"
  }

  /// The record for a reader, in Markdown.
  package var markdown: String {
    var lines = ["# \(title)", ""]
    lines += [
      "- format: \(format)", "- edition: \(edition)",
      "- year: \(year.map(String.init) ?? "not stated")",
      "- unit: \(moneyUnit)",
      "- size: \(shape[0]) regions, \(shape[1]) sectors, \(shape[2]) nodes, \(shape[3]) columns of final demand",
      "- cite: \(citation)", "- licence: \(licence)", "", "## Source files", "",
    ]
    lines += sources.map { "- `\($0.name)`, \($0.size) bytes, SHA-256 `\($0.sha256)`" }
    for (heading, kinds) in [
      ("Changes", [Remark.Kind.change]), ("Checks", [.check]), ("Warnings", [.warning, .balance]),
    ] {
      let found = remarks.filter { kinds.contains($0.kind) }
      lines += ["", "## \(heading)", ""]
      lines += found.isEmpty ? ["none"] : found.map { "- \($0.message(in: .en)) (`\($0.code)`)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Provenance {
  /// The record as texts that `init(notes:)` reads.
  package var notes: [String] {
    [
      format, title, edition, year.map(String.init) ?? "", moneyUnit,
      shape.map(String.init).joined(separator: " "), citation, licence, "\(sources.count)",
    ] + sources.flatMap { [$0.name, "\($0.size)", $0.sha256] } + remarks.map(\.text)
  }

  /// Reads what `notes` gave; nil if it is none.
  package init?(notes: [String]) {
    guard notes.count >= 9, let count = Int(notes[8]), count >= 0, notes.count >= 9 + 3 * count
    else { return nil }
    format = notes[0]
    title = notes[1]
    edition = notes[2]
    year = Int(notes[3])
    moneyUnit = notes[4]
    shape = notes[5].split(separator: " ").compactMap { Int($0) }
    citation = notes[6]
    licence = notes[7]
    sources = (0..<count).map { i in
      let fields = notes[(9 + 3 * i)..<(12 + 3 * i)].map { $0 }
      return SourceFile(name: fields[0], size: Int(fields[1]) ?? 0, sha256: fields[2])
    }
    remarks = notes[(9 + 3 * count)...].compactMap { Remark(text: $0) }
    guard shape.count == 4 else { return nil }
  }
}
