package import Diagnostics
internal import Scenarios

/// A result as every format shows it: typed columns, rows of cells, and notes.
package struct Table: Sendable, Hashable, Codable {
  /// The name that files take: letters, digits, `.`, `_` and `-`.
  package let name: String
  /// What the table shows, in words.
  package let title: Bilingual
  /// The columns, at least one, their keys all different.
  package let columns: [TableColumn]
  /// The rows, one cell for each column.
  package let rows: [[TableCell]]
  /// Rows that say so little that readers see a note instead; files hold them.
  package let folded: Folded?
  /// What a reader must know to read the numbers: basis, horizon, source.
  package let notes: [Bilingual]

  /// Rows, and the note that stands for them.
  package struct Folded: Sendable, Hashable, Codable {
    /// Indices of rows, not all of them.
    package let rows: Set<Int>
    /// What they say.
    package let note: Bilingual

    /// Makes folded rows.
    package init(rows: Set<Int>, note: Bilingual) {
      self.rows = rows
      self.note = note
    }
  }

  /// Makes a table; rows of another length and cells that do not fit their column are refused.
  package init(
    name: String, title: Bilingual, columns: [TableColumn], rows: [[TableCell]],
    folded: Folded? = nil, notes: [Bilingual] = []
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = rows
    self.folded = folded
    self.notes = notes
    if let flaw { preconditionFailure("Table \(name): \(flaw)") }
  }

  #if !hasFeature(Embedded)
    /// Reads a table that was stored; throws where it is none.
    package init(from decoder: any Decoder) throws {
      let stored = try decoder.container(keyedBy: CodingKeys.self)
      name = try stored.decode(String.self, forKey: .name)
      title = try stored.decode(Bilingual.self, forKey: .title)
      columns = try stored.decode([TableColumn].self, forKey: .columns)
      rows = try stored.decode([[TableCell]].self, forKey: .rows)
      folded = try stored.decodeIfPresent(Folded.self, forKey: .folded)
      notes = try stored.decode([Bilingual].self, forKey: .notes)
      if let flaw {
        throw DecodingError.dataCorruptedError(forKey: .rows, in: stored, debugDescription: flaw)
      }
    }
  #endif

  /// What makes it no table; nil if it is one.
  private var flaw: String? {
    if !Table.isFileName(name) { return "`\(name)` is not a safe file name" }
    if columns.isEmpty { return "no columns" }
    if Set(columns.map({ $0.key })).count != columns.count { return "duplicate keys" }
    if let wrong = columns.first(where: { !TableColumn.isKey($0.key) }) {
      return "`\(wrong.key)` is not in snake_case"
    }
    for (index, row) in rows.enumerated() {
      if row.count != columns.count {
        return "row \(index): \(row.count) cells, \(columns.count) columns"
      }
      for (cell, column) in zip(row, columns) where !cell.fits(column.kind) {
        return "row \(index): a cell that does not fit column \(column.key)"
      }
    }
    if let folded, !folded.rows.allSatisfy(rows.indices.contains) || folded.rows.count >= rows.count
    {
      return "rows are folded that are not there, or all of them"
    }
    return nil
  }

  /// Whether a name is safe as a file's: ASCII letters, digits, `.`, `_`, `-`, not `.` first.
  static func isFileName(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: ".") else { return false }
    return name.unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "._-".unicodeScalars.contains($0))
    }
  }
}
