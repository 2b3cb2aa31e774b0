import Scenarios
import Testing

@Suite struct VariantsTests {
  private let base = """
    economy: x
    model: {chain: 0.25, criticality: 0.5}
    shocks:
      - capacity: {nodes: [JPN.C], by: 10%, for: 30 days}
      - demand: {regions: [USA], sectors: [C], by: -10%}
    variants:

    """

  private func variant(_ changes: String) throws -> Scenario {
    try #require(try Sample.decode(base + "  \"v\": " + changes + "\n").variants.first).scenario
  }

  @Test func aVariantWithoutChangesIsTheBase() throws {
    let plain = try Sample.decode(base)
    #expect(try variant("{}").written(.shocks) == plain.base.written(.shocks))
    #expect(try variant("{}").model == plain.base.model)
  }

  @Test func aListIsReplaced() throws {
    #expect(try variant("{shocks: []}").written(.shocks).isEmpty)
  }

  @Test(arguments: [
    "{\"shocks[0].capacity.for\": 9 days}", "{\"shocks[0].capacity\": {for: 9 days}}",
    "{\"shocks[0]\": {capacity: {for: 9 days}}}",
  ]) func pathsAndNestedKeysMeanTheSame(_ changes: String) throws {
    let window = Window(from: 0, days: 9, recovery: .immediate)
    #expect(
      try variant(changes).written(.shocks).first
        == AnyLever(Capacity(nodes: [1], by: 0.1, window: window)))
  }

  @Test func anotherKindReplacesTheEntry() throws {
    let window = Window(from: 0, days: nil, recovery: .immediate)
    let changed = try variant("{\"shocks[1]\": {capacity: {nodes: [JPN.C], by: 3%}}}")
    #expect(
      changed.written(.shocks).last == AnyLever(Capacity(nodes: [1], by: 0.03, window: window)))
  }

  @Test func nestedKeysKeepTheOthers() throws {
    let model = try variant("{model: {criticality: 0.75}}").model
    #expect(model.criticalityDial == 0.75 && model.variety?.chain == 0.25)
  }

  @Test func missingGroupsAreMade() throws {
    #expect(try variant("{model.redirect.max: 5%}").model.redirectMax == 0.05)
  }

  @Test func aVariantMayChangeThePreset() throws {
    #expect(try variant("{model.preset: ario}").model.restockCap == .infinity)
  }
}
