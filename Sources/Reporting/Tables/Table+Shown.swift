package import Diagnostics
import Quantities
import Scenarios

extension TableCell {
  /// The cell as readers see it, on one line.
  func shown(as style: NumberStyle, in language: Language, factor: Double = 1) -> String {
    switch self {
    case .text(let words), .coded(_, let words): oneLine(words.text(in: language))
    case .said(let words, _): oneLine(words.text(in: language))
    case .number(let value):
      NumberFormat.rounded((Self.isHair(value, style) ? -value : value) * factor, as: style)
    case .count(let value): NumberFormat.rounded(value, as: style)
    case .day(let day, let date):
      date ?? NumberFormat.rounded(day, as: style.isChange ? .change(.days) : .days)
    case .missing: NumberFormat.missing
    }
  }

  /// Whether a number is a negative share that rounding does not show: its sign means nothing.
  private static func isHair(_ value: Double, _ style: NumberStyle) -> Bool {
    style == .percent && value < 0 && value > -1e-5
  }
}

extension Table {
  /// The headings with units, as readers see them.
  package func headings(in language: Language) -> [String] {
    columns.map { oneLine($0.title(in: language)) }
  }

  /// The rows as readers see them, rounded.
  package func shownRows(in language: Language) -> [[String]] {
    readRows.map { row in
      zip(row, columns).map { cell, column in
        cell.shown(as: column.style, in: language, factor: column.factor(in: language))
      }
    }
  }

  /// The rows that readers see: those that a note stands for are left out.
  package var readRows: [[TableCell]] {
    guard let folded else { return rows }
    return rows.indices.filter { !folded.rows.contains($0) }.map { rows[$0] }
  }

  /// The table's notes, whether it is empty, and why cells of the columns shown are missing.
  package func shownNotes(in language: Language, columns kept: [Int]? = nil) -> [String] {
    let rows = readRows
    var shown = ((folded.map { [$0.note] } ?? []) + notes).map { oneLine($0.text(in: language)) }
    if rows.isEmpty { shown.append(Bilingual("no rows", "該当する行なし").text(in: language)) }
    for reason in MissingReason.allCases {
      let headings = zip(columns.indices, columns).compactMap { index, column in
        let isShown = kept?.contains(index) ?? true
        return isShown && rows.contains { $0[index] == .missing(reason) }
          ? column.heading.text(in: language) : nil
      }
      if !headings.isEmpty { shown.append(explanation(of: reason, for: headings, in: language)) }
    }
    return shown
  }

  private func explanation(
    of reason: MissingReason, for headings: [String], in language: Language
  ) -> String {
    let words = NumberFormat.missing + ": " + reason.words.text(in: language)
    return switch language {
    case .en: words + " (" + headings.map(oneLine).joined(separator: "; ") + ")"
    case .ja: words + "（" + headings.map(oneLine).joined(separator: "、") + "）"
    }
  }
}

/// What stands before a note.
func noteLabel(in language: Language) -> String {
  switch language {
  case .en: "Note: "
  case .ja: "注: "
  }
}

/// A text without line breaks and tabs, other invisible characters escaped.
package func oneLine(_ text: String) -> String {
  if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
  return printable(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
}
