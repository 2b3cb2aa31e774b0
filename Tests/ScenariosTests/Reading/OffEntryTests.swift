import Diagnostics
import ScenarioText
import Scenarios
import Testing

/// Entries of a list that are off.
struct OffEntryTests {
  private let head = "economy: x\nstart: 2024-01-01\nhorizon: 100 days\nshocks:\n"
  private let bans = [10, 20, 30].map {
    "ban: {exporter: CHN, importer: JPN, products: [rare earths], from: day \($0)}"
  }

  private func decode(_ items: [String], variants: String = "") throws -> DecodedScenario {
    let document = try Sample.document(head + items.map { "  - \($0)\n" }.joined() + variants)
    return try ScenarioDecoder.decode(
      document, names: try Sample.names.get(), defaults: try Sample.defaults.get())
  }

  @Test(arguments: 0..<3) func anEntryThatIsOffIsNotThere(_ off: Int) throws {
    var switched = bans
    switched[off] = "off"
    var short = bans
    short.remove(at: off)
    let one = try decode(switched).base
    let other = try decode(short).base
    #expect(one.levers.map { "\($0.lever)" } == other.levers.map { "\($0.lever)" })
    // The others keep their numbers.
    #expect(one.levers.map(\.index) == [0, 1, 2].filter { $0 != off })
  }

  @Test func allMayBeOff() throws {
    #expect(try decode(["off", "off"]).base.levers.isEmpty)
  }

  @Test func aVariantSwitchesAnEntryOff() throws {
    let decoded = try decode(bans, variants: "variants:\n  less: {\"shocks[1]\": off}\n")
    #expect(decoded.base.levers.count == 3)
    #expect(decoded.variants.map { $0.scenario.levers.map(\.index) } == [[0, 2]])
  }

  @Test func aVariantMayBeOff() throws {
    let variants = "variants:\n  one: {horizon: 3 days}\n  two: off\n  three: {horizon: 4 days}\n"
    let decoded = try decode(bans, variants: variants)
    #expect(decoded.variants.map(\.name) == ["one", "three"])
  }

  @Test func fillingDefaultsKeepsIt() throws {
    let document = try Sample.document(head + "  - off\n  - \(bans[0])\n")
    let filled = yaml(KeyTable.filled(document).root)
    #expect(filled.contains("  - off\n"))
    let again = try Sample.document(filled)
    #expect(yaml(again.root) == filled)
  }

  @Test(arguments: ["on", "OFF", "false", "none"]) func noOtherWordStandsForAnEntry(
    _ word: String
  ) throws {
    let error = #expect(throws: DiagnosticList.self) { try decode([word]) }
    #expect(error?.diagnostics.map(\.problem.code) == ["one-kind"])
  }
}
