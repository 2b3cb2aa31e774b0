package import Diagnostics
internal import Scenarios

/// A result as every format shows it: typed columns, rows of cells, and notes.
package struct Table: Sendable, Hashable {
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
  package struct Folded: Sendable, Hashable {
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
    precondition(Table.isFileName(name), "Table: `\(name)` is not a safe file name")
    precondition(!columns.isEmpty, "Table \(name): no columns")
    precondition(Set(columns.map(\.key)).count == columns.count, "Table \(name): duplicate keys")
    for (index, row) in rows.enumerated() {
      precondition(
        row.count == columns.count,
        "Table \(name), row \(index): \(row.count) cells, \(columns.count) columns")
      for (cell, column) in zip(row, columns) {
        precondition(
          cell.fits(column.kind), "Table \(name), row \(index): \(cell) in column \(column.key)")
      }
    }
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = rows
    self.folded = folded
    self.notes = notes
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
