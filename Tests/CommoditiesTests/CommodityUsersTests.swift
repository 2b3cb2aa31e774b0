import Diagnostics
import Quantities
import Testing

@testable import Commodities

/// Sectors whose exposed share nobody knows, and parts of a sector's output.
@Suite struct CommodityUsersTests {
  static func japan(_ old: String, _ new: String) throws -> Commodity.Importer {
    let folder = CommoditySample.folder(changing: "users.csv", old, to: new)
    return try CommodityCatalogue.load(folder: folder, name: "tin").importers[0]
  }

  @Test func aSectorWithoutExposedShareIsKeptApart() throws {
    let japan = try Self.japan(
      "JPN,26,exposed share,0.1,,,share,2024,e,this test,assumption,",
      "JPN,26,exposed share,,,,share,2024,e,none found,missing,")
    #expect(japan.users.map(\.sector) == ["30t33"])
    #expect(japan.otherUses.map(\.sector) == ["26"])
    #expect(japan.otherUses[0].share.value == 0.25)
  }

  @Test func whereOneIsMissingSharesMayStayBelowTheWhole() throws {
    let rows = """
      JPN,26,share of use,15,,,percent,2024,weight,this test,found,
      JPN,26,exposed share,,,,share,2024,e,none found,missing,
      """
    let old = """
      JPN,26,share of use,25,,,percent,2024,weight,this test,found,
      JPN,26,exposed share,0.1,,,share,2024,e,this test,assumption,
      """
    #expect(try Self.japan(old, rows).otherUses[0].share.value == 0.15)
    let above = CommoditySample.folder(
      changing: "users.csv", old, to: rows.replacing("15", with: "35"))
    #expect(CommodityBuilderTests.diagnostics(of: above).map(\.problem.code) == ["user-shares"])
  }

  @Test func aShareOfUseMayBeMissingOnlyWithTheExposedShare() throws {
    let both = try Self.japan(
      """
      JPN,26,share of use,25,,,percent,2024,weight,this test,found,
      JPN,26,exposed share,0.1,,,share,2024,e,this test,assumption,
      """,
      """
      JPN,26,share of use,,,,percent,2024,glass,none found,missing,
      JPN,26,exposed share,,,,share,2024,e,none found,missing,
      """)
    #expect(both.otherUses.map(\.share.value) == [nil])
    let one = CommoditySample.folder(
      changing: "users.csv", "JPN,26,share of use,25,,,percent,2024,weight,this test,found,",
      to: "JPN,26,share of use,,,,percent,2024,weight,none found,missing,")
    let codes = CommodityBuilderTests.diagnostics(of: one).map(\.problem.code)
    #expect(codes.contains("needed-value"))
  }

  @Test func rowsOfASectorNameOnePart() throws {
    let named = { (part: String) in
      CommoditySample.folder(
        changing: "users.csv", CommoditySample.files["users.csv"] ?? "",
        to: """
          importer,sector,part,measure,value,unit,year,source,confidence
          JPN,26,solder,share of use,1,share,2024,this test,found
          JPN,26,\(part),exposed share,0.1,share,2024,this test,found
          JPN,26,,criticality,0.2,share,2024,this test,found

          """)
    }
    let tin = try CommodityCatalogue.load(folder: named("solder"), name: "tin")
    #expect(tin.importers[0].users.map(\.part) == ["solder"])
    let wrong = CommodityBuilderTests.diagnostics(of: named("cans"))
    #expect(
      wrong.map(\.problem.code) == ["other-part"] && CommodityBuilderTests.cell(wrong[0]) == "cans")
  }
}

@Suite struct CommodityControlTests {
  static func controls() throws -> [Commodity.Control] {
    try CommodityCatalogue.load(folder: CommoditySample.folder(), name: "tin").controls
  }

  @Test(arguments: [
    ("2023-07-31", [false, false]), ("2023-08-01", [true, false]), ("2024-12-03", [true, true]),
    ("2025-11-10", [true, false]), ("2026-11-27", [true, false]), ("2026-11-28", [true, true]),
  ])
  func aControlIsInForceFromItsDayUnlessSuspended(_ date: String, _ inForce: [Bool]) throws {
    #expect(try Self.controls().map { $0.isInForce(on: date) } == inForce)
  }

  @Test func aControlMayEnd() {
    let embargo = Commodity.Control(
      country: "CHN", towards: "JPN", action: "embargo", kind: .ban, from: "2010-09-21",
      until: "2010-11-20", source: "this test", confidence: .found)
    #expect(embargo.isInForce(on: "2010-11-20") && !embargo.isInForce(on: "2010-11-21"))
  }
}
