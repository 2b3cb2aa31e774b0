import Diagnostics
import Quantities
import Testing

@testable import Commodities

/// Whole ways through several chokepoints, and longer ways around one.
struct CommodityRouteTests {
  private static let header =
    "importer,origins,chokepoint,measure,value,unit,year,basis,source,confidence,note\n"
  private static let secondStrait = """
    Sunda Strait,スンダ海峡,flow,50,t/d,2024,all buyers,this test,found,
    Sunda Strait,スンダ海峡,bypass,,t/d,2024,ways around,none found,missing,

    """

  private static func folder(_ rows: [String]) -> [(name: String, bytes: [UInt8])] {
    CommoditySample.folder().map { name, bytes in
      switch name {
      case "routes.csv":
        let lines = rows.map { "\($0),2024,share,this test,found,\n" }.joined()
        return (name, Array((header + lines).utf8))
      case "chokepoints.csv": return (name, bytes + Array(secondStrait.utf8))
      default: return (name, bytes)
      }
    }
  }

  private static func importer(_ rows: [String]) throws -> Commodity.Importer {
    try CommodityCatalogue.load(folder: folder(rows), name: "tin").importers[0]
  }

  private static func mistakes(_ rows: [String]) -> [String] {
    do throws(DiagnosticList) {
      _ = try CommodityCatalogue.load(folder: folder(rows), name: "tin")
      return []
    } catch {
      return error.diagnostics.map(\.problem.code)
    }
  }

  @Test func aWayPassesAllItsChokepoints() throws {
    let japan = try Self.importer([
      "JPN,ASEAN,Strait of Malacca; Sunda Strait,share along,12,percent",
      "JPN,ASEAN,Strait of Malacca; Sunda Strait,travel days,14,days",
      "JPN,ASEAN,Sunda Strait,share along,8,percent",
      "JPN,CHN,,share along,60,percent",
    ])
    #expect(
      japan.ways.map(\.chokepoints) == [
        ["Strait of Malacca", "Sunda Strait"], ["Sunda Strait"], [],
      ])
    #expect(japan.ways.map(\.share.value) == [0.12, 0.08, 0.6])
    #expect(
      japan.ways[0].travelDays?.value == 14 && japan.ways[0].origins == ["IDN", "MYS", "THA"])
    #expect(japan.routes.isEmpty)
    #expect(japan.shareThrough("Strait of Malacca")?.value == 0.12)
    #expect(abs((japan.shareThrough("Sunda Strait")?.value ?? 0) - 0.2) < 1e-12)
    #expect(japan.passes("Sunda Strait") && !japan.passes("Suez Canal"))
    #expect(japan.shareThrough("Suez Canal") == nil)
  }

  @Test func aLongerWayIsOfOneChokepoint() throws {
    let japan = try Self.importer([
      "JPN,ASEAN,Strait of Malacca; Sunda Strait,share along,12,percent",
      "JPN,ASEAN,Strait of Malacca,detour days,4,days",
      "JPN,ASEAN,Strait of Malacca,detour share,75,percent",
    ])
    #expect(japan.routes.count == 1 && japan.ways.count == 1)
    #expect(japan.routes[0].detour?.days.value == 4 && japan.routes[0].detour?.share?.value == 0.75)
    #expect(
      Self.mistakes([
        "JPN,ASEAN,Strait of Malacca; Sunda Strait,detour days,4,days",
        "JPN,ASEAN,Strait of Malacca; Sunda Strait,share through,4,percent",
      ]) == ["measure-of-one-chokepoint", "measure-of-one-chokepoint"])
  }

  @Test func daysOfAWayNeedItsShare() {
    #expect(
      Self.mistakes(["JPN,ASEAN,Strait of Malacca; Sunda Strait,travel days,14,days"])
        == ["incomplete"])
  }

  @Test func waysCarryNoMoreThanAnOriginSupplies() {
    // IDN supplies 30%: all of ASEAN's, of which one way carries five sixths and the other two thirds.
    #expect(
      Self.mistakes([
        "JPN,ASEAN,Strait of Malacca,share along,25,percent", "JPN,IDN,,share along,20,percent",
      ]) == ["ways-above-origin"])
    #expect(
      Self.mistakes([
        "JPN,ASEAN,Strait of Malacca,share along,10,percent", "JPN,IDN,,share along,20,percent",
      ]).isEmpty)
  }

  @Test func everyMistakeIsFoundAtOnce() {
    #expect(
      Self.mistakes([
        "JPN,ASEAN,Strait of Malacca,share along,40,percent",
        "JPN,CHN,Sunda Strait; Sunda Strait,share along,10,percent",
        "JPN,CHN,Sunda Strait,share through,10,percent",
        "JPN,CHN,Malacca,share along,10,percent",
      ]) == [
        "route-above-origins", "chokepoint-twice", "shares-of-both-kinds", "unknown-chokepoint",
      ])
  }
}
