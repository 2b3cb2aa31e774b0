import Commodities
import InputOutputTables
import Propagation
import Quantities
import RiskMetrics
import Scenarios
import Testing

/// Imports of a commodity are the whole country's, homes and other users without a sector among them.
struct CommodityImportsTests {
  @Test func importsBeforeAreUseLessWhatIsMadeAtHome() throws {
    let economy = Economy(try EconomyLoader.load("world-2022").table)
    let commodities = try CommodityCatalogue.bundled()
    var inPart = 0
    for (index, commodity) in commodities.enumerated() {
      let origins = Set(commodity.importers.flatMap { $0.origins.map { $0.origin } })
      let ban = Ban(
        exporter: Partner(code: try #require(origins.min()), region: nil), importer: nil,
        products: [.commodity(index)], by: 0, leak: 0,
        window: Window(from: 0, days: nil, recovery: .immediate))
      let found = assess(
        economy, scenario(model(economy.productCount), horizon: 2, [ban]),
        commodities: commodities
      ).assessment.commodities
      for measures in found {
        let importer = try #require(
          commodity.importers.first { $0.code == measures.importer })
        let use = try #require(importer.use.value)
        let home = importer.origins.first { $0.origin == importer.code }?.share ?? 0
        #expect(isNear(measures.importsBefore, use * (1 - home), within: 1e-9), "\(importer.code)")
        #expect(isNear(measures.importsLowest, measures.importsBefore, within: 1e-9))
        if importer.users.reduce(0, { $0 + $1.shareOfUse }) < 0.9 { inPart += 1 }
      }
    }
    #expect(inPart > 1)
  }
}
