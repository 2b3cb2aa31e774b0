import Commodities
import Foundation
import InputOutputTables
import Propagation
import Quantities
import RiskMetrics
import Scenarios
import Testing

struct MarketPriceTests {
  let economy: Economy
  let commodities: [Commodity]
  let crude: Int
  let japan: Partner

  init() throws {
    economy = try Bundled.economy.get()
    commodities = try Bundled.commodities.get()
    crude = try #require(commodities.firstIndex { $0.name == "crude oil" })
    japan = Partner(
      code: "JPN", region: economy.table.regions.firstIndex { $0.code == "JPN" })
  }

  func closure(_ share: Double, from: Int = 0, days: Int? = nil) -> any Lever {
    Closure(
      chokepoint: "Strait of Hormuz", by: share,
      window: Window(from: from, days: days, recovery: .immediate))
  }

  /// Crude as Japan sees it.
  func crudeInJapan(
    _ shocks: [any Lever], responses: [any Lever] = [], horizon: Int = 1,
    commodities other: [Commodity]? = nil
  ) throws -> CommodityMeasures {
    let base = BaselineDependency(
      commodity: crude, importer: japan, origin: Partner(code: "MEA", region: nil), share: 0.9,
      basis: "origin")
    let result = assess(
      economy,
      scenario(
        model(economy.productCount), horizon: horizon, baseline: [base], shocks,
        responses: responses),
      commodities: other ?? commodities
    ).assessment
    return try #require(result.commodities.first { $0.commodity == crude && $0.importer == "JPN" })
  }

  /// ln π = −ln(1 − L)/(e_S − e_D) with the file's figures.
  func price(missing: Double) -> Double {
    exp(-log(1 - missing / 82.636e6) / (0.06 + 0.22))
  }

  @Test(arguments: [0.3, 0.6, 0.9, 1]) func aWorldClosureMovesThePriceAsTheFormulaSays(
    _ share: Double
  ) throws {
    let blocked = share * 14.2e6 - 2.6e6
    let spare = 0.01 * (82.636e6 - blocked)
    let peak = try crudeInJapan([closure(share)]).priceChangePeak
    #expect(isNear(peak, price(missing: blocked - spare) - 1, within: 1e-9))
  }

  @Test func theNumberOfTheMainScenarioIsTheOneByHand() throws {
    // L = (12.78 − 2.6 − 0.72456)/82.636 = 0.114423; −ln(1 − L)/0.28 = 0.433984.
    #expect(isNear(try crudeInJapan([closure(0.9)]).priceChangePeak, 0.543395, within: 1e-5))
  }

  @Test func aClosureWithinTheBypassMovesNothing() throws {
    #expect(try crudeInJapan([closure(0.1)]).priceChangePeak == 0)
  }

  @Test func noShockLeavesThePrice() throws {
    let found = try crudeInJapan([], horizon: 30)
    #expect(found.priceChangePeak == 0 && found.priceChangeMean == 0)
  }

  @Test func thePriceActsOnlyWhileTheStraitIsClosed() throws {
    let found = try crudeInJapan([closure(0.9, from: 5, days: 10)], horizon: 40)
    let peak = try #require(found.priceChangePeak)
    #expect(peak > 0)
    #expect(isNear(found.priceChangeMean, peak / 4, within: 1e-9))
  }

  @Test func aPriceShockSetsThePrice() throws {
    let shock = Price(
      commodity: crude, to: 134, window: Window(from: 2, days: 5, recovery: .immediate))
    let found = try crudeInJapan([shock], horizon: 10)
    #expect(isNear(found.priceChangePeak, 1) && isNear(found.priceChangeMean, 0.5))
    let both = try crudeInJapan([closure(0.9), shock], horizon: 10)
    #expect(isNear(both.priceChangePeak, 1))
  }

  func release(_ rate: Double, volume: Double) -> any Lever {
    Release(
      commodity: crude, holders: [.init(holder: japan, volume: volume)], kind: .government,
      rate: rate, trigger: .day(0), days: nil)
  }

  @Test func moreReleaseMeansALowerPrice() throws {
    var last = Double.infinity
    for rate in [0, 0.5e6, 1e6, 2e6] {
      let responses = rate > 0 ? [release(rate, volume: 80e6)] : []
      let peak = try #require(
        try crudeInJapan([closure(0.9)], responses: responses).priceChangePeak)
      let blocked = 0.9 * 14.2e6 - 2.6e6
      let missing = blocked - 0.01 * (82.636e6 - blocked) - rate
      #expect(peak < last && isNear(peak, price(missing: missing) - 1, within: 1e-9))
      last = peak
    }
  }

  /// No more of a release counts than its holder buys, however fast it may be.
  @Test func aReleaseFasterThanUseLowersThePriceNoFurther() throws {
    let peaks = try [3e6, 4e6, 40e6].map { rate in
      try #require(
        try crudeInJapan([closure(0.9)], responses: [release(rate, volume: 800e6)])
          .priceChangePeak)
    }
    let slower = try crudeInJapan([closure(0.9)], responses: [release(2e6, volume: 800e6)])
    #expect(peaks[0] == peaks[1] && peaks[0] == peaks[2])
    #expect(peaks[0] < (slower.priceChangePeak ?? 0))
  }

  @Test func anEmptyStockpileReleasesNothingMore() throws {
    let full = try crudeInJapan([closure(0.9)]).priceChangePeak
    let drained = try crudeInJapan(
      [closure(0.9)], responses: [release(2e6, volume: 4e6)], horizon: 10)
    #expect(isNear(drained.priceChangePeak, try #require(full)))
    let mean = try #require(drained.priceChangeMean)
    #expect(mean < (full ?? 0))
  }

  @Test func thePriceIsBounded() throws {
    var changed = commodities
    changed[crude] = withSupply(5e6, commodities[crude])
    let peak = try crudeInJapan([closure(1)], commodities: changed).priceChangePeak
    #expect(isNear(peak, 2))
  }

  @Test func aMissingFigureMeansNoPrice() throws {
    var changed = commodities
    changed[crude] = withSupply(nil, commodities[crude])
    let found = try crudeInJapan([closure(1)], commodities: changed)
    #expect(found.priceChangePeak == nil && found.priceChangeMean == nil)
  }

  /// A commodity with another market supply.
  func withSupply(_ value: Double?, _ c: Commodity) -> Commodity {
    let supply = Figure(
      value: value, unit: "bbl", year: "", basis: "", source: "test", confidence: .assumption)
    let price = Commodity.Price(
      market: c.price.market, base: c.price.base, supply: supply,
      supplyElasticity: c.price.supplyElasticity, demandElasticity: c.price.demandElasticity,
      bound: c.price.bound, comparisons: [])
    return Commodity(
      name: c.name, nameJa: c.nameJa, unit: c.unit, year: c.year, tableSector: c.tableSector,
      spareCapacity: c.spareCapacity, importers: c.importers, chokepoints: c.chokepoints,
      groups: c.groups, price: price, gaps: [])
  }
}
