import RiskMetrics
import Testing

@Suite struct TradeScreensTests {
  /// A flow of 2020.
  private func flow(
    _ exporter: String, _ importer: String, _ value: Double, _ year: Int = 2020
  ) -> TradeFlows.Flow {
    .init(
      importer: importer, exporter: exporter, product: "x", year: year, value: value)
  }

  /// The union {A, B} buys 80 from C and 20 from D, 60 from each other, and sells 10 outside.
  private var union: TradeFlows {
    TradeFlows(
      [
        flow("C", "A", 80), flow("D", "B", 20), flow("A", "B", 60), flow("B", "D", 10),
        flow("C", "D", 900),
      ], source: "test")
  }

  @Test func indicatorsByHand() throws {
    let found = try #require(
      CoreDependencyIndicators(union, product: "x", bloc: ["A", "B"], year: 2020))
    #expect(isNear(found.concentration, 0.64 + 0.04) && isNear(found.scarcity, 100.0 / 160))
    #expect(isNear(found.substitution, 100.0 / 70))
    #expect(found.isDependent && found.basis.scope == .importsOnly)
  }

  @Test func oneIndicatorBelowItsThresholdSuffices() throws {
    let traded = TradeFlows(union.flows + [flow("A", "C", 500)], source: "test")
    let found = try #require(
      CoreDependencyIndicators(traded, product: "x", bloc: ["A", "B"], year: 2020))
    #expect(found.concentration > 0.4 && found.scarcity > 0.5 && !found.isDependent)
  }

  @Test func noExportsCountAsDependent() throws {
    let only = TradeFlows([flow("C", "A", 5)], source: "test")
    let found = try #require(CoreDependencyIndicators(only, product: "x", bloc: ["A"], year: 2020))
    #expect(found.substitution == nil && found.scarcity == 1 && found.isDependent)
    let year = try #require(GeoDepYear(only, product: "x", importer: "A", year: 2020))
    #expect(year.importsOverExports == GeoDepYear.noExports && year.isDependent)
  }

  @Test func aDiversifiedWorldMarketClearsTheScreen() throws {
    let wide = TradeFlows(
      [flow("C", "A", 5)] + ["D", "E", "F"].map { flow($0, "G", 5) }, source: "test")
    let year = try #require(GeoDepYear(wide, product: "x", importer: "A", year: 2020))
    #expect(year.importConcentration == 1 && isNear(year.exportConcentration, 0.25))
    #expect(!year.isDependent)
  }

  @Test(
    arguments: [([2018, 2019], true), ([2020], false), ([2018, 2019, 2020], true), ([], false)])
  func twoOfThreeYearsMakeADependency(_ years: [Int], _ isDependent: Bool) {
    let narrow = years.map { flow("C", "A", 5, $0) }
    let others = [2018, 2019, 2020].filter { !years.contains($0) }
    let wide = others.flatMap { year in ["C", "D", "E"].map { flow($0, "A", 5, year) } }
    let screen = GeoDepScreen(
      TradeFlows(narrow + wide, source: "test"), product: "x", importer: "A", last: 2020)
    #expect(screen.years.count == 3 && screen.isDependent == isDependent)
  }

  @Test func whatIsNotImportedIsNotScreened() {
    #expect(CoreDependencyIndicators(union, product: "y", bloc: ["A"], year: 2020) == nil)
    #expect(GeoDepYear(union, product: "x", importer: "C", year: 2020) == nil)
    #expect(!GeoDepScreen(union, product: "x", importer: "C", last: 2020).isDependent)
  }
}
