import RiskMetrics
import Testing

@testable import sonae

/// Income lost to a price of crude that holds all year, in % of the year's GDP: values of an independent
/// prototype on the 2011 table, propensity 0.62, within 0.005 points or 2%.
struct IncomeAnchorTests {
  @Test func aPriceAllYear() async throws {
    let anchors = try Prototype.section("income effect").members
    #expect(anchors.count == 3)
    let prices = anchors.keys.sorted()
    let variants = prices.map {
      "  at \($0): {\"shocks[0].price.to\": \($0) USD/bbl}\n"
    }
    let found = try await Prototype.assessments(
      """
      title: a price
      economy: g7plus-2011
      horizon: 365 days
      model: {preset: pooled, income: {show: beside}}
      shocks: [{price: {commodity: crude oil, to: 100 USD/bbl}}]
      variants:

      """ + variants.joined())
    for (price, assessment) in zip(prices, found.dropFirst()) {
      for (code, percent) in try #require(anchors[price]).numbers {
        let region = try Prototype.region(code, of: assessment)
        let income = 100 * (try #require(region.incomeLossShare))
        #expect(Prototype.agrees(income, percent), "\(code) at \(price): \(income)")
      }
      // No figure of the United States' imports: what partners buy less is no income loss of its own.
      #expect(try Prototype.region("USA", of: assessment).incomeLossShare == nil)
    }
  }
}
