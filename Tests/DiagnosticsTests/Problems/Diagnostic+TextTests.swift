import Diagnostics
import Testing

@Suite struct DiagnosticTextTests {
  @Test func placeLineCaretsAndHelpAreShown() {
    let text = "economy: g7\nregions: [JAP]\n"
    let shown = diagnostic("JAP", in: text, help: "did you mean `JPN`?")
    #expect(
      shown.text(in: .en) == """
        t:2:11: error: wrong
          2 | regions: [JAP]
            |           ^~~
        help: did you mean `JPN`?
        """)
    #expect(
      shown.text(in: .ja) == """
        t:2:11: エラー: 誤り
          2 | regions: [JAP]
            |           ^~~
        対処: 直す
        """)
  }

  @Test func withoutAPlaceOnlyTheSentenceIsShown() {
    let warning = Diagnostic(.warning, TestProblem())
    let note = Diagnostic(.note, TestProblem(help: "x"))
    #expect(warning.text(in: .en) == "warning: wrong")
    #expect(warning.text(in: .ja) == "警告: 誤り")
    #expect(note.text(in: .en) == "note: wrong\nhelp: x")
    #expect(note.text(in: .ja) == "注記: 誤り\n対処: 直す")
  }

  @Test(arguments: [
    ("題: １０%", "１０", "題: １０%", "    ^~~~"), ("か\u{3099}x", "x", "か\u{3099}x", "  ^"),
    ("😀👨‍👩‍👧x", "x", "😀👨‍👩‍👧x", "    ^"), ("\tx", "x", "    x", "    ^"), ("ab\tx", "x", "ab  x", "    ^"),
    ("日\tx", "x", "日  x", "    ^"), ("\u{1B}x", "x", #"\u{1B}x"#, "      ^"),
    ("a\u{202E}x", "x", #"a\u{202E}x"#, "         ^"), ("\u{FEFF}ax", "x", "ax", " ^"),
    ("日本", "日本", "日本", "^~~~"), ("a\r\nb", "a", "a", "^"), ("a: b\nc", "b\nc", "a: b", "   ^"),
  ]) func caretsAlignInColumnsOfATerminal(
    _ text: String, _ piece: String, _ shown: String, _ carets: String
  ) {
    let lines = diagnostic(piece, in: text).text(in: .en).split(separator: "\n")
    #expect(lines.dropFirst().elementsEqual(["  1 | " + shown, "    | " + carets]))
  }

  @Test func bytesThatAreNotUTF8AreEscaped() {
    let source = Source(name: "t", bytes: [0x61, 0xFF, 0x62, 0xE3, 0x81])
    let place = Place(source: source, range: 2..<3)
    #expect(
      Diagnostic(.error, TestProblem(), at: place).text(in: .en) == #"""
        t:1:3: error: wrong
          1 | a\xFFb\xE3\x81
            |      ^
        """#)
  }

  @Test(arguments: [(0, 0, "abc", "^"), (3, 3, "abc", "   ^"), (4, 4, "", "^"), (99, 120, "", "^")])
  func pointsAndEndsOfTextHaveACaret(_ start: Int, _ end: Int, _ line: String, _ carets: String) {
    let place = Place(source: Source(name: "t", text: "abc\n"), range: start..<end)
    let shown = Diagnostic(.error, TestProblem(), at: place).text(in: .en)
    #expect(shown.hasSuffix(" | \(line)\n    | \(carets)"))
  }

  @Test func namesAndSentencesCannotDisturbTheTerminal() {
    let place = Place(source: Source(name: "a\u{1B}b", text: "x"), range: 0..<1)
    let shown = Diagnostic(.error, TestProblem("no\n\u{7}"), at: place).text(in: .en)
    #expect(shown.hasPrefix(#"a\u{1B}b:1:1: error: no\n\u{7}"# + "\n"))
  }

  @Test(arguments: [0, 1, 59, 118, 119, 121, 500, 997, 998, 999], ["x", "日"])
  func longLinesAreCutAroundTheCaret(_ index: Int, _ filler: String) {
    let before = String(repeating: filler, count: index)
    let text = before + "@" + String(repeating: filler, count: 999 - index)
    let lines = diagnostic("@", in: text).text(in: .en).split(separator: "\n")
    let line = String(lines[1].dropFirst(6))
    let mark = line.firstIndex(of: "@").map { displayWidth(String(line[..<$0])) }
    #expect((115...120).contains(displayWidth(line)))
    #expect(mark == lines[2].dropFirst(6).firstIndex(of: "^").map { lines[2][..<$0].count - 6 })
    #expect(line.hasPrefix("…") == (line.first != text.first))
    #expect(line.hasSuffix("…") == (line.last != text.last))
  }

  @Test func listIsSortedAndJoined() {
    let source = Source(name: "t", text: "ab")
    let list = DiagnosticList([
      Diagnostic(.error, TestProblem("second"), at: Place(source: source, range: 1..<2)),
      Diagnostic(.error, TestProblem("first"), at: Place(source: source, range: 0..<1)),
    ])
    #expect(
      list.text(in: .en) == """
        t:1:1: error: first
          1 | ab
            | ^
        t:1:2: error: second
          1 | ab
            |  ^
        """)
  }
}
