import Diagnostics
import ScenarioText
import Testing

@Suite struct DocumentSettingTests {
  private static let text = """
    model: {psi: 0.5, supplier choice: delivery}
    shocks:
      - closure: {by: 90%, for: 60 days}
      - ban: {by: 1}
    variants: {"no release": {x: 1}, a.b: 2}
    empty:
    title: T

    """

  private func set(_ override: String) throws -> String {
    let document = try parse(DocumentSettingTests.text)
    let changed = try document.setting(Source(name: "--set", text: override))
    return yaml(changed.root)
  }

  private func original() throws -> String { yaml(try parse(DocumentSettingTests.text).root) }

  @Test(arguments: [
    ("shocks[0].closure.for=180 days", "for: 60 days", "for: 180 days"),
    ("model.supplier choice=fixed", "choice: delivery", "choice: fixed"),
    (#"variants."no release".x=[]"#, "x: 1", "x: []"),
    ("variants.'no release'.x=2", "x: 1", "x: 2"),
    (#"variants."a.b"=3"#, "a.b: 2", "a.b: 3"),
    ("title=日本: 'x'", "title: T", "title:\n  日本: \"x\""),
    (
      "shocks=[]",
      "shocks:\n  - closure:\n      by: 90%\n      for: 60 days\n  - ban:\n      by: 1",
      "shocks: []"
    ),
    ("empty.new.key=1", "empty:", "empty:\n  new:\n    key: 1"),
    ("title=", "title: T", "title:"),
    ("title=a=b", "title: T", "title: a=b"),
    ("added.by=x", "title: T\n", "title: T\nadded:\n  by: x\n"),
    ("shocks[+]={ban: {by: 2}}", "by: 1\n", "by: 1\n  - ban:\n      by: 2\n"),
    ("shocks[+].ban.by=2", "by: 1\n", "by: 1\n  - ban:\n      by: 2\n"),
    ("empty[+]=x", "empty:", "empty:\n  - x"),
    ("empty[+]=[x, y]", "empty:", "empty:\n  - x\n  - y"),
    (
      "shocks[+]=[{ban: {by: 2}}, {cut: 3}]", "by: 1\n",
      "by: 1\n  - ban:\n      by: 2\n  - cut: 3\n"
    ),
    ("shocks[+]=[]", "by: 1\n", "by: 1\n"),
    ("added[+]=x", "title: T\n", "title: T\nadded:\n  - x\n"),
  ]) func oneValueChangesAndNothingElse(_ override: String, _ old: String, _ new: String) throws {
    let before = try original()
    #expect(before.contains(old))
    #expect(try set(override) == before.replacing(old, with: new))
  }

  @Test func settingWhatIsThereChangesNothing() throws {
    #expect(try set("shocks[1].ban.by=1") == original())
  }

  @Test func rootListsAreIndexed() throws {
    let changed = try parse("[a, [b, c]]").setting(Source(name: "--set", text: "[1][0]=d"))
    #expect(shape(changed.root) == #"[p"a",[p"d",p"c"]]"#)
  }

  @Test func pathsAndValuesMayComeApart() throws {
    let value = Source(name: "--vary", text: "30 days")
    let path = "shocks[0].closure.for"
    let document = try parse(DocumentSettingTests.text)
    let bySource = try document.setting(path: path, value: value)
    let node = try Parser.parse(value).root
    let byNode = try document.setting(path: path, at: node.place, value: node)
    #expect(yaml(bySource.root) == yaml(byNode.root))
    #expect(yaml(byNode.root).contains("for: 30 days"))
  }

  @Test func pathProblemsStandAtTheValueWhenThePathHasNoPlace() throws {
    let value = Source(name: "--vary", text: "30 days")
    let document = try parse(DocumentSettingTests.text)
    let error = #expect(throws: DiagnosticList.self) {
      try document.setting(path: "shocks[7]", value: value)
    }
    #expect(error?.diagnostics.first?.place == Place(source: value, range: 0..<7))
  }

  @Test(arguments: [
    "=1", ".a=1", "a..b=1", "a.=1", "shocks[=1", "shocks[x]=1", "shocks[-1]=1", "shocks[]=1",
    "shocks[0]x=1", "shocks[++]=1", "shocks[+1]=1", "\"a=1", "\"a\"b=1",
    "shocks[99999999999999999999]=1",
    String(repeating: "a.", count: 64) + "a=1",
  ]) func whatIsNoPathIsRefused(_ override: String) {
    let error = #expect(throws: DiagnosticList.self) { try set(override) }
    let codes = error?.diagnostics.map(\.problem.code)
    #expect(codes == [override == "\"a=1" ? "path-without-value" : "path"])
  }

  @Test func mistakesInTheValueArePlacedInTheOverride() {
    let error = #expect(throws: DiagnosticList.self) { try set("title=[a") }
    #expect(
      error?.text(in: .en) == """
        --set:1:7: error: `[` is not closed on its line
          1 | title=[a
            |       ^
        help: close it on the same line, or write one item a line without brackets
        """)
  }
}
