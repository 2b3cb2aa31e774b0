import Diagnostics
import LinearAlgebra
import Quantities
import Reporting
import Testing

@testable import Templates

/// Reports in texts of users.
struct ReportTemplateTests {
  /// A report whose names a user's table gives.
  private func report(_ name: String = "Japan") -> Report {
    let table = Table(
      name: "regions", title: Bilingual("Losses", "損失"),
      columns: [
        TableColumn("region", SubjectWord.region.words, kind: .text),
        TableColumn("loss", MeasureWord.lossOfGDP.words, kind: .number(.percent)),
      ],
      rows: [
        [.name(name), .number(0.003217)], [.name("Korea"), .missing(.notComputed)],
      ], notes: [Bilingual("GDP of 2022", "2022年のGDP")])
    return Report(
      title: Bilingual(name, "日本 & 韓国"), subtitle: Bilingual("A table", "表"),
      findings: [Bilingual("First & last.", "一つ目。"), Bilingual("Second.", "二つ目。")],
      tables: [table], warnings: [])
  }

  private func filled(
    _ text: String, _ format: String = "html", with report: Report? = nil,
    in language: Language = .en
  ) throws -> String {
    let template = try ReportTemplate(Source(name: "t.\(format).mustache", text: text))
    return try template.text(of: report ?? self.report(), in: language)
  }

  private func refusal(
    _ text: String, _ format: String = "html"
  ) -> (code: String?, place: Range<Int>?, text: String) {
    let error = #expect(throws: DiagnosticList.self) { try filled(text, format) }
    let first = error?.diagnostics.first
    return (first?.problem.code, first?.place?.range, error?.text(in: .en) ?? "")
  }

  @Test func valuesSectionsAndWhatIsNot() throws {
    #expect(try filled("<h1>{{title}}</h1>") == "<h1>Japan</h1>")
    #expect(try filled("{{title}}", in: .ja) == "日本 &amp; 韓国")
    #expect(
      try filled("{{#findings}}<li>{{.}}</li>{{/findings}}")
        == "<li>First &amp; last.</li><li>Second.</li>")
    #expect(try filled("{{#warnings}}{{.}}{{/warnings}}{{^warnings}}none{{/warnings}}") == "none")
    #expect(try filled("{{! nobody reads this }}x") == "x")
  }

  @Test func cellsByColumnAndInOrder() throws {
    let rows = "{{#table.regions}}{{#rows}}{{region}}={{loss}};{{/rows}}{{/table.regions}}"
    #expect(try filled(rows) == "Japan=0.32%;Korea=…;".replacing("…", with: NumberFormat.missing))
    let cells = "{{#tables}}{{#rows}}{{#cells}}[{{text}}|{{value}}]{{/cells}}{{/rows}}{{/tables}}"
    #expect(try filled(cells).hasPrefix("[Japan|][0.32%|0.003217]"))
    let names =
      "{{#tables}}{{name}}: {{#columns}}{{key}} {{/columns}}{{#notes}}{{.}}{{/notes}}{{/tables}}"
    #expect(try filled(names).hasPrefix("regions: region loss GDP of 2022"))
    #expect(try filled("{{table.regions.title}}") == "Losses")
  }

  /// Tables that other scenarios have are nothing here, and no mistake.
  @Test func aTableOfOtherScenariosIsNothing() throws {
    let text = "{{#table.variants}}{{#rows}}{{variant}}{{/rows}}{{/table.variants}}"
    #expect(try filled(text + "{{^table.variants}}one case{{/table.variants}}") == "one case")
  }

  @Test(arguments: TemplateFormat.allCases) func aWholeTableIsTheReports(
    _ format: TemplateFormat
  ) throws {
    let table = report().tables[0]
    let wanted: TableFormat =
      switch format {
      case .html: .html
      case .markdown: .markdown
      case .latex: .latex
      case .csv: .csv
      case .text: .text
      }
    for braces in ["{{{whole}}}", "{{whole}}", "{{& whole}}"] {
      let text = try filled("{{#tables}}\(braces){{/tables}}", format.rawValue)
      #expect(text == wanted.render([table]))
    }
  }

  /// Texts that would do something where they are not escaped.
  static let hostile = [
    "<script>alert(1)</script>", "\" onload=\"x", "'><b>", "&lt;", "\\input{/etc/passwd}",
    "$x$ % #",
    "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "`x` *y* [a](b)", "# heading", "a\nb",
    "{{title}}", "{{{title}}}", "}}", "\u{202E}abc", "~^_{}",
  ]

  /// Two braces and three show the same, and that is what the format's own tables show.
  @Test(arguments: hostile, TemplateFormat.allCases) func namesStayWords(
    _ name: String, _ format: TemplateFormat
  ) throws {
    let report = report(name)
    let two = try filled("{{title}}", format.rawValue, with: report)
    #expect(try filled("{{{title}}}", format.rawValue, with: report) == two)
    #expect(two == format.escaped(name))
    switch format {
    case .html: #expect(!two.contains { "<>\"'".contains($0) })
    case .markdown: #expect(!two.contains("<") && !two.hasPrefix("#"))
    case .latex: #expect(!two.contains("\\input") && !two.contains("$x$"))
    case .csv: #expect(!two.hasPrefix("=") && !two.hasPrefix("@") && !two.hasPrefix("+"))
    case .text: break
    }
    #expect(!two.contains("\n"))
  }

  @Test func mistakesAreToldAtTheirPlace() throws {
    let unknown = refusal("a\n{{ttle}}")
    #expect(unknown.code == "template-name" && unknown.place == 2..<10)
    #expect(unknown.text.contains("did you mean `title`?"))
    #expect(unknown.text.contains("t.html.mustache:2:1"))
    let inside = refusal("{{#tables}}{{#rows}}{{regoin}}{{/rows}}{{/tables}}")
    #expect(inside.code == "template-name" && inside.text.contains("`region`"))
    #expect(refusal("{{table.regions.rws}}").text.contains("`table.regions.rows`"))
    #expect(refusal("x {{title").code == "template-tag")
    #expect(refusal("x {{{title}}").code == "template-tag")
    #expect(refusal("{{#findings}}x").code == "template-section")
    #expect(refusal("{{#findings}}x{{/warnings}}").code == "template-section-end")
    #expect(refusal("x{{/findings}}").code == "template-section-end")
  }

  @Test(arguments: [
    "{{> other}}", "{{< parent}}{{/parent}}", "{{=<% %>=}}", "{{$ block}}{{/block}}",
    "{{% CONTENT_TYPE:HTML}}",
  ])
  func whatReportsHaveNoUseForIsRefused(_ text: String) {
    #expect(refusal(text).code == "template-kind")
  }

  /// Functions of the renderer are names that no report has.
  @Test func functionsAreNoNames() {
    #expect(refusal("{{uppercased(title)}}").code == "template-name")
    #expect(refusal("{{#reversed(findings)}}{{.}}{{/reversed(findings)}}").code == "template-name")
  }

  @Test func noWordsInAScriptOrAStyle() throws {
    #expect(refusal("<script>let x = '{{title}}'</script>").code == "template-script")
    #expect(refusal("<STYLE>{{title}}</STYLE>").code == "template-script")
    #expect(try filled("<script>x</script><p title=\"{{title}}\">").hasSuffix("\"Japan\">"))
    #expect(try filled("<script>{{title}}", "txt") == "<script>Japan")
  }

  @Test(arguments: ["t.mustache", "t.html", "t", "t.docx.mustache", "html.mustache"])
  func aNameSaysTheFormat(_ name: String) {
    let error = #expect(throws: DiagnosticList.self) {
      try ReportTemplate(Source(name: name, text: "{{title}}"))
    }
    #expect(error?.diagnostics.first?.problem.code == "template-format")
  }

  @Test func whatIsNoTextIsRefused() {
    let error = #expect(throws: DiagnosticList.self) {
      try ReportTemplate(Source(name: "t.txt.mustache", bytes: [0xFF, 0xFE]))
    }
    #expect(error?.diagnostics.first?.problem.code == "template-text")
  }

  /// Any text is filled or refused at a place, whatever it is.
  @Test(arguments: 1...200) func anyTextIsFilledOrRefused(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let parts = [
      "{{", "}}", "{{{", "}}}", "#", "/", "^", "!", "title", "findings", ".", "rows", " ", "\n",
      "é",
      "{{title}}", "{{#findings}}", "{{/findings}}", "{{^warnings}}", "{{/warnings}}", "<script>",
    ]
    let text = (0..<Int(random.next() % 12)).map { _ in
      parts[Int(random.next() % UInt64(parts.count))]
    }.joined()
    do {
      _ = try filled(text)
    } catch let refusal as DiagnosticList {
      #expect(refusal.diagnostics.allSatisfy { $0.place != nil }, "\(text)")
    }
  }
}
