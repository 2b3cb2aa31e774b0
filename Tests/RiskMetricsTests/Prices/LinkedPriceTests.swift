import Commodities
import Foundation
import InputOutputTables
import LinearAlgebra
import Propagation
import Quantities
import RiskMetrics
import Scenarios
import Testing

/// Prices of contracts that follow another commodity's: π = 1 + ε·(π'(t − lag) − 1).
struct LinkedPriceTests {
  let economy: Economy
  let commodities: [Commodity]
  let crude: Int
  let gas: Int

  init() throws {
    economy = try Bundled.economy.get()
    let bundled = try Bundled.commodities.get()
    crude = try #require(bundled.firstIndex { $0.name == "crude oil" })
    gas = bundled.count
    commodities = bundled + [Self.follower(bundled[crude], elasticity: 0.49, lag: 120)]
  }

  /// A commodity like another whose contracts follow that one's price.
  private static func follower(_ c: Commodity, elasticity: Double, lag: Double) -> Commodity {
    func figure(_ value: Double?, _ unit: String) -> Figure {
      Figure(
        value: value, unit: unit, year: "2024", basis: "", source: "test",
        confidence: value == nil ? .missing : .assumption)
    }
    let price = Commodity.Price(
      market: c.price.market, base: c.price.base, supply: c.price.supply,
      supplyElasticity: c.price.supplyElasticity, demandElasticity: figure(nil, "elasticity"),
      bound: c.price.bound,
      link: Commodity.Price.Link(
        leader: c.name, elasticity: figure(elasticity, "elasticity"), lag: figure(lag, "days")),
      comparisons: [])
    return Commodity(
      name: "gas", nameJa: "ガス", unit: c.unit, year: c.year, tableSector: c.tableSector,
      spareCapacity: c.spareCapacity, importers: c.importers, chokepoints: c.chokepoints,
      groups: c.groups, price: price, gaps: [])
  }

  private func japan(
    _ lever: any Lever, horizon: Int, commodities: [Commodity]
  ) -> (crude: CommodityMeasures?, gas: CommodityMeasures?) {
    let found = assess(
      economy, scenario(model(economy.productCount), horizon: horizon, [lever]),
      commodities: commodities
    ).assessment.commodities.filter { $0.importer == "JPN" }
    return (found.first { $0.commodity == crude }, found.first { $0.commodity == gas })
  }

  private func closure(from: Int, days: Int) -> any Lever {
    Closure(
      chokepoint: "Strait of Hormuz", by: 0.9,
      window: Window(from: from, days: days, recovery: .immediate))
  }

  func linked(elasticity: Double, lag: Double) -> [Commodity] {
    commodities.dropLast()
      + [Self.follower(commodities[crude], elasticity: elasticity, lag: lag)]
  }

  @Test(arguments: 0..<12) func itFollowsByItsElasticityAndDaysLater(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let elasticity = random.nextUniform() * 1.2
    let lag = Int(random.nextUniform() * 40)
    let from = Int(random.nextUniform() * 10)
    let days = 5 + Int(random.nextUniform() * 20)
    let horizon = 40 + Int(random.nextUniform() * 40)
    let found = japan(
      closure(from: from, days: days), horizon: horizon,
      commodities: linked(elasticity: elasticity, lag: Double(lag)))
    let oil = try #require(found.crude)
    let gas = try #require(found.gas)
    let peak = try #require(oil.priceChangePeak)
    #expect(peak > 0.1)
    // The price of oil is up on `days` days and back on its base after them: so many are seen.
    let seen = max(0, min(days, horizon - lag - from))
    let perDay = try #require(oil.priceChangeMean) * Double(horizon) / Double(days)
    let mean = try #require(gas.priceChangeMean)
    #expect(isNear(mean, elasticity * perDay * Double(seen) / Double(horizon), within: 1e-9))
    #expect(isNear(gas.priceChangePeak, seen > 0 ? elasticity * peak : 0, within: 1e-9))
  }

  @Test func whatIsShortOfItselfMovesNothing() throws {
    // A ban of Qatar's gas alone: no scenario price of oil, no price to follow.
    let qatar = Ban(
      exporter: Partner(code: "QAT", region: nil),
      importer: Partner(
        code: "JPN", region: economy.table.regions.firstIndex { $0.code == "JPN" }),
      products: [.commodity(gas)], by: 1, leak: 0,
      window: Window(from: 0, days: 30, recovery: .immediate))
    let found = japan(qatar, horizon: 60, commodities: commodities)
    #expect(found.gas?.priceChangePeak == nil)
  }

  /// A scenario that names the follower alone has no price of it, whoever runs beside it.
  @Test(arguments: [1, 2, 3, 8]) func whoRunsBesideChangesNothing(_ width: Int) throws {
    let qatar = Ban(
      exporter: Partner(code: "QAT", region: nil), importer: nil, products: [.commodity(gas)],
      by: 1, leak: 0, window: Window(from: 0, days: 30, recovery: .immediate))
    let model = model(economy.productCount)
    let alone = scenario(model, horizon: 20, [qatar])
    let both = scenario(model, horizon: 20, [closure(from: 2, days: 10)])
    let scenarios = (0..<width).map { $0.isMultiple(of: 2) ? alone : both }
    let batch = CompiledBatch(economy, scenarios, commodities: commodities)
    var recorder = BothRecords(batch)
    var simulation = Simulation(batch)
    simulation.run(&recorder)
    for (k, scenario) in scenarios.enumerated() {
      let found = RiskAssessment(
        recorder.accounts.accounts(of: k, batch), batch: batch, number: k, scenario: scenario,
        commodities: commodities, prices: PriceBase(economy.table))
      let single = assess(economy, scenario, commodities: commodities).assessment
      #expect(found.commodities.map(\.priceChangePeak) == single.commodities.map(\.priceChangePeak))
      let peaks = found.commodities.filter { $0.commodity == gas }.map(\.priceChangePeak)
      #expect(!peaks.isEmpty && peaks.allSatisfy { ($0 == nil) == k.isMultiple(of: 2) })
    }
  }

  /// A scenario may set the price of a commodity that has no market, with or without what it follows.
  @Test(arguments: [false, true]) func aPriceThatIsSetStands(_ hasLeader: Bool) throws {
    let base = try #require(commodities[gas].price.base.value)
    let set = Price(
      commodity: gas, to: 1.5 * base, window: Window(from: 5, days: 10, recovery: .immediate))
    let shocks: [any Lever] = hasLeader ? [set, closure(from: 0, days: 20)] : [set]
    let found = assess(
      economy, scenario(model(economy.productCount), horizon: 20, shocks),
      commodities: linked(elasticity: 0, lag: 3)
    ).assessment.commodities.first { $0.commodity == gas && $0.importer == "JPN" }
    #expect(isNear(found?.priceChangePeak, 0.5, within: 1e-12))
    #expect(isNear(found?.priceChangeMean, 0.25, within: 1e-12))
  }

  @Test(arguments: [0, 0.3, 0.49, 1]) func thePropensityIsSharedOut(_ elasticity: Double) {
    // Bills of one size: c/(c + ε·c).
    let both = linked(elasticity: elasticity, lag: 30)
    let part = Commodity.Price.Link.propensityPart(in: [both[crude], both[gas]])
    #expect(isNear(part, 1 / (1 + elasticity), within: 1e-12))
    #expect(Commodity.Price.Link.propensityPart(in: [both[crude]]) == 1)
    #expect(Commodity.Price.Link.propensityPart(in: [both[gas]]) == 1)
  }
}
