import RiskMetrics
import Testing

@Suite struct OilStocksTests {
  private func stocks(
    _ primary: Double, _ products: OilStocks.Products, imports: Double, yield: Double = 0.04
  ) -> OilStocks {
    OilStocks(
      primary: primary, products: products, primaryNetImports: imports, productNetImports: 0,
      daysInYear: 365, naphthaYield: yield)
  }

  /// Crude alone: the naphtha yield cancels and a tenth is unavailable.
  @Test(arguments: [0.04, 0.08]) func crudeAloneLosesATenth(_ yield: Double) {
    let found = stocks(100, .all(0), imports: 365, yield: yield)
    #expect(isNear(found.cover.days, 90) && found.meetsObligation)
    #expect(found.cover.denominator == .netImports)
  }

  @Test func factorsByHand() {
    let found = OilStocks(
      primary: 50, products: .all(20), primaryNetImports: 292, productNetImports: 73,
      daysInYear: 365)
    #expect(isNear(found.dailyNetImports, (292 * 0.96 + 1.065 * 73) / 365))
    #expect(isNear(found.reserves, 0.9 * (48 + 21.3)))
    let main = stocks(50, .mainThree(20), imports: 292)
    #expect(isNear(main.reserves, 0.9 * (48 + 24)))
  }

  @Test func aNetExporterHasNoObligation() {
    let found = stocks(0, .all(0), imports: -10)
    #expect(found.cover.days == nil && found.meetsObligation)
    #expect(!stocks(0, .all(0), imports: 10).meetsObligation)
  }
}
