import Diagnostics
import Quantities
import Testing

@testable import Commodities

@Suite struct CommodityChainTests {
  private func commodity() throws -> Commodity {
    try CommodityBuilder.build(CommoditySample.folder(), name: "tin")
  }

  @Test func stagesAndLinksAreRead() throws {
    let chain = try commodity().chain
    #expect(chain.stages.map(\.name) == ["ore", "metal"])
    #expect(chain.stages[1].inputs.map(\.yield.value) == [0.5])
    #expect(chain.stages[0].inputs.isEmpty)
    #expect(chain.stages[0].spare?.value == 0.05)
    #expect(chain.stages[1].inputs[0].minimumDays.value == 5, "the default, which says so")
    #expect(chain.stages[1].inputs[0].minimumDays.confidence == .assumption)
    #expect(chain.sellers(of: 0) == ["AUS", "IDN", "OTHER"])
  }

  @Test func rowsOfAllStandForMakersWithoutOwnAndTheRestIsOther() throws {
    let chain = try commodity().chain
    #expect(chain.links(of: "CHN", at: 0).map(\.seller) == ["IDN"])
    let japan = chain.links(of: "JPN", at: 0)
    #expect(japan.map(\.seller) == ["AUS", "OTHER"])
    #expect(japan.map { $0.share.value } == [0.5, 0.5])
    #expect(japan[0].travelDays?.value == 9)
  }

  @Test func supplyIsLookedThrough() throws {
    let tin = try commodity()
    let japan = try #require(tin.importers.first { $0.code == "JPN" })
    // 22.5% from IDN, and 45% from CHN, which buys its ore there.
    #expect(abs(tin.lookThrough(on: "IDN", for: japan) - 0.675) < 1e-12)
    #expect(abs(tin.lookThrough(on: "AUS", for: japan) - 0.125) < 1e-12)
    // CHN adds 40% of the value.
    #expect(tin.chain.valueContent(of: "IDN", in: "CHN", at: 1) == 0.6)
  }

  @Test func aCommodityWithoutStagesIsWhatItsOriginsSell() throws {
    let folder = CommoditySample.folder().filter { !["stages.csv", "links.csv"].contains($0.name) }
    let tin = try CommodityBuilder.build(folder, name: "tin")
    #expect(tin.chain.isEmpty)
    let japan = try #require(tin.importers.first { $0.code == "JPN" })
    #expect(abs(tin.lookThrough(on: "CHN", for: japan) - 0.45) < 1e-12)
  }

  @Test func aStageThatNobodyBuysIsRefused() throws {
    let folder = CommoditySample.folder().map { file in
      file.name == "links.csv"
        ? (
          name: file.name,
          bytes: Array(
            """
            stage,buyer,seller,measure,value,unit,year,basis,source,confidence
            ore,AUS,IDN,share,100,percent,2024,weight,this test,found

            """.utf8)
        ) : file
    }
    let broken = try #require(throws: DiagnosticList.self) {
      try CommodityBuilder.build(folder, name: "tin")
    }
    #expect(broken.diagnostics.map(\.problem.code) == ["broken-chain"])
  }
}
