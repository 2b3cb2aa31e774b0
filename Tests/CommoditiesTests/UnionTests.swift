import Quantities
import Testing

@testable import Commodities

/// Members of the European Union without rows of their own.
@Suite struct UnionTests {
  /// The tin of tests, bought by `importers`, with the Union's shares.
  private static func tin(_ importers: [String], trade: String = "") throws -> Commodity {
    let use = importers.map { "\($0),use,100,,,t/year,2024,u,this test,found,\n" }.joined()
    let shares = """
      EU27,CHN,60,percent,2024,weight,this test,found,
      EU27,IDN,30,percent,2024,weight,this test,found,

      """
    let files = CommoditySample.folder().map { file in
      switch file.name {
      case "use.csv": (file.name, file.bytes + Array(use.utf8))
      case "trade.csv": (file.name, file.bytes + Array((shares + trade).utf8))
      default: file
      }
    }
    return try CommodityCatalogue.load(folder: files, name: "tin")
  }

  private static func origins(_ code: String, in tin: Commodity) -> [String: Double] {
    let importer = tin.importers.first { $0.code == code }
    return Dictionary(uniqueKeysWithValues: importer?.origins.map { ($0.origin, $0.share) } ?? [])
  }

  @Test(arguments: ["DEU", "REU", "EST"]) func theyTakeItsShares(_ member: String) throws {
    let tin = try Self.tin(["EU27", member])
    let found = Self.origins(member, in: tin)
    #expect(found == Self.origins("EU27", in: tin))
    #expect(found.mapValues { ($0 * 1000).rounded() } == ["CHN": 600, "IDN": 300, "OTHER": 100])
    let figure = try #require(tin.importers.last?.origins.first?.figure)
    #expect(figure.confidence == .assumption && figure.basis.hasSuffix("taken for \(member)"))
  }

  @Test func theirOwnRowsGoFirst() throws {
    let tin = try Self.tin(
      ["EU27", "DEU"], trade: "DEU,PER,100,percent,2024,weight,this test,found,\n")
    #expect(Self.origins("DEU", in: tin) == ["PER": 1])
  }

  @Test func othersDoNot() throws {
    let tin = try Self.tin(["EU27", "GBR"])
    #expect(Self.origins("GBR", in: tin).isEmpty)
  }

  @Test func itIsNoImporterBesideItsMembers() throws {
    #expect(try Self.tin(["EU27", "DEU"]).importersApart.map(\.code) == ["JPN", "KOR", "DEU"])
    #expect(
      try Self.tin(["EU27", "GBR"]).importersApart.map(\.code) == ["JPN", "KOR", "EU27", "GBR"])
  }

  @Test func everyMemberIsACountryOfTheUnion() {
    #expect(Union.members.count == 28 && Union.members.contains("REU"))
    #expect(Union.members.allSatisfy { $0.count == 3 && $0 != Union.code })
  }
}
