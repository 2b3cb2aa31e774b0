import Diagnostics
import ScenarioText
import Scenarios
import Testing

/// A file of nothing but mistakes is told of in a page, and in a moment.
@Suite struct ManyMistakesTests {
  static let count = 20_000
  static let head = "economy: sample\nstart: 2026-04-01\nhorizon: 30 days\n"

  static let files: [(name: String, text: String)] = [
    ("unknown keys", head + (0..<count).map { "k\($0): v\n" }.joined()),
    ("one node again and again", shock("nodes: [\(repeated("JPN.C"))], by: 50%")),
    (
      "unknown nodes", shock("nodes: [\((0..<count).map { "JPN.x\($0)" }.joined(separator: ", "))]")
    ),
    (
      "bad shocks",
      head + "shocks:\n"
        + String(repeating: "  - capacity: {nodes: [NO.C], by: 5, from: day x}\n", count: count)
    ),
    (
      "unknown shares",
      head
        + "responses:\n  - diversify: {commodity: rare earths, importer: JPN, from: CHN, to: {"
        + (0..<count).map { "X\($0): 1%" }.joined(separator: ", ") + "}, ramp: 5 points a year}\n"
    ),
    (
      "bad variants",
      head + "variants:\n" + (0..<2_000).map { "  v\($0): {horizon: \($0) apples}\n" }.joined()
    ),
  ]

  private static func repeated(_ node: String) -> String {
    [String](repeating: node, count: count).joined(separator: ", ")
  }

  private static func shock(_ keys: String) -> String {
    head + "shocks:\n  - capacity: {\(keys), from: day 1, for: 3 days}\n"
  }

  @Test(arguments: files.indices) func mistakesAreToldOfInAPage(_ index: Int) throws {
    let clock = ContinuousClock()
    let time = clock.measure {
      do {
        _ = try Sample.decode(Self.files[index].text)
        Issue.record("\(Self.files[index].name): accepted")
      } catch let list as DiagnosticList {
        let errors = list.diagnostics.count { $0.severity == .error }
        #expect(errors == 50, "\(Self.files[index].name)")
        #expect(list.diagnostics.last?.problem.code == "more")
        #expect(list.text(in: .en).utf8.count < 100_000)
      } catch {
        Issue.record("\(error)")
      }
    }
    #expect(time < .seconds(60), "\(Self.files[index].name): \(time)")
  }

  @Test(arguments: ["1e308 USD/bbl", "1e31 USD/bbl", "-1e308 USD/bbl"])
  func anAmountBeyondAnythingIsRefusedWithItsPlace(_ amount: String) throws {
    let text = Self.head + "shocks:\n  - price: {commodity: crude oil, to: \(amount)}\n"
    let list = try #require(throws: DiagnosticList.self) { try Sample.decode(text) }
    let codes = list.diagnostics.map(\.problem.code)
    #expect(codes.allSatisfy { ["too-large", "out-of-range", "not-finite"].contains($0) })
    #expect(list.diagnostics.allSatisfy { $0.place?.start.line == 5 })
  }
}
