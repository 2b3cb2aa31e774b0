package import Diagnostics
package import Reporting

/// What the reader of a result must know besides its numbers, found while it is made.
struct InspectionLog {
  /// Warnings: said on standard error, and notes of the table in every format.
  private(set) var warnings: [InspectionProblem] = []
  /// Notes of the table alone.
  private(set) var notes: [Bilingual] = []

  /// Adds a warning, once.
  mutating func warn(_ problem: InspectionProblem) {
    if !warnings.contains(problem) { warnings.append(problem) }
  }

  /// Adds a note, once.
  mutating func note(_ note: Bilingual) {
    if !notes.contains(note) { notes.append(note) }
  }

  /// A table with notes and warnings behind its own; `others` are warnings from elsewhere.
  func completed(_ table: Table, _ others: [Diagnostic] = []) -> Table {
    let all =
      table.notes + notes
      + (others.map(\.problem) + warnings.map(\.erased)).map { problem in
        Bilingual(
          "Warning: \(problem.message(in: .en)).", "警告：\(problem.message(in: .ja))。")
      }
    return Table(
      name: table.name, title: table.title, columns: table.columns, rows: table.rows, notes: all)
  }
}

/// A result and what it warns of.
package struct InspectionResult {
  /// The result, its warnings among its notes.
  package let table: Table
  /// The warnings, to be said aside.
  package let warnings: [Diagnostic]
}
