import Diagnostics
import Reporting
import Testing

@testable import Explorer

struct RefusalTests {
  @Test func aMistakeOfAChangeNamesItsPath() {
    let source = Source(name: Refusal.settingSource, text: "shocks[0].ban.by=2")
    let place = Place(source: source, range: 17..<18)
    let text = Refusal.json([Diagnostic(.error, ExplorerProblem.tooMuch, at: place)]).compact
    #expect(text.contains(#""path":"shocks[0].ban.by""#))
    #expect(text.contains(#""line":1,"column":18"#))
  }

  @Test func aMistakeOfTheFileHasItsPlace() {
    let source = Source(name: "a.yaml", text: "x: 1\ny: 2=3\n")
    let place = Place(source: source, range: 5..<6)
    let text = Refusal.json([Diagnostic(.error, ExplorerProblem.tooMuch, at: place)]).compact
    #expect(text.contains(#""path":null,"file":"a.yaml","line":2,"column":1"#))
  }
}
