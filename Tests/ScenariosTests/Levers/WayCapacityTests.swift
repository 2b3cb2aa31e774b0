import Commodities
import LinearAlgebra
import Quantities
import Scenarios
import Testing
import TestSupport

/// What ways around a chokepoint carry is of the goods that are counted in its unit.
struct WayCapacityTests {
  private static func figure(_ value: Double?) -> Figure {
    Figure(
      value: value, unit: "", year: "2024", basis: "", source: "made up", confidence: .assumption)
  }

  private static func commodity(_ unit: String, flow: Double, bypass: Double?) -> Commodity {
    let none = figure(nil)
    return Commodity(
      name: unit, nameJa: unit, unit: unit, year: 2024, tableSector: "C", spareCapacity: none,
      importers: [],
      chokepoints: [
        .init(name: "strait", nameJa: "海峡", flow: figure(flow), bypass: figure(bypass))
      ],
      groups: [],
      price: .init(
        market: .world, base: none, supply: none, supplyElasticity: none, demandElasticity: none,
        bound: none, comparisons: []), gaps: [])
  }

  /// Part of each commodity's flow that goes around, as the closure has it.
  private func reliefs(_ closure: Closure, _ commodities: [Commodity]) -> [Double] {
    closure.effects(in: LeverContext(commodities: commodities)).compactMap {
      guard case .open(let blockage) = $0 else { return nil }
      return blockage.relief
    }
  }

  @Test(arguments: 1...20) func anAmountInOneUnitSaysNothingOfAnother(_ seed: UInt64) {
    var g = SplitMix64(seed: seed)
    let number = { (g: inout SplitMix64) in 1 + 99 * g.nextUniform() }
    let flows = [number(&g), number(&g), number(&g)]
    let own = flows.map { $0 * g.nextUniform() }
    let units = ["bbl", "t", "t"]
    let world = units.indices.map {
      Self.commodity(units[$0], flow: flows[$0], bypass: own[$0])
    }
    let rate = number(&g)
    let stated = Closure(
      chokepoint: "strait", by: 1, bypass: [WayCapacity(rate, of: .countedIn("t"))],
      window: .since(0))
    let found = reliefs(stated, world)
    #expect(found[0] == own[0] / flows[0])
    for i in 1...2 { #expect(found[i] == min(1, rate / flows[i])) }
    // More for one of them is more for no other, on top of what is stated or known.
    let step = number(&g)
    let more = (0..<2).reduce(stated) { closure, _ in
      closure.widened(by: step, for: world[1], at: 1)
    }
    let wider = reliefs(more, world)
    #expect(wider[0] == found[0] && wider[2] == found[2])
    #expect(abs(wider[1] - min(1, (rate + 2 * step) / flows[1])) < 1e-12)
  }

  @Test func aLongerWayWithALimitIsForWhatItsUnitCounts() {
    let world = [
      Self.commodity("bbl", flow: 9, bypass: nil), Self.commodity("t", flow: 9, bypass: nil),
    ]
    func taking(_ capacity: WayCapacity) -> [Int] {
      let detour = Detour(days: 3, share: 1, capacity: capacity)
      let closure = Closure(chokepoint: "strait", by: 1, detour: detour, window: .since(0))
      return closure.effects(in: LeverContext(commodities: world)).compactMap {
        guard case .gate(let change) = $0 else { return nil }
        return change.commodity
      }
    }
    #expect(taking(.unlimited) == [0, 1])
    #expect(taking(WayCapacity(2, of: .countedIn("bbl"))) == [0])
    #expect(taking(WayCapacity(2, of: .one(1))) == [1])
  }

  @Test(arguments: [
    ("bypass: 2.6 mb/d", 2.6e6, WayCapacity.Goods.countedIn("bbl")),
    ("alternative: {days: 3 days, capacity: 2 mb/d}", 2e6, .countedIn("bbl")),
    ("alternative: {days: 3 days, capacity: unlimited}", .infinity, .all),
    ("alternative: {days: 3 days}", .infinity, .all),
  ]) func theUnitIsThatOfTheFile(
    _ key: String, _ rate: Double, _ goods: WayCapacity.Goods
  ) throws {
    let text = "economy: x\nshocks:\n  - closure: {chokepoint: Strait of Hormuz, \(key)}\n"
    let lever = try Sample.decode(text).base.levers(of: .shocks)[0]
    let closure = try #require(lever.as(Closure.self))
    let found = try #require(closure.bypass.first ?? closure.detour?.capacity)
    #expect(abs(found.rate - rate) < 1e-6 || found.rate == rate)
    #expect(found.goods == goods)
  }
}
