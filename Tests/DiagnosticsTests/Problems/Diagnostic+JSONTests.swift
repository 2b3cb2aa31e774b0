import Diagnostics
import Testing

@Suite struct DiagnosticJSONTests {
  @Test func membersStandInAFixedOrder() {
    let list = DiagnosticList([
      Diagnostic(.warning, TestProblem()), diagnostic("日", in: "a\nb: 日\n", help: "say \"c\""),
    ])
    let placed =
      #"{"code": "test", "severity": "error", "file": "t", "line": 2, "column": 4, "#
      + #""end_line": 2, "end_column": 5, "message": "wrong", "help": "say \"c\""}"#
    let whole =
      #"{"code": "test", "severity": "warning", "file": null, "line": null, "column": null, "#
      + #""end_line": null, "end_column": null, "message": "wrong", "help": null}"#
    #expect(
      list.json(in: .en) == """
        {
          "schema": "sonae.diagnostics/1",
          "diagnostics": [
            \(placed),
            \(whole)
          ]
        }

        """)
  }

  @Test func sentencesFollowTheLanguage() {
    let json = [diagnostic("a", in: "a", help: "x")].json(in: .ja)
    #expect(json.contains(#""message": "誤り", "help": "直す""#))
  }

  @Test func noMessagesAreAnEmptyList() {
    let json = [Diagnostic]().json(in: .en)
    #expect(json == "{\n  \"schema\": \"sonae.diagnostics/1\",\n  \"diagnostics\": []\n}\n")
  }
}
