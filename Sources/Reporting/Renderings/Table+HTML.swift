package import Diagnostics
import Scenarios

extension Table {
  /// The table as an HTML fragment: a figure with a captioned table and its notes.
  package func html(in language: Language) -> String {
    let header = cells(headings(in: language), tag: "th")
    let body = shownRows(in: language).map { "      " + cells($0, tag: "td") }
    let notes = shownNotes(in: language).map {
      "  <p class=\"note\">" + escapedXML(noteLabel(in: language) + $0) + "</p>"
    }
    let lines =
      [
        "<figure id=\"\(name)\" lang=\"\(language.rawValue)\">", "  <table>",
        "    <caption>\(escapedXML(oneLine(title.text(in: language))))</caption>",
        "    <thead>", "      " + header, "    </thead>", "    <tbody>",
      ] + body + ["    </tbody>", "  </table>"] + notes + ["</figure>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func cells(_ cells: [String], tag: String) -> String {
    let filled = zip(cells, columns).map { cell, column in
      let attribute = column.isNumber ? " class=\"number\"" : ""
      return "<\(tag)\(attribute)>\(escapedXML(cell))</\(tag)>"
    }
    return "<tr>" + filled.joined() + "</tr>"
  }
}
