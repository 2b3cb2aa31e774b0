import Commodities
import Diagnostics
import Quantities
import RiskMetrics
import Testing

@Suite struct CommodityCoverTests {
  private func covers(_ name: String) throws -> (Commodity, [CommodityCover]) {
    let commodity = try #require(try Bundled.commodities.get().first { $0.name == name })
    return (commodity, CommodityCover.all(of: commodity))
  }

  @Test(arguments: ["crude oil", "rare earths"]) func basesFollowFromOneStock(
    _ name: String
  ) throws {
    let (commodity, all) = try covers(name)
    #expect(!all.isEmpty)
    for one in all {
      let importer = try #require(commodity.importers.first { $0.code == one.importer })
      let use = try #require(importer.use.value)
      #expect(isNear(one.ofUse.days, one.stock / use) && one.ofUse.denominator == .consumption)
      #expect(one.ofImports?.denominator != .consumption)
      if let cut = one.cut, let origin = one.largestOrigin {
        #expect(isNear(cut.timeToSurvive, one.stock / (use * origin.share)))
        #expect(origin.code != one.importer && origin.code != "OTHER")
      }
    }
  }

  /// METI, end of December 2025, crude alone: industry 37 days of which 10 are the minimum, government
  /// 41.79 and joint 2.07 million kl.
  @Test func japansCrudeByHand() throws {
    let (commodity, all) = try covers("crude oil")
    let japan = try #require(all.first { $0.importer == "JPN" })
    let importer = try #require(commodity.importers.first { $0.code == "JPN" })
    let use = try #require(importer.use.value)
    let industry = try #require(importer.industryStockDays.value) - 10
    let barrels = (41.79e6 + 2.07e6) * 6.2898
    #expect(isNear(japan.ofUse.days, industry + barrels / use, within: 1e-3))
    #expect(japan.largestOrigin?.code == "ARE")
  }

  @Test func whatHasNoFigureIsTold() throws {
    let crude = try covers("crude oil").1
    let words = Dictionary(uniqueKeysWithValues: crude.map { ($0.importer, $0.confidence) })
    #expect(words["DEU"] == .missing && words["IDN"] == .assumption && words["USA"] == .found)
    #expect(words["KOR"] != .missing)
  }
}
