import Diagnostics
import ScenarioText
import Testing

@Suite struct NodeYAMLTests {
  @Test(arguments: fixtures) func parsingWhatIsPrintedGivesTheSameTree(_ fixture: Fixture) throws {
    let root = try parse(fixture.yaml).root
    #expect(treeJSON(try parse(yaml(root)).root) == treeJSON(root))
  }

  @Test(arguments: 0..<300) func parsingAPrintedRandomTreeGivesItsTexts(_ seed: Int) throws {
    var trees = RandomTree(seed: UInt64(seed))
    let tree = trees.node(depth: 4)
    let printed = yaml(tree)
    let read = try parse(printed).root
    #expect(treeJSON(read) == treeJSON(tree), "\(printed)")
    // A plain scalar may need quotes, so printing is compared from the second time on.
    #expect(yaml(read) == printed)
  }

  @Test func whatAnEntrySaysStandsOnALine() throws {
    let text = "commodity: crude oil\nto: {USA: 100%}\nfor: [a, 'b, c']\n"
    guard case .mapping(let entries) = try parse(text).root.content else {
      Issue.record("no mapping")
      return
    }
    #expect(flow(entries) == "commodity: crude oil, to: {USA: 100%}, for: [a, \"b, c\"]")
  }

  @Test func blocksAreIndentedByTwoAndQuotesStandWhereNeeded() throws {
    let text = "{a: [1, [2, {b: c, d: []}]], 'e: f': \" g\", h: '', i: , j: -5, k: '- x', l: 'y'}"
    #expect(
      yaml(try parse(text).root) == """
        a:
          - 1
          - - 2
            - b: c
              d: []
        "e: f": " g"
        h: ""
        i:
        j: -5
        k: "- x"
        l: "y"

        """)
  }

  @Test(arguments: [
    "90%", "60 days", "2026-03-02", "1.3 mb/d", "uniform(30 days, 120 days)", "a#b", "x[0]", "-5",
    "日本 東京", "12:30", "it's", "~",
  ]) func ordinaryValuesNeedNoQuotes(_ value: String) throws {
    #expect(yaml(try parse(value).root) == value + "\n")
  }
}
