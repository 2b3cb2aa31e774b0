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
