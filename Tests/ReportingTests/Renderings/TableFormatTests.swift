import Diagnostics
import FoundationEssentials
import Reporting
import Scenarios
import Testing

@Suite struct TableFormatTests {
  private let awkward = Samples.words([
    "a|b", "*.C_1", "JPN_34t35", "<0.001%", "50% & {x}^~\\#$", "[1]", "a\nb",
  ])

  @Test(arguments: TableFormat.allCases, Language.allCases)
  func everyFormatShowsEveryTable(_ format: TableFormat, _ language: Language) {
    for table in Samples.all {
      let text = format.render([table], RenderOptions(language: language))
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
      #expect(format == .csv || text.contains(table.title.text(in: language)))
    }
  }

  @Test func onlyTheFirstTableIsCSV() {
    let both = TableFormat.csv.render([Samples.oneColumn, Samples.losses])
    #expect(both == Samples.oneColumn.csv())
    #expect(TableFormat.csv.render([]) == "")
  }

  @Test(arguments: Language.allCases) func markdownIsAligned(_ language: Language) {
    for table in Samples.all {
      let lines = table.markdown(in: language).split(separator: "\n").filter { $0.hasPrefix("|") }
      #expect(lines.count == table.rows.count + 2)
      #expect(Set(lines.map { displayWidth(String($0)) }).count == 1)
    }
  }

  @Test func markdownShowsTextAsItIs() {
    let text = awkward.markdown(in: .en)
    for cell in [#"a\|b"#, #"\*.C_1"#, "JPN_34t35 ", "&lt;0.001%", ##"\\#\$"##, #"\[1\]"#, "a b "] {
      #expect(text.contains(cell), "\(cell)")
    }
  }

  @Test func latexShowsTextAsItIs() {
    let text = awkward.latex(in: .en)
    let cells = [
      "a$|$b", "*.C\\_1", "$<$0.001\\%",
      "50\\% \\& \\{x\\}\\textasciicircum{}\\textasciitilde{}\\textbackslash{}\\#\\$",
      "    {[}1{]} \\\\",
    ]
    for cell in cells { #expect(text.contains(cell), "\(cell)") }
  }

  @Test func latexHasCaptionLabelAndRules() {
    let text = Samples.losses.latex(in: .ja)
    for part in [
      "\\caption{地域別の損失（365日間）}", "\\label{tab:losses_by_region}",
      "\\begin{tabular}{lrrrl}", "\\toprule", "\\midrule", "\\bottomrule",
      "    日本 & 12,300 & 0.32\\% & 2026-04-12 & 原油 \\\\", "$-$12.0\\%", " & --- & ",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(Samples.longText.latex(in: .en).contains("\\begin{tabular}{lp{0.4\\linewidth}r}"))
  }

  @Test func htmlShowsTextAsItIs() {
    let text = Samples.words(["<b> & \"x\" 'y'"]).html(in: .en)
    #expect(text.contains("<td>&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;</td>"))
    #expect(Samples.losses.html(in: .ja).contains("<td class=\"number\">12,300</td>"))
  }

  private struct Document: Decodable {
    struct Table: Decodable {
      struct Row: Decodable {
        let region: String
        let value_added_loss: Double?
        let worst_day: Int?
        let limited_by: String?
      }
      let name: String
      let rows: [Row]
      let notes: [String]
    }
    let schema: String
    let tables: [Table]
  }

  @Test func jsonHoldsExactNumbersAndNulls() throws {
    let text = TableFormat.json.render([Samples.losses], RenderOptions(language: .ja))
    let read = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    let table = try #require(read.tables.first)
    #expect(read.schema == "sonae.tables/1" && table.name == "losses_by_region")
    #expect(table.rows.map(\.region) == ["日本", "韓国", "その他世界"])
    #expect(table.rows.map(\.value_added_loss) == [12345.678, 0.1, nil])
    #expect(table.rows.map(\.worst_day) == [41, 3, nil])
    #expect(table.rows.map(\.limited_by)[1] == nil)
    #expect(table.notes == ["2011年のGDP"])
  }

  @Test func jsonOfAReportHoldsWhatReadersAreTold() throws {
    struct Told: Decodable {
      let warnings: [String]
      let findings: [String]?
      let assumptions: [String]?
    }
    let told = { (report: Report) in
      try JSONDecoder().decode(
        Told.self, from: Data(report.render(.json, RenderOptions(language: .ja)).utf8))
    }
    let whole = try told(
      Report(
        findings: [Bilingual("found", "所見")], tables: [Samples.losses],
        assumptions: [Bilingual("taken", "仮定")], warnings: [Bilingual("mind", "注意")]))
    #expect(whole.findings == ["所見"] && whole.assumptions == ["仮定"])
    #expect(whole.warnings == ["注意"])
    let bare = try told(Report(tables: [Samples.losses], warnings: []))
    #expect(bare.findings == nil && bare.assumptions == nil && bare.warnings.isEmpty)
  }
}
