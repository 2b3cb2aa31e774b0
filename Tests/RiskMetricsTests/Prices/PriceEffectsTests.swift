import Commodities
import InputOutputTables
import Propagation
import RiskMetrics
import Scenarios
import Testing

struct PriceEffectsTests {
  let economy: Economy
  let commodities: [Commodity]
  let crude: Int
  let japan: Int

  init() throws {
    economy = try Bundled.economy.get()
    commodities = try Bundled.commodities.get()
    crude = try #require(commodities.firstIndex { $0.name == "crude oil" })
    japan = try #require(economy.table.regions.firstIndex { $0.code == "JPN" })
  }

  static let always = Window(from: 0, days: nil, recovery: .immediate)

  func measures(_ shocks: [any Lever], horizon: Int = 20) -> [RegionMeasures] {
    assess(
      economy, scenario(model(economy.productCount), horizon: horizon, shocks),
      commodities: commodities
    ).assessment.regions
  }

  func price(_ level: Double) -> any Lever {
    Price(commodity: crude, to: level, window: Self.always)
  }

  @Test func japansImportBillIsImportsTimesThePriceRise() {
    // 116.877526 Mt × 7.33 bbl/t × 67 USD/bbl over 4,034 billion USD of GDP, both of 2024.
    let region = measures([price(134)])[japan]
    #expect(
      isNear(region.importBillAtBaseVolumeShare, 116_877_526 * 7.33 * 67 / 4034e9, within: 1e-6))
    #expect(abs(region.outputLossShare) < 1e-12)
  }

  @Test func oilAndYenActTogetherNotOneAfterTheOther() throws {
    // P·(1 + x) − P0 = 134·1.1 − 67, and no volume moves: both bills are the same.
    let yen = Currency(
      region: japan, depreciation: 0.1, passThrough: 0.6, window: Self.always)
    let both = measures([price(134), yen])[japan]
    let expected = 116_877_526 * 7.33 * (134 * 1.1 - 67) / 4034e9
    #expect(isNear(both.importBillAtBaseVolumeShare, expected, within: 1e-6))
    #expect(isNear(both.importBillChangeShare, expected, within: 1e-6))
    let oil = measures([price(134)])[japan]
    let more = try #require(both.consumerPriceChange) - (try #require(oil.consumerPriceChange))
    #expect(more > 0)
  }

  @Test func aBillFallsWhereVolumeFallsByMoreThanPriceRises() throws {
    let closure = Closure(
      chokepoint: "Strait of Hormuz", by: 0.9,
      window: Window(from: 0, days: 30, recovery: .immediate))
    let region = measures([closure], horizon: 120)[japan]
    // Ships that left before the closure still come; fifty days later less arrives at the old price.
    #expect(try #require(region.importBillAtBaseVolumeShare) > 0)
    #expect(
      try #require(region.importBillChangeShare)
        < (try #require(region.importBillAtBaseVolumeShare)))
  }

  @Test func theBaseLevelChangesNothing() {
    for region in measures([price(67)]) {
      #expect(abs(region.importBillAtBaseVolumeShare ?? 0) < 1e-15)
      #expect(abs(region.consumerPriceChange ?? 0) < 1e-15)
    }
  }

  /// The bill counts from the price that the scenario starts with, whatever the file's.
  @Test(arguments: [40.0, 67, 110]) func billsCountFromTheScenariosBase(_ base: Double) throws {
    let before = BaselinePrice(commodity: crude, price: base)
    let still = measures([before, price(base)])[japan]
    #expect(abs(try #require(still.importBillAtBaseVolumeShare)) < 1e-15)
    let region = measures([before, price(134)])[japan]
    let expected = 116_877_526 * 7.33 * (134 - base) / 4034e9
    #expect(isNear(region.importBillAtBaseVolumeShare, expected, within: 1e-6))
    // What is missing moves the price in proportion to where it starts.
    let closure = Closure(
      chokepoint: "Strait of Hormuz", by: 0.9,
      window: Window(from: 0, days: 30, recovery: .immediate))
    let usual = try #require(measures([closure])[japan].importBillAtBaseVolumeShare)
    let other = try #require(measures([before, closure])[japan].importBillAtBaseVolumeShare)
    #expect(isNear(other, usual * base / 67, within: 1e-9))
  }

  @Test func withoutPricesNothingIsComputed() {
    for region in measures([]) {
      #expect(region.importBillAtBaseVolumeShare == nil && region.consumerPriceChange == nil)
    }
  }

  @Test func twiceThePriceRiseIsTwiceTheChange() throws {
    let once = measures([price(67 * 1.2)])
    let twice = measures([price(67 * 1.4)])
    for (one, two) in zip(once, twice) {
      #expect((one.consumerPriceChange == nil) == (two.consumerPriceChange == nil))
      #expect((one.importBillAtBaseVolumeShare == nil) == (two.importBillAtBaseVolumeShare == nil))
      if let change = one.consumerPriceChange {
        #expect(isNear(two.consumerPriceChange, 2 * change, within: 1e-9))
      }
      if let bill = one.importBillAtBaseVolumeShare {
        #expect(isNear(two.importBillAtBaseVolumeShare, 2 * bill, within: 1e-9))
      }
    }
    let change = try #require(once[japan].consumerPriceChange)
    #expect(0 < change && change < 0.05)
  }

  @Test func aRegionWithoutFiguresIsNotComputed() throws {
    let rest = try #require(economy.table.regions.firstIndex { $0.code == "ROW" })
    let region = measures([price(134)])[rest]
    #expect(region.importBillAtBaseVolumeShare == nil && region.consumerPriceChange == nil)
  }

  /// Two regions with an industry each: x = (100, 140).
  static let pair = Economy(
    table(regions: 2, use: [10, 20, 30, 40], demand: [50, 20, 10, 60]))

  func depreciation(_ share: Double, window: Window = PriceEffectsTests.always) -> [Double?] {
    let shock = Currency(
      region: 0, depreciation: share, passThrough: 0.6, window: window)
    return assess(Self.pair, scenario(model(1), horizon: 20, [shock])).assessment.regions
      .map(\.consumerPriceChange)
  }

  @Test func aWeakerCurrencyRaisesPricesAsByHand() {
    // Δv = 0.06·30/100; L = (5, 1; 2.1, 6.3)/4.2; weights 50 and 10; imports 10/60 at 6%.
    let rise = (50 * 0.018 * 5 / 4.2 + 10 * 0.018 * 1 / 4.2) / 60 + 0.06 * 10 / 60
    let change = depreciation(0.1)
    #expect(isNear(change[0], rise))
    #expect(change[1] == nil)
  }

  @Test func depreciationActsInProportionToItsSizeAndTime() throws {
    let full = try #require(depreciation(0.1)[0])
    #expect(isNear(depreciation(0.2)[0], 2 * full))
    let half = depreciation(0.1, window: Window(from: 0, days: 10, recovery: .immediate))
    #expect(isNear(half[0], full / 2))
    #expect(isNear(depreciation(0)[0], 0))
  }
}
