import Diagnostics
import Files
import Reporting

/// Every document of a report, file by file.
struct ReportFiles {
  /// The report, and the languages of its page; the first is every other document's.
  let stored: StoredReport
  /// Pictures of charts beside their SVG.
  let pictures: [Picture]
  /// The page that needs no server, which the report's page leads to; nil: none.
  var explorer: String?

  /// Hands each file over, its name first.
  func each(_ take: (String, [UInt8]) throws -> Void) throws {
    let report = stored.report
    let language = stored.languages[0]
    let options = RenderOptions(language: language, width: nil, and: stored.languages)
    try take(StoredReport.fileName, try stored.bytes)
    for (format, name) in [(TableFormat.markdown, "report.md"), (.latex, "report.tex")] {
      try take(name, Array(report.render(format, options).utf8))
    }
    let page = Page(
      [report], in: stored.languages, explorer: explorer == nil ? nil : PageFile.name)
    try take("report.html", Array(page.html.utf8))
    if let explorer { try take(PageFile.name, Array(explorer.utf8)) }
    try take("report.xlsx", try WorkbookWriter.bytes(report.workbook(in: language)))
    for chart in report.charts {
      let svg = chart.svg(SVGOptions(language: language))
      try take("charts/\(chart.name).svg", Array(svg.utf8))
      try take("charts/\(chart.name).csv", Array(chart.plotted.csv(in: language).utf8))
      for picture in pictures {
        try take(
          "charts/\(chart.name).\(picture.rawValue)", try picture.drawn(svg, named: chart.name))
      }
    }
  }
}
