package import Diagnostics
import Quantities
import Scenarios

extension Table {
  /// The table as LaTeX floats (package booktabs), its label `tab:` and the table's name; a long table
  /// goes on in further floats. `fitted` wraps each in an environment of the document that narrows it to the
  /// line.
  package func latex(in language: Language, fitted: Bool = false) -> String {
    var parts: [[String]] = [[]]
    var lines = 0
    for row in shownRows(in: language) {
      let own = row.map { 1 + displayWidth($0) / Table.paragraphWidth }.max() ?? 1
      if lines + own > Table.linesPerFloat, lines > 0 {
        parts.append([])
        lines = 0
      }
      parts[parts.count - 1].append(record(row))
      lines += own
    }
    return parts.enumerated().map { part, rows in
      float(rows, part: part, of: parts.count, in: language, fitted: fitted)
    }.joined(separator: "\n")
  }

  /// Lines of cells that a page holds beside caption and notes.
  private static let linesPerFloat = 44
  /// Columns of text that a line of a paragraph cell takes.
  private static let paragraphWidth = 48

  private func float(
    _ rows: [String], part: Int, of parts: Int, in language: Language, fitted: Bool
  ) -> String {
    let notes =
      part < parts - 1
      ? []
      : shownNotes(in: language).map {
        "  \\par\\smallskip{\\footnotesize " + escapedLaTeX(noteLabel(in: language) + $0) + "}"
      }
    let number = parts > 1 ? " (\(part + 1)/\(parts))" : ""
    let label = part == 0 ? ["  \\label{tab:\(name)}"] : []
    let (open, close) = fitted ? ("\\begin{fitted}", "\\end{fitted}") : ("", "")
    let lines =
      [
        "\\begin{table}[htbp]", "  \\centering",
        "  \\caption{\(escapedLaTeX(title.text(in: language)))\(number)}",
      ] + label
      + [
        "  \(open)\\begin{tabular}{\(alignment(in: language))}", "    \\toprule",
        heading(in: language), "    \\midrule",
      ] + rows + ["    \\bottomrule", "  \\end{tabular}\(close)"] + notes + ["\\end{table}"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func record(_ cells: [String]) -> String {
    "    " + cells.map(escapedLaTeX).joined(separator: " & ") + " \\\\"
  }

  /// The headings; long ones break into lines as wide as the column's cells.
  private func heading(in language: Language) -> String {
    let rows = shownRows(in: language)
    let cells = headings(in: language).enumerated().map { index, heading -> String in
      let widest = rows.map { displayWidth($0[index]) }.max() ?? 0
      let lines = wrapped(heading, to: max(Table.headingWidth, widest))
      guard lines.count > 1 else { return escapedLaTeX(heading) }
      let side = columns[index].isNumber ? "r" : "l"
      return "\\begin{tabular}[b]{@{}\(side)@{}}"
        + lines.map(escapedLaTeX).joined(separator: "\\\\ ") + "\\end{tabular}"
    }
    return "    " + cells.joined(separator: " & ") + " \\\\"
  }

  /// Columns of text that a heading may take before it breaks.
  private static let headingWidth = 12

  /// Numbers on the right, text on the left, long text in a paragraph column.
  private func alignment(in language: Language) -> String {
    columns.indices.map { index in
      if columns[index].isNumber { return "r" }
      let isLong = readRows.contains {
        displayWidth($0[index].shown(as: .significant, in: language)) > 40
      }
      return isLong ? "p{0.4\\linewidth}" : "l"
    }.joined()
  }
}
