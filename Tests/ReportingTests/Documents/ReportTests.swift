import Diagnostics
import Reporting
import Testing

struct ReportTests {
  static let report = Report(
    title: Bilingual("Title", "題名"), subtitle: Bilingual("Economy X", "経済表X"),
    tables: [Samples.losses, Samples.oneColumn],
    assumptions: [Bilingual("All is assumed", "すべて仮定")],
    warnings: [
      Bilingual("a.yaml, line 3: nothing happens", "a.yaml 3行目：何も起きない")
    ])

  @Test(arguments: TableFormat.allCases, Language.allCases)
  func everyFormatForReadersRepeatsTheWarnings(
    _ format: TableFormat, _ language: Language
  ) throws {
    let warning = Self.report.warnings[0].text(in: language)
    for text in [
      Self.report.render(format, RenderOptions(language: language)),
      Self.report.render(Samples.losses, as: format, RenderOptions(language: language)),
    ] {
      #expect(text.contains(warning) == (format != .csv))
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n\n"))
    }
  }

  @Test(arguments: [TableFormat.text, .markdown, .latex, .html])
  func titleTablesAndAssumptionsStandInTheirOrder(_ format: TableFormat) throws {
    let text = Self.report.render(format, RenderOptions())
    let places = try ["Title", "Economy X", "nothing happens", "Japan", "All is assumed"].map {
      try #require(text.firstRange(of: $0)).lowerBound
    }
    #expect(places == places.sorted())
  }

  @Test func oneTableComesWithoutTitleAndAssumptions() {
    let text = Self.report.render(Samples.losses, as: .text, RenderOptions())
    #expect(!text.contains("Title") && !text.contains("All is assumed"))
    #expect(text.contains("Japan"))
  }
}
