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

  /// What is the same under every table is read once; a table asked for alone has all its notes.
  @Test(arguments: [TableFormat.text, .markdown], Language.allCases)
  func aNoteOfSeveralTablesIsSaidOnce(_ format: TableFormat, _ language: Language) {
    let notes = [
      Bilingual("shares are of days", "割合は日数に対するもの"), Bilingual("only the second", "二番目のみ"),
    ]
    let tables = [1, 2].map { count in
      Table(
        name: "t\(count)", title: Bilingual(same: "T\(count)"),
        columns: Samples.oneColumn.columns, rows: Samples.oneColumn.rows,
        notes: Array(notes.prefix(count)))
    }
    let report = Report(tables: tables, warnings: [])
    let whole = report.render(format, RenderOptions(language: language))
    let alone = report.render(tables[1], as: format, RenderOptions(language: language))
    for note in notes.map({ $0.text(in: language) }) {
      #expect(whole.ranges(of: note).count == 1)
      #expect(alone.ranges(of: note).count == 1)
    }
  }

  @Test func oneTableComesWithoutTitleAndAssumptions() {
    let text = Self.report.render(Samples.losses, as: .text, RenderOptions())
    #expect(!text.contains("Title") && !text.contains("All is assumed"))
    #expect(text.contains("Japan"))
  }
}
