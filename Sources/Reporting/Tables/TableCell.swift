package import Diagnostics
package import Quantities
internal import Scenarios

/// One value of a table, before any rounding.
package enum TableCell: Sendable, Hashable, Codable {
  /// Words.
  case text(Bilingual)
  /// A code in files and programs, which readers see as words.
  case coded(String, Bilingual)
  /// A finite number in the column's unit; a share where the style is percent.
  case number(Double)
  /// A whole number.
  case count(Int)
  /// A day of the run (0 is the first) and, where the run has dates, its date such as `2026-03-14`.
  case day(Int, date: String?)
  /// A finite number that readers see as words, such as day 0 for what never happens.
  case said(Bilingual, Double)
  /// No value.
  case missing(MissingReason)

  /// Makes a cell of a name that reads the same in every language.
  package static func name(_ name: String) -> TableCell { .text(Bilingual(same: name)) }

  /// Makes a number, or a missing cell where there is none.
  package static func number(_ value: Double?, or reason: MissingReason) -> TableCell {
    value.map { .number($0) } ?? .missing(reason)
  }

  /// Makes a whole number, or a missing cell where there is none.
  package static func count(_ value: Int?, or reason: MissingReason) -> TableCell {
    value.map { .count($0) } ?? .missing(reason)
  }

  /// Makes a day, or a missing cell where there is none; dates follow from the run's first day.
  package static func day(
    _ index: Int?, start: CalendarDate? = nil, or reason: MissingReason
  ) -> TableCell {
    index.map { .day($0, date: start?.adding(days: $0).description) } ?? .missing(reason)
  }

  /// Whether the cell may stand in a column of a kind.
  func fits(_ kind: TableColumn.Kind) -> Bool {
    switch (self, kind) {
    case (.text, .text), (.coded, .text), (.missing, _): true
    case (.number(let value), .number), (.said(_, let value), .number): value.isFinite
    case (.count, .number), (.day, .number): true
    default: false
    }
  }
}
