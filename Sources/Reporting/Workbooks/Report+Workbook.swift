package import Diagnostics
package import Files
internal import Quantities
internal import Scenarios

extension Report {
  /// The report as a workbook: findings, a sheet a table, what charts plot, assumptions and warnings.
  package func workbook(in language: Language) -> Workbook {
    Workbook(
      title: title.text(in: language),
      sheets: [summarySheet(language)] + readTables.map { TableSheet($0, language).sheet }
        + charts.map { TableSheet($0.plotted, language).sheet(drawing: $0) }
        + [notesSheet(language)])
  }

  private func summarySheet(_ language: Language) -> Workbook.Sheet {
    let head: [[Workbook.Cell]] = [
      [.text(oneLine(title.text(in: language)), .title)],
      [.text(oneLine(subtitle.text(in: language)), .quiet)], [],
    ]
    return Workbook.Sheet(
      name: SectionWord.summary.words.text(in: language), widths: [110],
      rows: head + findings.map { [.text(oneLine($0.text(in: language)), .wrapped)] })
  }

  private func notesSheet(_ language: Language) -> Workbook.Sheet {
    let words = { (word: SectionWord) in word.words.text(in: language) }
    let rows = { (sentences: [Bilingual], word: SectionWord) -> [[Workbook.Cell]] in
      sentences.map {
        [.text(words(word), .plain), .text(oneLine($0.text(in: language)), .wrapped)]
      }
    }
    let head: [Workbook.Cell] = [.text("", .heading), .text(words(.assumptions), .heading)]
    return Workbook.Sheet(
      name: words(.assumptions), widths: [16, 110],
      rows: [head] + rows(warnings, .warnings) + rows(assumptions, .assumptions), frozenRows: 1)
  }
}

/// A table as a sheet: title, a heading that stays, real numbers, notes below.
struct TableSheet {
  private let table: Table
  private let language: Language
  /// Rows above the first row of numbers: title and heading.
  private static let headRows = 2

  /// Prepares a table.
  init(_ table: Table, _ language: Language) {
    self.table = table
    self.language = language
  }

  /// The sheet.
  var sheet: Workbook.Sheet { sheet(drawing: nil) }

  /// The sheet with a chart of its numbers, if a spreadsheet can draw it.
  func sheet(drawing chart: Chart?) -> Workbook.Sheet {
    let title = oneLine(table.title.text(in: language))
    let body = table.rows.map { row in zip(row, table.columns).map(cell) }
    let notes = table.shownNotes(in: language).map { note -> [Workbook.Cell] in
      [.note(noteLabel(in: language) + note)]
    }
    let head: [[Workbook.Cell]] = [
      [.text(title, .title)],
      table.headings(in: language).map { .text($0, .heading) },
    ]
    let rows = TableSheet.headRows..<TableSheet.headRows + body.count
    return Workbook.Sheet(
      name: chart.map { "\($0.name) (chart)" } ?? TableSheet.short(title), widths: widths,
      rows: head + body + [[]]
        + notes, frozenRows: TableSheet.headRows,
      filter: body.isEmpty ? nil : rows.lowerBound - 1..<rows.upperBound,
      charts: chart.flatMap { native($0, rows, title) }.map { [$0] } ?? [])
  }

  /// A title up to its first colon or comma: what a sheet's tab holds.
  private static func short(_ title: String) -> String {
    let start = title.prefix { !":,：、（(".contains($0) }
    return start.isEmpty ? title : String(start)
  }

  private func native(_ chart: Chart, _ rows: Range<Int>, _ title: String) -> Workbook.Chart? {
    let kind: Workbook.Chart.Kind
    switch chart.axis {
    case .days, .fan: kind = .lines
    case .categories: kind = .bars
    case .grid, .places, .ranges, .points, .flows: return nil
    }
    return Workbook.Chart(
      kind, title: title, rows: rows, columns: 1..<1 + chart.series.count,
      format: chart.style.unsigned == .percent ? "0.0#%" : "#,##0.##")
  }

  private func cell(_ cell: TableCell, _ column: TableColumn) -> Workbook.Cell {
    switch cell {
    case .text(let words), .coded(_, let words): .text(oneLine(words.text(in: language)), .wrapped)
    case .number(let value): number(value * column.factor(in: language), column.style)
    case .count(let value): .number(Double(value), format: format(of: Double(value), .count))
    case .day(let day, let date):
      date.flatMap(TableSheet.serial).map { .number($0, format: "yyyy-mm-dd") }
        ?? .number(Double(day), format: "0")
    case .said(let words, _): .text(oneLine(words.text(in: language)), .plain)
    case .missing: .text(NumberFormat.missing, .quiet)
    }
  }

  private func number(_ value: Double, _ style: NumberStyle) -> Workbook.Cell {
    .number(value, format: format(of: value, style))
  }

  /// The number of a date in spreadsheets: days since 30 December 1899.
  private static func serial(_ date: String) -> Double? {
    CalendarDate(date).map { Double($0.daysSinceEpoch + 25_569) }
  }

  private func format(of value: Double, _ style: NumberStyle) -> String {
    let plain: String
    switch style.unsigned {
    case .percent: plain = abs(value) < 1e-3 ? "0.000%" : "0.00%"
    case .count: plain = "#,##0"
    case .days: plain = "0"
    case .significant, .change:
      plain = abs(value) >= 100 ? "#,##0" : abs(value) >= 1 ? "#,##0.00" : "0.0000"
    }
    return style.isChange ? "+\(plain);-\(plain);\(plain)" : plain
  }

  private var widths: [Double] {
    let shown = table.shownRows(in: language)
    return table.columns.indices.map { index in
      let cells = shown.map { displayWidth($0[index]) }.max() ?? 0
      let heading = displayWidth(table.headings(in: language)[index])
      return Double(min(48, max(cells + 2, min(heading, 16), 9)))
    }
  }
}
