import Commodities
import InputOutputTables
import Propagation
import RiskMetrics
import Scenarios
import Testing

/// Consumer prices follow costs with a lag (LEVERS.md G); numbers of `levers/23-price-lags.json`.
struct CostLagTests {
  let effects: PriceEffectsTests

  init() throws { effects = try PriceEffectsTests() }

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
    let full = try change(oil, lag: 0, horizon: 1)
    let mean = try change(oil, lag: 180, horizon: 365)
    let before = try change(oil, lag: 180, horizon: 364)
    #expect(isNear(mean / full, 2.868883925204869 / 5))
    #expect(isNear((mean * 365 - before * 364) / full, 4.34557188435878 / 5, within: 1e-8))
    // The first day has its own price in it.
    #expect(isNear(try change(oil, lag: 180, horizon: 1), full / 180))
  }

  @Test func currenciesLagAsCommoditiesDo() throws {
    let yen = [
      Currency(
        region: effects.japan, depreciation: 0.1, passThrough: 0.6, window: PriceEffectsTests.always
      )
    ]
    let full = try change(yen, lag: 0, horizon: 1)
    #expect(isNear(try change(yen, lag: 180, horizon: 365) / full, 2.868883925204869 / 5))
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
