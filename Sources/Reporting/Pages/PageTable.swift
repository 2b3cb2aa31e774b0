import Diagnostics
import Quantities
import Scenarios

/// A table of a page: captioned, its columns sorted at a press, its notes below.
struct PageTable {
  private let table: Table
  private let language: Language
  private let suffix: String

  /// Prepares a table.
  init(_ table: Table, _ language: Language, _ suffix: String) {
    self.table = table
    self.language = language
    self.suffix = suffix
  }

  /// The table in a frame that scrolls where the page is too narrow.
  var html: String {
    let id = "caption-\(table.name)\(suffix)"
    let notes = table.shownNotes(in: language).map {
      "<p class=\"note\">" + escapedXML(noteLabel(in: language) + $0) + "</p>"
    }
    let lines =
      [
        "<h2 id=\"\(id)\">\(escapedXML(oneLine(table.title.text(in: language))))</h2>",
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"\(id)\">",
        "<table aria-labelledby=\"\(id)\">", "<thead>", head, "</thead>", "<tbody>",
      ] + body + ["</tbody>", "</table>", "</div>"] + notes
    return lines.joined(separator: "\n")
  }

  private var head: String {
    let cells = zip(table.headings(in: language), table.columns).map { heading, column in
      "<th scope=\"col\"\(column.isNumber ? " class=\"number\"" : "")>\(escapedXML(heading))</th>"
    }
    return "<tr>" + cells.joined() + "</tr>"
  }

  private var body: [String] {
    zip(table.readRows, table.shownRows(in: language)).map { row, shown in
      let cells = table.columns.indices.map { index in
        let number = row[index].sortKey.map { " data-value=\"\($0)\"" } ?? ""
        let look = table.columns[index].isNumber ? " class=\"number\"" : ""
        let isHead = index == 0 && !table.columns[index].isNumber
        let open = isHead ? "th scope=\"row\"" : "td"
        return "<\(open)\(look)\(number)>\(escapedXML(shown[index]))</\(isHead ? "th" : "td")>"
      }
      return "<tr>" + cells.joined() + "</tr>"
    }
  }
}

extension TableCell {
  /// The number that rows are sorted by; nil of words and of what is missing.
  fileprivate var sortKey: String? {
    switch self {
    case .number(let value), .said(_, let value): NumberFormat.exact(value)
    case .count(let value), .day(let value, _): String(value)
    case .text, .coded, .missing: nil
    }
  }
}
