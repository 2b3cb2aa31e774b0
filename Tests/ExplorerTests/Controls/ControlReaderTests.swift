import Diagnostics
import Files
import ScenarioText
import Scenarios
import Testing

@testable import Explorer

struct ControlReaderTests {
  private func document(_ text: String) throws -> Document {
    try Timeline.expanded(try Parser.parse(Source(name: "test.yaml", text: text)))
  }

  private func groups(_ text: String) throws -> [ControlGroup] {
    ControlReader(try document(text)).groups
  }

  private static let scenarios = BundledData.paths(in: "Scenarios")

  /// The scenario of a bundled path.
  private func scenario(_ path: String) throws -> Document {
    let bytes = try #require(BundledData.bytes(of: path))
    return try Timeline.expanded(try Parser.parse(Source(name: path, bytes: bytes)))
  }

  @Test(arguments: scenarios) func settingAValueToItselfChangesNothing(_ path: String) throws {
    let document = try scenario(path)
    let before = yaml(KeyTable.filled(document).root)
    for control in ControlReader(document).groups.flatMap(\.controls) where control.isGiven {
      let set = try document.setting(
        Source(name: "--set", text: "\(control.path)=\(control.value)"))
      #expect(yaml(KeyTable.filled(set).root) == before, "\(control.path)")
    }
  }

  @Test(arguments: scenarios) func everyNumericKeyHasASliderThatHoldsIt(_ path: String) throws {
    for control in ControlReader(try scenario(path)).groups.flatMap(\.controls) {
      guard case .number(let number?, let range, let prefix, let suffix, _) = control.kind else {
        // A word, or a value of another kind.
        let isNumber = control.value.first?.isNumber == true
        #expect(!isNumber || control.kind == .date || control.kind == .text, "\(control.path)")
        continue
      }
      #expect(range.low - range.step <= number && number <= range.high, "\(control.path)")
      #expect(control.value.hasPrefix(prefix), "\(control.path)")
      #expect(
        !suffix.isEmpty || Double(control.value.dropFirst(prefix.count)) == number,
        "\(control.path)")
    }
  }

  @Test func entriesComeFirstAndTheModelLast() throws {
    let found = try groups(
      """
      start: 2026-01-01
      shocks:
        # From a white paper,
        # page 3.
        - closure: {chokepoint: Strait of Hormuz, by: 90%, for: 60 days}
        - off
      responses:
        - release: {commodity: crude oil, holders: {JPN: 80 Mbbl, "A.B": 2 Mbbl}, from: 2026-01-05}
      """)
    #expect(
      found.map(\.path) == ["shocks[0]", "shocks[1]", "responses[0]", "", "model"])
    #expect(found[0].source == "From a white paper, page 3.")
    #expect(found[1].isOff && found[1].controls.isEmpty)
    let paths = found[2].controls.map(\.path)
    #expect(paths.contains("responses[0].release.holders.JPN"))
    #expect(paths.contains("responses[0].release.holders.\"A.B\""))
    let from = found[2].controls.first { $0.name == "from" }
    #expect(from?.kind == .date)
    #expect(found[3].controls.map(\.path) == ["start", "horizon"])
  }

  @Test func eachKindOfValueHasItsControl() throws {
    let found = try groups(
      """
      shocks: [{closure: {chokepoint: Strait of Hormuz, by: 90%, from: day 5, for: unlimited}}]
      """)
    let controls = Dictionary(
      uniqueKeysWithValues: found.flatMap(\.controls).map { ($0.path, $0) })
    func kind(_ path: String) -> Control.Kind? { controls[path]?.kind }
    guard case .number(5, _, "day ", "", _)? = kind("shocks[0].closure.from"),
      case .number(90, _, "", "%", _)? = kind("shocks[0].closure.by"),
      case .number(nil, _, "", " days", _)? = kind("shocks[0].closure.for")
    else {
      Issue.record("\(controls)")
      return
    }
    #expect(controls["shocks[0].closure.for"]?.key.words == ["unlimited"])
    #expect(kind("shocks[0].closure.chokepoint") == .text)
    #expect(kind("model.flows") == .flag)
    #expect(kind("model.preset") == .choice)
    #expect(controls["model.preset"]?.isGiven == false)
  }
}
