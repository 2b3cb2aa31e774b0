import Commodities
import Foundation
import InputOutputTables
import Propagation
import Quantities
import RiskMetrics
import Scenarios
import Testing

/// Consumer prices follow costs with a lag (LEVERS.md G); numbers of
/// `Fixtures/23-price-lags.json`, worked by hand.
struct CostLagTests {
  private struct Example: Decodable {
    struct Push: Decodable {
      let full: Double
      let lag_days: Double
      let last: Double
      let mean_of_year: Double
    }

    struct Linked: Decodable {
      let elasticity: Double
      let lag: Double
      let base: Double
      let multiple: [Double]
      let expected: Double
    }

    let cost_push: Push
    let linked: Linked
  }

  private let example: Example
  let effects: PriceEffectsTests

  init() throws {
    effects = try PriceEffectsTests()
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "../Fixtures/23-price-lags.json")
    example = try JSONDecoder().decode(Example.self, from: try Data(contentsOf: file))
  }

  func change(_ shocks: [any Lever], lag: Double, horizon: Int) throws -> Double {
    var parameters = model(effects.economy.productCount)
    parameters.prices.lagDays = lag
    let regions = assess(
      effects.economy, scenario(parameters, horizon: horizon, shocks),
      commodities: effects.commodities
    ).assessment.regions
    return try #require(regions[effects.japan].consumerPriceChange)
  }

  @Test func aYearsMeanAndItsLastDay() throws {
    let oil = [effects.price(134)]
    let push = example.cost_push
    let full = try change(oil, lag: 0, horizon: 1)
    let mean = try change(oil, lag: push.lag_days, horizon: 365)
    let before = try change(oil, lag: push.lag_days, horizon: 364)
    #expect(isNear(mean / full, push.mean_of_year / push.full))
    #expect(isNear((mean * 365 - before * 364) / full, push.last / push.full, within: 1e-8))
    // The first day has its own price in it.
    #expect(isNear(try change(oil, lag: push.lag_days, horizon: 1), full / push.lag_days))
  }

  /// A contract on a price that rose on day 0: nothing until its lag has passed, the whole step after.
  @Test func aContractFollowsItsLeader() throws {
    let linked = example.linked
    let tests = try LinkedPriceTests()
    let lag = Int(linked.lag)
    let price = Price(
      commodity: tests.crude,
      to: linked.multiple[1] * (try #require(tests.commodities[tests.crude].price.base.value)),
      window: .since(0))
    // Nothing of the follower is stopped; the scenario names it.
    let none = Ban(
      exporter: Partner(code: "QAT", region: nil), importer: nil, products: [.commodity(tests.gas)],
      by: 0, leak: 0, window: .since(0))
    func mean(_ horizon: Int) throws -> Double {
      let found = assess(
        tests.economy,
        scenario(model(tests.economy.productCount), horizon: horizon, [price, none]),
        commodities: tests.linked(elasticity: linked.elasticity, lag: linked.lag)
      ).assessment.commodities.first { $0.commodity == tests.gas && $0.importer == "JPN" }
      return try #require(found?.priceChangeMean) * Double(horizon)
    }
    #expect(try mean(lag) == 0)
    let step = linked.base * (1 + (try mean(lag + 1)))
    #expect(isNear(step, linked.expected, within: 1e-9))
  }

  @Test func currenciesLagAsCommoditiesDo() throws {
    let yen = [
      Currency(
        region: effects.japan, depreciation: 0.1, passThrough: 0.6, window: PriceEffectsTests.always
      )
    ]
    let full = try change(yen, lag: 0, horizon: 1)
    #expect(
      isNear(
        try change(yen, lag: 180, horizon: 365) / full,
        example.cost_push.mean_of_year / example.cost_push.full))
  }

  /// A day or less: prices are means of a day, so that they show it at once.
  @Test func aLagOfUpToADayIsNone() throws {
    let oil = [effects.price(134)]
    #expect(try change(oil, lag: 0, horizon: 20) == change(oil, lag: 1, horizon: 20))
  }

  /// What has ended still shows for a while: less in all, but not nothing after.
  @Test func whatEndsFades() throws {
    let brief: [any Lever] = [
      Price(
        commodity: effects.crude, to: 134, window: Window(from: 0, days: 10, recovery: .immediate))
    ]
    let at = try change(brief, lag: 30, horizon: 10) * 10
    let long = try change(brief, lag: 30, horizon: 300) * 300
    let whole = try change(brief, lag: 0, horizon: 300) * 300
    #expect(at < long && isNear(long, whole, within: 1e-3))
  }
}
