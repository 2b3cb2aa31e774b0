import Commodities
import Diagnostics
import RiskMetrics
import Testing

@Suite struct CommodityDependencyTests {
  /// BACI (CEPII) 2024, by weight: Japan's crude oil and rare earths.
  @Test(arguments: [("crude oil", "ARE", 0.4233), ("rare earths", "CHN", 0.6613)])
  func bundledSharesByWeight(_ name: String, _ origin: String, _ share: Double) throws {
    let commodity = try #require(try Bundled.commodities.get().first { $0.name == name })
    let japan = try #require(
      CommodityDependency.all(of: commodity).first { $0.importer == "JPN" })
    let imports = try #require(japan.imports)
    #expect(abs(imports.share(of: origin) - share) < 1e-9)
    #expect(japan.use.basis.measure == .weight && japan.use.basis.year == "2024")
    #expect(japan.use.basis.source.contains("BACI"))
  }

  @Test func sharesAddUpToOneForEveryImporter() throws {
    for commodity in try Bundled.commodities.get() {
      let all = CommodityDependency.all(of: commodity)
      #expect(!all.isEmpty)
      for one in all {
        #expect(abs(one.use.origins.reduce(0) { $0 + $1.share } - 1) < 1e-6)
        let imports = try #require(one.imports)
        #expect(abs(imports.origins.reduce(0) { $0 + $1.share } - 1) < 1e-12)
        #expect(imports.share(of: one.importer) == 0)
        #expect(imports.basis.scope == .importsOnly)
      }
    }
  }
}
