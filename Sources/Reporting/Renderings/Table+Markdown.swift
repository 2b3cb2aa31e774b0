package import Diagnostics
import Scenarios

extension Table {
  /// The table as GitHub Markdown: title as a heading, columns aligned, notes as a list.
  package func markdown(in language: Language) -> String {
    let rows = ([headings(in: language)] + shownRows(in: language)).map { $0.map(escapedMarkdown) }
    let widths = columns.indices.map { column in
      max(3, rows.map { displayWidth($0[column]) }.max() ?? 0)
    }
    let lines = rows.map { row in
      columns.indices.map { padded(row[$0], to: widths[$0], right: columns[$0].isNumber) }
    }
    let rule = columns.indices.map { column in
      String(repeating: "-", count: widths[column] - 1) + (columns[column].isNumber ? ":" : "-")
    }
    let table = ([lines[0], rule] + lines.dropFirst()).map {
      "| " + $0.joined(separator: " | ") + " |"
    }
    let notes = shownNotes(in: language).map { "- " + escapedMarkdown($0) }
    return
      (["### " + escapedMarkdown(title.text(in: language)), ""] + table
      + (notes.isEmpty ? [] : [""] + notes)).joined(separator: "\n") + "\n"
  }
}
