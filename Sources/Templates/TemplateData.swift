internal import Diagnostics
internal import Quantities
internal import Reporting
internal import Scenarios

/// A report under the names that templates use; `README.md` of this folder lists them.
struct TemplateData {
  let format: TemplateFormat
  let language: Language

  /// The report.
  func value(of report: Report) -> TemplateValue {
    let tables = report.readTables
    var byName = tables.reduce(into: [String: TemplateValue]()) { $0[$1.name] = table($1) }
    for name in ReportTable.allCases.map(\.rawValue) where byName[name] == nil {
      byName[name] = .absent
    }
    return .record([
      "title": text(report.title), "subtitle": text(report.subtitle),
      "language": .text(language.rawValue), "findings": list(report.findings),
      "warnings": list(report.warnings), "assumptions": list(report.assumptions),
      "tables": .list(tables.map(table), like: tables.first.map(table) ?? .absent),
      "table": .record(byName), "charts": .list(report.charts.map(chart), like: chartShape),
    ])
  }

  private func table(_ table: Table) -> TemplateValue {
    let headings = table.headings(in: language)
    let shown = table.shownRows(in: language)
    let rows = zip(shown, table.readRows).map { row($0, $1, of: table) }
    let empty = table.columns.map { _ in "" }
    return .record([
      "name": .text(table.name), "title": text(table.title),
      "columns": .list(
        zip(table.columns, headings).map { column, heading in
          .record(["key": .text(column.key), "heading": text(heading)])
        }, like: .record(["key": .text(""), "heading": .text("")])),
      "rows": .list(rows, like: row(empty, [], of: table)),
      "notes": list(table.shownNotes(in: language)),
      "whole": .text(format.rendered(table, in: language)),
    ])
  }

  /// A row: its cells in order, and each under its column's key as well.
  private func row(_ shown: [String], _ cells: [TableCell], of table: Table) -> TemplateValue {
    let words = shown.map(text)
    var members = zip(table.columns, words).reduce(into: [String: TemplateValue]()) {
      $0[$1.0.key] = $1.1
    }
    members["cells"] = .list(
      words.indices.map { index in
        .record(["text": words[index], "value": .text(exact(cells, index))])
      }, like: .record(["text": .text(""), "value": .text("")]))
    return .record(members)
  }

  /// A number in the shortest form that reads back to the same; empty for anything else.
  private func exact(_ cells: [TableCell], _ index: Int) -> String {
    guard cells.indices.contains(index) else { return "" }
    return switch cells[index] {
    case .number(let value), .said(_, let value): NumberFormat.exact(value)
    case .count(let value), .day(let value, _): String(value)
    case .text, .coded, .missing: ""
    }
  }

  private func chart(_ chart: Chart) -> TemplateValue {
    var members: [String: TemplateValue] = ["name": .text(chart.name), "title": text(chart.title)]
    if format == .html { members["svg"] = .text(chart.svg(SVGOptions(language: language))) }
    return .record(members)
  }

  private var chartShape: TemplateValue {
    let names = ["name", "title"] + (format == .html ? ["svg"] : [])
    return .record(names.reduce(into: [:]) { $0[$1] = .text("") })
  }

  private func text(_ words: Bilingual) -> TemplateValue { text(words.text(in: language)) }

  private func text(_ words: String) -> TemplateValue { .text(format.escaped(words)) }

  private func list(_ sentences: [Bilingual]) -> TemplateValue {
    list(sentences.map { $0.text(in: language) })
  }

  private func list(_ sentences: [String]) -> TemplateValue {
    .list(sentences.map(text), like: .text(""))
  }
}
