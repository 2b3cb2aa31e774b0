import RiskMetrics
import Testing

@Suite struct StockCoverTests {
  /// Japan's oil: 254 days of consumption last about 363 days at 70% lost, about 267 at 95%.
  @Test(arguments: [(1.0, 254.0), (0.7, 363.0), (0.95, 267.0)])
  func oneStockGivesSeveralTimes(_ lost: Double, _ days: Double) throws {
    let cut = SupplyCut(stock: 254 * 2.34, dailyUse: 2.34, lostShare: lost)
    #expect(isNear(cut.daysOfCover.days, 254))
    #expect(abs(try #require(cut.timeToSurvive) - days) < 0.5)
  }

  @Test func exposureIsSurvivingShorterThanRecovering() {
    let cut = SupplyCut(stock: 60, dailyUse: 1, lostShare: 0.5)
    #expect(cut.timeToSurvive == 120)
    #expect(!cut.isExposed(timeToRecover: 120) && cut.isExposed(timeToRecover: 121))
  }

  @Test(arguments: [(0.0, 5.0), (0.5, 0.0)])
  func whatLosesNothingLastsForEver(_ lost: Double, _ use: Double) {
    let cut = SupplyCut(stock: 1, dailyUse: use, lostShare: lost)
    #expect(cut.timeToSurvive == nil && !cut.isExposed(timeToRecover: 1e9))
  }

  @Test func theDenominatorIsPartOfTheNumber() {
    let byUse = StockCover(stock: 100, perDay: 2, .consumption)
    let byImports = StockCover(stock: 100, perDay: 2, .netImports)
    #expect(byUse.days == byImports.days && byUse != byImports)
    #expect(StockCover(stock: 100, perDay: 0, .lostImports(from: "CHN")).days == nil)
  }

  @Test func anImpossibleShareIsRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = SupplyCut(stock: 1, dailyUse: 1, lostShare: 1.1)
    }
  }
}

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
