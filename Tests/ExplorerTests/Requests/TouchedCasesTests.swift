import Diagnostics
import ScenarioText
import Testing

@testable import Explorer

struct TouchedCasesTests {
  private func settings(_ text: String) throws -> [String] {
    let document = try Parser.parse(Source(name: "test.yaml", text: text))
    return TouchedCases.off(in: document).map(\.setting)
  }

  @Test func casesOfAnEntryThatIsOffAreLeftOut() throws {
    let found = try settings(
      """
      shocks: [off, {ban: {exporter: CHN}}]
      responses: [off]
      variants:
        longer: {"shocks[0].closure.for": 90 days}
        other: {"shocks[1].ban.for": 90 days}
        "a.b, c": {horizon: 3 days, "responses[0].release.rate": 1 mb/d}
        on again: {"shocks[0]": {ban: {exporter: CHN}}}
        without: {responses: []}
        gone: off
      """)
    #expect(found == ["variants.longer=off", "variants.\"a.b, c\"=off"])
  }

  @Test(arguments: ["horizon: 3 days", "variants: 1", "variants: {a: 1}\nshocks: [off]"])
  func nothingIsLeftOutElsewhere(_ text: String) throws {
    #expect(try settings(text) == [])
  }
}
