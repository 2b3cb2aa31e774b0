import Diagnostics
import Scenarios
import Testing

@Suite struct KeyReferenceTests {
  @Test(arguments: [
    "shocks[].closure.by", "shocks[0].closure.by", "shocks.closure.by", "closure.by",
  ])
  func aPathOrItsEndFindsTheKey(_ name: String) throws {
    let text = try KeyReference.explain(name, in: .en)
    #expect(
      text == """
        shocks[].closure.by
          share of the flow through it that is lost; closures of one chokepoint at the same time multiply what passes
          value: number with unit
          units: %
          default: `100%`
          range: 0% to 100%
          example: `by: 90%`

        """)
  }

  @Test func japaneseIsJapanese() throws {
    let text = try KeyReference.explain("horizon", in: .ja)
    #expect(text.contains("計算する日数") && text.contains("既定値: `365 days`"))
    #expect(text.contains("範囲: 1 day 〜 36500 days"))
  }

  @Test func severalKeysAreListed() throws {
    let lines = try KeyReference.explain("recovery", in: .en).split(separator: "\n")
    #expect(lines.count == KeyTable.keys.filter { $0.name == "recovery" }.count)
  }

  @Test func groupsListTheirKeys() throws {
    #expect(try KeyReference.explain("redirect", in: .en).contains("model.redirect.speed: growth"))
    let below = try KeyReference.explain("thrift", in: .en).split(separator: "\n")
    let rate = try #require(below.first { $0.hasPrefix("  responses[].thrift.by") })
    #expect(rate.hasSuffix("[%, % a year; default `6.7%`; 0% to 99%]"), "\(rate)")
    let user = try #require(below.first { $0.hasPrefix("  responses[].thrift.importers") })
    #expect(user.hasSuffix("[required]"))
    #expect(try KeyReference.explain("thrift", in: .ja).contains("［%, % a year、既定値 `6.7%`、"))
    #expect(try KeyReference.explain("shocks", in: .en).contains("shocks[].ban: an export ban"))
  }

  @Test func presetsThatDifferAreBothShown() throws {
    #expect(
      try KeyReference.explain("model.psi", in: .en)
        .contains("default: `bundled`, preset ario `0.8`"))
  }

  @Test func unknownKeysSuggest() {
    let error = #expect(throws: DiagnosticList.self) {
      try KeyReference.explain("horizn", in: .en)
    }
    #expect(
      error?.diagnostics.first?.problem.message(in: .en)
        == "unknown key `horizn`; did you mean `horizon`?")
  }

  @Test(arguments: Language.allCases) func markdownHasARowForEveryKey(_ language: Language) {
    let rows = KeyReference.markdown(language).split(separator: "\n").filter {
      $0.hasPrefix("| `")
    }
    #expect(rows.count == KeyTable.keys.count)
    for row in rows {
      #expect(row.split(separator: "|", omittingEmptySubsequences: false).count == 8)
    }
  }
}
