import Commodities
import Diagnostics
import InputOutputTables
import Scenarios
import Testing

/// Scenarios written in the codes of one economy, on another.
@Suite struct OtherClassificationTests {
  static let names = Result {
    let commodities = try CommodityCatalogue.bundled()
      .filter { ["crude oil", "rare earths"].contains($0.name) }
    return (
      joined: Names(try EconomyLoader.load("world-2022").table, commodities),
      detail: Names(try EconomyLoader.load("world-2022-detail").table, commodities),
      old: Names(try EconomyLoader.load("g7plus-2011").table, commodities)
    )
  }

  @Test func theSameIndustryIsFoundAndSaid() throws {
    let names = try Self.names.get()
    #expect(try names.detail.nodes("JPN.23") == names.detail.nodes("JPN.C19"))
    #expect(try names.detail.products("23") == names.detail.products("C19"))
    #expect(try names.joined.sector("C19") == names.joined.sector("23"))
    let found = names.detail.translation(of: "JPN.23")
    #expect(found?.written == "23" && found?.codes == ["C19"])
    #expect(names.detail.translation(of: "JPN.C19") == nil)
    #expect(names.detail.translation(of: "JPN") == nil)
  }

  @Test(arguments: ["34t35", "24", "C", "30t33"]) func partsAreNamed(_ code: String) throws {
    let names = try Self.names.get()
    let error = try #require(throws: ScenarioProblem.Name.self) { try names.detail.sector(code) }
    #expect(error.code == "other-sectors")
    guard case .otherSectors(_, let related) = error else { return }
    #expect(related.count > 1)
    for part in related {
      #expect(throws: ScenarioProblem.Name.otherSectors(part, related: [code])) {
        try names.joined.sector(part)
      }
    }
  }

  @Test(arguments: [
    ("34t35", ["C29", "C301", "C302T309"]), ("24", ["C20", "C21"]),
    ("C", ["B05", "B06", "B07", "B08", "B09"]), ("30t33", ["C26", "C27"]),
    // Textiles with leather, as `world-2022` has them, not textiles alone.
    ("17t18", ["C13T15"]),
  ])
  func aListHasAllParts(_ code: String, _ parts: [String]) throws {
    let names = try Self.names.get().detail
    let sectors = try parts.map { try names.sector($0) }
    #expect(try names.sectors(code) == sectors)
    #expect(try names.products(code) == sectors.map { .sector($0) })
    #expect(try names.users(code) == sectors.map { .sector($0) })
    #expect(try names.nodes("JPN." + code) == parts.flatMap { try names.nodes("JPN." + $0) })
    #expect(try names.nodes("*." + code).count == parts.count * names.nodes("*.C26").count)
    #expect(names.translation(of: "JPN." + code)?.codes == parts)
  }

  @Test func aPartIsNoWhole() throws {
    let names = try Self.names.get()
    for part in ["C26", "C20", "B06"] {
      #expect(throws: ScenarioProblem.Name.self) { try names.joined.sectors(part) }
    }
    // All of the parts together are it, one after the other is not.
    #expect(throws: ScenarioProblem.Name.self) { try names.joined.products("C301") }
  }

  @Test func whatIsInsideAnotherIsNamed() throws {
    let names = try Self.names.get()
    #expect(throws: ScenarioProblem.Name.otherSectors("19", related: ["17t18"])) {
      try names.joined.products("19")
    }
    #expect(try names.old.sector("19") != names.old.sector("17t18"))
  }

  @Test func defaultsReachTheNewCodes() throws {
    let defaults = try SectorDefaults.bundled()
    let codes = try EconomyLoader.load("world-2022-detail").table.sectors.map(\.code)
    let model = defaults.model(for: codes, level: .central, flows: false)
    #expect(model.unknown.isEmpty && model.undifferentiated.isEmpty)
    let at = { (code: String) in codes.firstIndex(of: code) ?? 0 }
    let vehicles = try #require(defaults.products["34t35"])
    for part in ["C29", "C301", "C302T309"] {
      #expect(model.inventoryDays[at(part)] == vehicles.days[1])
      #expect(model.differentiated[at(part)] == vehicles.differentiated)
      #expect(model.coverOfAverage[at(part)] == vehicles.coverOfAverage)
    }
    // Ores stop metal making, as mining stops basic metals.
    #expect(model.criticality[at("B07") * codes.count + at("C24A")] == 1)
    #expect(model.criticality[at("B06") * codes.count + at("C26")] == 0)
  }
}
