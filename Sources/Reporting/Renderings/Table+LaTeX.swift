package import Diagnostics
import Quantities
import Scenarios

extension Table {
  /// The table as a LaTeX float (package booktabs), its label `tab:` and the table's name.
  package func latex(in language: Language) -> String {
    let rows = shownRows(in: language).map(record)
    let notes = shownNotes(in: language).map {
      "  \\par\\smallskip{\\footnotesize " + escapedLaTeX(noteLabel(in: language) + $0) + "}"
    }
    let lines =
      [
        "\\begin{table}[htbp]", "  \\centering",
        "  \\caption{\(escapedLaTeX(title.text(in: language)))}", "  \\label{tab:\(name)}",
        "  \\begin{tabular}{\(alignment(in: language))}", "    \\toprule",
        record(headings(in: language)), "    \\midrule",
      ] + rows + ["    \\bottomrule", "  \\end{tabular}"] + notes + ["\\end{table}"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func record(_ cells: [String]) -> String {
    "    " + cells.map(escapedLaTeX).joined(separator: " & ") + " \\\\"
  }

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
