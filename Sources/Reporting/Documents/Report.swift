package import Diagnostics
internal import Scenarios

/// A report: warnings, titled tables, then assumptions.
package struct Report: Sendable, Hashable, Codable {
  /// The title; empty for tables alone.
  package let title: Bilingual
  /// One line under the title: economy, year, horizon.
  package let subtitle: Bilingual
  /// What was found, in sentences: they stand before everything but the title.
  package let findings: [Bilingual]
  /// The tables, in the order of files.
  package let tables: [Table]
  /// Names of tables that readers find before the others.
  package let first: [String]
  /// What documents draw beside the tables.
  package let charts: [Chart]
  /// What the numbers assume, one sentence each.
  package let assumptions: [Bilingual]
  /// What the reader must know before trusting the numbers.
  package let warnings: [Bilingual]

  /// Makes a report; without a title it is tables with their warnings.
  package init(
    title: Bilingual = Bilingual(same: ""), subtitle: Bilingual = Bilingual(same: ""),
    findings: [Bilingual] = [], tables: [Table], first: [String] = [], charts: [Chart] = [],
    assumptions: [Bilingual] = [], warnings: [Bilingual]
  ) {
    self.findings = findings
    self.title = title
    self.subtitle = subtitle
    self.tables = tables
    self.first = first
    self.charts = charts
    self.assumptions = assumptions
    self.warnings = warnings
  }

  /// The tables in the order in which they are read: comparisons before what they compare.
  package var readTables: [Table] {
    first.flatMap { name in tables.filter { $0.name == name } }
      + tables.filter { !first.contains($0.name) }
  }

  /// The same for a text that is read from its beginning: a note stands under the first table that has it.
  var tablesInTurn: [Table] {
    var said: Set<Bilingual> = []
    return readTables.map { table in
      Table(
        name: table.name, title: table.title, columns: table.columns, rows: table.rows,
        folded: table.folded, notes: table.notes.filter { said.insert($0).inserted })
    }
  }
}
