import Diagnostics
import ScenarioText
import Testing

@Suite struct DocumentGettingTests {
  private let text = "a: {b: [x, {c: 3}]}\n'd.e': f\n"

  private func text(at path: String) throws -> String? {
    let document = try Parser.parse(Source(name: "t", text: text))
    guard case .scalar(let found, _) = document.node(at: path)?.content else { return nil }
    return found
  }

  @Test(arguments: [("a.b[0]", "x"), ("a.b[1].c", "3"), ("'d.e'", "f")])
  func pathsLeadToTheirNodes(_ path: String, _ expected: String) throws {
    #expect(try text(at: path) == expected)
  }

  @Test(arguments: ["a.x", "a.b[2]", "a[0]", "a.b.c", "a.b[+]", "", "a..b", "d.e"])
  func whereNothingIsThereIsNone(_ path: String) throws {
    #expect(try text(at: path) == nil)
  }

  /// What is set at a path is found there.
  @Test(arguments: ["a.b[0]", "a.b[1].c", "g.h"])
  func whatIsSetIsFound(_ path: String) throws {
    let document = try Parser.parse(Source(name: "t", text: text))
    let changed = try document.setting(path: path, value: Source(name: "v", text: "new"))
    guard case .scalar(let found, _) = changed.node(at: path)?.content else {
      Issue.record("nothing at \(path)")
      return
    }
    #expect(found == "new")
  }
}
