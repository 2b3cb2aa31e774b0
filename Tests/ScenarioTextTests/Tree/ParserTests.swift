import Diagnostics
import ScenarioText
import Testing

@Suite struct ParserTests {
  @Test(arguments: fixtures) func treeIsThatOfAStandardLoader(_ fixture: Fixture) throws {
    let json = treeJSON(try parse(fixture.yaml).root)
    let lines = json.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.joined(separator: " ") == fixture.json)
  }

  @Test(arguments: fixtures) func lineEndsDoNotMatter(_ fixture: Fixture) throws {
    let unix = fixture.yaml.replacing("\r\n", with: "\n")
    let dos = unix.replacing("\n", with: "\r\n")
    #expect(shape(try parse(unix).root) == shape(try parse(dos).root))
  }

  @Test(arguments: fixtures) func placesLieInTheText(_ fixture: Fixture) throws {
    #expect(placesAreInside(try parse(fixture.yaml).root))
  }

  @Test(arguments: malformed) func refusalNamesItsProblemsAndPlaces(_ text: Malformed) throws {
    let error = #expect(throws: DiagnosticList.self) { try parse(text.text) }
    let diagnostics = try #require(error).diagnostics
    #expect(diagnostics.map(\.problem.code) == text.codes)
    for diagnostic in diagnostics {
      #expect(isInside(try #require(diagnostic.place)))
    }
  }

  @Test func placesPointAtKeysAndValues() throws {
    let root = try parse("a:\n  - b c: [x, 'y']\n").root
    guard case .mapping(let entries) = root.content,
      case .sequence(let items) = entries[0].value.content,
      case .mapping(let inner) = items[0].content,
      case .sequence(let values) = inner[0].value.content
    else {
      Issue.record("unexpected tree: \(treeJSON(root))")
      return
    }
    #expect(entries[0].keyPlace.range == 0..<1)
    #expect(inner[0].keyPlace.range == 7..<10)
    #expect(inner[0].value.place.range == 12..<20)
    #expect(values.map(\.place.range) == [13..<14, 16..<19])
    #expect(root.place.range == 0..<20)
  }

  @Test func onlyPlainScalarsArePlain() throws {
    let root = try parse("- a\n- 'a'\n- \"a\"\n- |\n  a\n-\n").root
    #expect(shape(root) == #"[p"a",q"a",q"a",q"a\n",p""]"#)
  }

  @Test func composedAndDecomposedKeysDiffer() throws {
    #expect(throws: Never.self) { try parse("\u{E9}: 1\ne\u{301}: 2\n") }
  }

  @Test(arguments: [[0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61]] as [[UInt8]])
  func utf16IsNamed(_ bytes: [UInt8]) {
    let error = #expect(throws: DiagnosticList.self) {
      try Parser.parse(Source(name: "t", bytes: bytes))
    }
    let first = error?.diagnostics.first
    #expect(first?.problem.message(in: .en) == "the file is UTF-16")
    #expect(first?.problem.message(in: .ja) == "ファイルが UTF-16 です")
  }

  @Test func bytesThatAreNotUTF8AreShownAndNamedOnce() {
    let shiftJIS: [UInt8] = Array("title: ".utf8) + [0x93, 0xFA, 0x96, 0x7B, 0x0A]
    let error = #expect(throws: DiagnosticList.self) {
      try Parser.parse(Source(name: "t", bytes: shiftJIS))
    }
    #expect(
      error?.text(in: .en) == #"""
        t:1:8: error: byte `\x93` is not UTF-8 text
          1 | title: \x93\xFA\x96{
            |        ^~~~
        help: save the file as UTF-8
        """#)
  }

  @Test func everyMistakeOfAFileIsReportedAtOnce() {
    let text = """
      title: "Hormuz
      economy g7
      shocks:
        - closure: {by: 90%, from:0}
        - ban: [a, b
        - price: @x
      title: again
      """
    let error = #expect(throws: DiagnosticList.self) { try parse(text) }
    let found = error?.diagnostics.map { "\($0.place?.start.line ?? 0) \($0.problem.code)" }
    #expect(
      found == [
        "1 unclosed-quote", "2 key-without-colon", "4 colon-without-space", "5 unclosed-bracket",
        "6 indicator", "7 duplicate-key",
      ])
  }

  @Test func fiftyMistakesAreShownAndTheRestMentioned() {
    let error = #expect(throws: DiagnosticList.self) {
      try parse(String(repeating: "- @\n", count: 60))
    }
    #expect(error?.diagnostics.count == 51)
    let last = error?.diagnostics.last
    #expect(last?.text(in: .en) == "note: there are more mistakes than the 50 shown")
    #expect(last?.text(in: .ja) == "注記: 誤りはここに示した 50 件のほかにもあります")
  }

  @Test func sixtyFourLevelsAreRead() throws {
    let lists = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(try shape(parse(lists).root) == lists)
    let items = try parse(String(repeating: "- ", count: 64) + "a").root
    #expect(shape(items) == lists.prefix(64) + #"p"a""# + lists.suffix(64))
  }
}
