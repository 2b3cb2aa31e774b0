import Diagnostics
import Scenarios

/// One report in one language as the inside of a page: findings, cases, charts beside their tables.
struct PageBody {
  private let report: Report
  private let language: Language
  /// What makes ids of this report and language their own.
  private let suffix: String

  /// Prepares a report.
  init(_ report: Report, _ language: Language, _ suffix: String) {
    self.report = report
    self.language = language
    self.suffix = suffix
  }

  /// The body; ends with a line feed.
  var html: String {
    let tables = report.readTables
    let names = Set(tables.map { $0.name })
    let loose = report.charts.filter { $0.table.map { !names.contains($0) } ?? true }
    return
      (["<article>"] + head + contents(tables) + loose.map(figure)
      + tables.flatMap { table in
        ["<section id=\"\(table.name)\(suffix)\">"]
          + report.charts.filter { $0.table == table.name }.map(figure)
          + [PageTable(table, language, suffix).html, "</section>"]
      } + list(report.assumptions, .assumptions, "assumptions") + ["</article>"])
      .joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    var lines: [String] = []
    if !report.title.isEmpty {
      lines += [
        "<h1>\(shown(report.title))</h1>", "<p class=\"lead\">\(shown(report.subtitle))</p>",
      ]
    }
    if !report.findings.isEmpty {
      let heading = SectionWord.summary.words
      lines +=
        ["<section class=\"findings\">", "<h2>\(shown(heading))</h2>", "<ul>"]
        + items(report.findings) + ["</ul>", "</section>"]
    }
    return lines + list(report.warnings, .warnings, "warnings")
  }

  /// Links to the tables, where there are several.
  private func contents(_ tables: [Table]) -> [String] {
    guard tables.count > 2 else { return [] }
    let links = tables.map { "<a href=\"#\($0.name)\(suffix)\">\(shown($0.title))</a>" }
    let label = Bilingual("Contents", "目次").text(in: language)
    return [
      "<nav class=\"contents\" aria-label=\"\(label)\">" + links.joined(separator: " ") + "</nav>"
    ]
  }

  private func figure(_ chart: Chart) -> String {
    let svg = chart.svg(SVGOptions(language: language, suffix: suffix))
    return "<figure class=\"chart\">\n\(svg)</figure>"
  }

  private func list(_ sentences: [Bilingual], _ heading: SectionWord, _ name: String) -> [String] {
    guard !sentences.isEmpty else { return [] }
    return ["<section class=\"\(name)\">", "<h2>\(shown(heading.words))</h2>", "<ul>"]
      + items(sentences) + ["</ul>", "</section>"]
  }

  private func items(_ sentences: [Bilingual]) -> [String] {
    sentences.map { "<li>\(marked($0))</li>" }
  }

  /// A sentence whose names in backquotes are set as code.
  private func marked(_ text: Bilingual) -> String {
    let parts = shown(text).split(separator: "`", omittingEmptySubsequences: false)
    guard !parts.count.isMultiple(of: 2) else { return parts.joined(separator: "`") }
    return parts.enumerated().map { $0.isMultiple(of: 2) ? $1 : "<code>\($1)</code>" }.joined()
  }

  private func shown(_ text: Bilingual) -> String { escapedXML(oneLine(text.text(in: language))) }
}
