import Scenarios
import Testing

/// Who is served first: each spelling of LEVERS.md F.
struct RationingReadingTests {
  private func model(_ text: String) throws -> ModelParameters {
    try Sample.decode("economy: x\nmodel: {\(text)}\n").base.model
  }

  @Test(arguments: [
    ("proportional", ModelParameters.Rationing.proportional),
    ("intermediate first", .intermediateFirst), ("final first", .finalFirst),
    ("final demand first", .finalFirst), ("domestic first", .domesticFirst),
    ("water filling", .waterFilling),
  ]) func everyWordIsRead(_ word: String, _ order: ModelParameters.Rationing) throws {
    let model = try model("rationing: \(word)")
    #expect(model.rationing == order && model.servedFirst == .nobody)
  }

  /// Names on the spot are those of `served first`: sectors and regions, by code or name, alone or in a list.
  @Test(arguments: [
    ("[34t35, JPN]", "{sectors: [34t35], regions: [JPN]}"),
    ("[JPN, 34t35, C, KOR]", "{sectors: [34t35, C], regions: [JPN, KOR]}"),
    ("[Construction]", "{sectors: [F]}"), ("[日本]", "{regions: [JPN]}"), ("E", "{sectors: [E]}"),
  ]) func namesOnTheSpotAreServedFirst(_ onTheSpot: String, _ served: String) throws {
    let found = try model("rationing: {named first: \(onTheSpot)}")
    let expected = try model("rationing: named first, served first: \(served)")
    #expect(found.rationing == .namedFirst && found.servedFirst == expected.servedFirst)
    #expect(found.servedFirst != .nobody)
  }

  /// A variant may turn to another word, and back.
  @Test func variantsChangeIt() throws {
    let decoded = try Sample.decode(
      """
      economy: x
      model: {rationing: {named first: [JPN]}}
      variants:
        pro rata: {model.rationing: proportional}
        cars: {model.rationing: {named first: [34t35]}}

      """)
    let orders = decoded.variants.map { $0.scenario.model }
    #expect(orders.map(\.rationing) == [.proportional, .namedFirst])
    #expect(orders.map(\.servedFirst.sectors) == [[], [7]])
    #expect(decoded.base.model.servedFirst.regions == [0])
  }

  /// A name that a sector and a region have is refused, with both ways to say which.
  @Test func aNameOfBothIsRefused() throws {
    let names = Names(sampleTable(regions: ["A", "B"], sectors: ["A", "x"]), [])
    #expect(throws: ScenarioProblem.Name.sectorAndRegion("A")) { try names.users("A") }
    #expect(try names.users("B") == [.region(1)] && names.users("x") == [.sector(1)])
  }
}
