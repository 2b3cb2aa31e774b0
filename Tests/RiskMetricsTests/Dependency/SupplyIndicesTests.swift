import Foundation
import RiskMetrics
import Testing

@Suite struct SupplyIndicesTests {
  @Test func theLargestSupplierTakesItsDemandWithIt() throws {
    let found = try #require(
      SupplyIndices.supplyWithoutLargest([("A", 70, 50), ("B", 20, 30), ("C", 10, 20)]))
    #expect(found.largest == "A" && isNear(found.cover, 0.6))
  }

  @Test func noOthersNoCover() throws {
    #expect(SupplyIndices.supplyWithoutLargest([]) == nil)
    let alone = try #require(SupplyIndices.supplyWithoutLargest([("A", 7, 5)]))
    #expect(alone.cover == nil)
  }

  @Test func geoPolRiskByHand() throws {
    let production = try #require(
      SupplyShares(
        amounts: [("A", 60), ("B", 40)],
        basis: Basis(.weight, .worldProduction, year: "2024", source: "")))
    let score = SupplyIndices.geoPolRisk(
      production: production, imports: [(30, 0.5), (10, 0.2)], domesticProduction: 10)
    #expect(isNear(score, 0.52 * 17 / 50))
    #expect(
      SupplyIndices.geoPolRisk(production: production, imports: [], domesticProduction: 0) == nil)
    #expect(
      SupplyIndices.geoPolRisk(production: production, imports: [], domesticProduction: 5) == 0)
  }

  @Test(arguments: [(0.0, 0.0), (0.5, 0.5), (1.0, 1.0)])
  func equalFactorsAreTheirMean(_ factor: Double, _ risk: Double) {
    #expect(
      isNear(
        SupplyIndices.geologicalSurveyRisk(
          disruptionPotential: factor, tradeExposure: factor, economicVulnerability: factor), risk))
  }

  @Test func tradeExposureIsFlooredAtZero() {
    func exposure(_ imports: Double, _ exports: Double, _ primary: Double) -> Double? {
      SupplyIndices.tradeExposure(
        primary: primary, secondary: 10, imports: imports, exports: exports, stockChange: 0)
    }
    #expect(isNear(exposure(60, 10, 40), 0.5) && exposure(0, 20, 40) == 0)
    #expect(exposure(0, 10, 0) == nil)
  }

  @Test func disruptionPotentialByHand() {
    let found = SupplyIndices.disruptionPotential([(0.6, 0.5, 0.4), (0.2, 1, 1)])
    #expect(isNear(found, 0.36 * 0.2 + 0.04))
  }

  @Test func scarcityPricesMatchDemandToWhatIsLeft() {
    for lost in [0.0, 0.05, 0.2, 0.6] {
      let price = SupplyIndices.scarcityPrice(
        lostShare: lost, supplyElasticity: 0.1, demandElasticity: -0.2, bound: 1e9)
      // Supply left (1 − L)·π^e_S equals demand π^e_D.
      #expect(isNear((1 - lost) * pow(price, 0.1), pow(price, -0.2)))
    }
  }

  @Test func spareCapacityComesFirstAndThePriceIsBounded() {
    func price(_ lost: Double, _ spare: Double) -> Double {
      SupplyIndices.scarcityPrice(
        lostShare: lost, spareShare: spare, supplyElasticity: 0.1, demandElasticity: -0.2,
        bound: 4)
    }
    #expect(price(0.05, 0.05) == 1 && price(0.02, 0.05) == 1)
    #expect(price(1, 0) == 4 && price(0.99, 0) == 4)
    #expect(isNear(price(0.15, 0.05), price(0.1, 0)))
  }
}
