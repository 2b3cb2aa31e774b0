import Commodities
import Foundation
import Propagation
import Scenarios
import Statistics
import TestSupport
import Testing

/// The engine against `Fixtures/levers`, to 1e-9; the other cases stand beside their levers.
struct WorkedExampleTests {
  private static let home = Partner(code: "R0", region: 0)
  private static let a = Partner(code: "A", region: nil)

  @Test func income() throws {
    let example = try WorkedExample.read("15-income")
    let t = IncomeTests.steady(0.1)
    for (day, expected) in try example.table("output") {
      let day = try #require(Int(day))
      #expect(abs(t.output[2 * day] - expected) < 1e-9, "day \(day)")
    }
    let mean = (0..<365).reduce(0) { $0 + t.output[2 * $1] } / 365
    #expect(abs(1 - mean / 100 - (try example.number("year_loss_share"))) < 1e-11)
  }

  /// The hazard of a year at twice the price, without the evening on which the price was still usual.
  @Test func contagion() throws {
    let example = try WorkedExample.read("16-contagion")
    let hazard = try example.table("hazard_per_year")
    let rate =
      (hazard["base"] ?? 0) + (hazard["price"] ?? 0) * log(try example.number("price_multiple"))
    func spread(_ seed: Int?) -> OverlaySpec {
      var spec = OverlaySpec()
      // What B has to spare meets orders at their cap.
      spec.spare = 0.25
      spec.horizon = 366
      spec.others.shocks = [
        Contagion(
          commodity: 0, countries: [Self.a], importer: nil, by: 1,
          spread: Spread(base: rate, price: 0, shortage: 0, imitation: 0, pledge: 1, seed: seed),
          window: .since(0))
      ]
      return spec
    }
    let expected = spread(nil)
    let chance = expected.run().trajectory.overlays[0].blockedShare(on: 365, expected) / 0.6
    #expect(abs(chance - (try example.number("expected_probability"))) < 1e-9)
    // A seed that draws 0.2 as closely as the day on which it restricts can tell.
    let u = try example.number("drawn", "u")
    let seed = try #require(
      (0..<200_000).first {
        let drawn = Philox(seed: UInt64($0)).uniform(named: "contagion A ore")
        return abs(drawn - u) < 5e-5
      })
    let received = spread(seed).run().trajectory.overlays[0].received
    // The links close the day after.
    let day = Int(try example.number("drawn", "day"))
    #expect(received.firstIndex { $0 < 9 } == day + 1)
  }

  @Test func hoarding() throws {
    let example = try WorkedExample.read("17-hoarding")
    var spec = OverlaySpec()
    let importer = OverlaySpec.Importer(use: try example.number("use"), shares: ["A": 1])
    spec.importers = [importer, importer]
    spec.losses = [.init(origins: ["A"], share: 0.2, window: .since(0))]
    spec.orderCap = try example.number("order_cap", "B")
    spec.others.shocks = [
      Hoard(
        commodity: 0, importers: [Self.home],
        orders: try example.number("order_cap", "A") - spec.orderCap, daysPerPoint: 0,
        window: .since(0))
    ]
    spec.horizon = Int(try example.number("days"))
    let received = spec.run().trajectory.overlays[0].received
    for (day, expected) in try example.numbers("arrived_A").enumerated() {
      #expect(abs(received[2 * day] - expected) < 1e-9, "day \(day)")
    }
    let last = try example.table("arrived_last")
    #expect(abs(received[received.count - 2] - (last["A"] ?? 0)) < 1e-9)
    #expect(abs(received[received.count - 1] - (last["B"] ?? 0)) < 1e-9)
  }

  @Test func slicesOfOneCommodityAdd() throws {
    let slices = try WorkedExample.read("19-combining").at("slices")
    var spec = OverlaySpec()
    spec.importers[0].shares = ["A": 1]
    spec.importers[0].stockDays = 0
    spec.importers[0].users = [(1, 1, try slices.number("e_c"))]
    spec.others.shocks = [
      Ban(
        exporter: Self.a, importer: Self.home, products: [.commodity(0)], by: 1, leak: 0,
        window: .since(0),
        listing: Listing(listed: .all(try slices.number("listed")), resale: 0))
    ]
    spec.horizon = 20
    let limit = spec.run().trajectory.output[19 * 2] / 100
    #expect(abs(limit - (try slices.number("limit"))) < 1e-9)
  }

  @Test func partsOfAnOutputMultiply() throws {
    let parts = try WorkedExample.read("19-combining").at("parts")
    let limits = try parts.numbers("limits")
    func output(_ names: [String]) -> Double {
      var spec = OverlaySpec()
      spec.importers[0].stockDays = 0
      spec.importers[0].shares = ["A": 1]
      spec.horizon = 20
      spec.others.shocks = [
        Ban(
          exporter: Self.a, importer: nil, products: [.commodity(0), .commodity(1)], by: 1,
          leak: 0, window: .since(0))
      ]
      let commodities = zip(limits, names).enumerated().map { place, pair in
        spec.importers[0].users = [(1, 1 - pair.0, 1)]
        return spec.commodity(named: "ore \(place)", part: pair.1)
      }
      return spec.run(with: commodities).output[19 * 2] / 100
    }
    #expect(abs(output(["magnets", "chips"]) - (try parts.number("different"))) < 1e-9)
    #expect(abs(output(["magnets", "magnets"]) - (try parts.number("same"))) < 1e-9)
  }

  /// China's quotas of 2010 over those of 2009 and 2008, 95% of the market.
  @Test func thePriceOfTheQuotas() throws {
    let quotas = try WorkedExample.read("20-price").at("rare_earth_2010")
    for (before, multiple) in [
      ("quota_2009", "from_2009"), ("quota_2008", "from_2008"),
    ] {
      let share = try quotas.number("china_share")
      var spec = OverlaySpec()
      spec.importers[0].use = 100
      spec.importers[0].shares = ["A": share, "B": 1 - share]
      spec.supply = 100
      spec.elasticities = (0, try quotas.number("elasticity"))
      spec.horizon = 1
      let left = try quotas.number("quota_2010") / quotas.number(before)
      spec.losses = [.init(origins: ["A"], share: 1 - left, window: .since(0))]
      let price = try #require(spec.run().trajectory.overlays[0].price.first)
      #expect(abs(price - (try quotas.number(multiple))) < 1e-9)
    }
  }

  /// What a store of 10 buys back, by what its government has paid at a price that does not move.
  @Test func refilling() throws {
    let example = try WorkedExample.read("21-refill")
    let (use, target) = (try example.number("use"), try example.number("target"))
    func paid(until horizon: Int) -> (bought: Double, received: [Double]) {
      var spec = OverlaySpec()
      spec.importers[0].use = use
      spec.importers[0].shares = ["A": 1]
      spec.spare = (try? example.number("capacity")).map { $0 / use - 1 } ?? 0
      spec.supply = 1e15
      spec.horizon = horizon
      // The store gives all it has on day 0, so that users go on as they were.
      spec.bans = [
        .init(
          origin: "A", importer: 0, share: target / use,
          window: Window(from: 0, days: 1, recovery: .immediate))
      ]
      spec.others.responses = [
        Release(
          commodity: 0, holders: [.init(holder: Self.home, volume: target)], kind: .government,
          rate: nil, trigger: .day(0), days: nil,
          refill: Refill(
            from: 0, rate: (try? example.number("refill_rate")) ?? 0, to: 1, isWithUsers: false))
      ]
      let batch = CompiledBatch(spec.economy, [spec.scenario], commodities: [spec.commodity])
      var recorder = BothRecords(batch)
      var simulation = Simulation(batch)
      simulation.run(&recorder)
      let lines = recorder.accounts.accounts(of: 0, batch).ledger
      let own = lines.filter { $0.payer == "government:R0" }.reduce(0) { $0 + $1.cost }
      return (own / 100, recorder.trajectories.trajectories[0].overlays[0].received)
    }
    let sold = paid(until: 1).bought
    #expect(abs(sold + target) < 1e-9)
    for day in 1...20 {
      let (bought, received) = paid(until: day + 1)
      #expect(abs(bought - sold - min(target, Double(day))) < 1e-9, "day \(day)")
      #expect(abs(received[day] - (try example.number("arrived_users"))) < 1e-9)
    }
    #expect(abs(paid(until: 21).bought - sold - (try example.number("stock_after_20_days"))) < 1e-9)
  }

  /// Routes as shares through each gate: what passes Hormuz passes Malacca too, the Cape nothing.
  @Test func gatesInSeriesAndRoutesBeside() throws {
    let example = try WorkedExample.read("22-gates")
    let closed = try example.table("closure")
    let around = try example.number("bypass_over_flow")
    func openness(_ detour: Detour?) throws -> (day: Double, later: Double) {
      var spec = OverlaySpec()
      spec.importers[0].shares = ["A": 1]
      spec.orderCap = 0
      spec.horizon = 6
      spec.others.shocks = ["Hormuz", "Malacca"].map { gate -> any Lever in
        Closure(
          chokepoint: gate, by: closed[gate] ?? 0,
          bypass: [WayCapacity(gate == "Hormuz" ? around * 10 : 0)],
          detour: gate == "Malacca" ? detour : nil,
          window: .since(0))
      }
      let gates = [("Hormuz", 0.6), ("Malacca", 0.9)]
      let t = spec.run(with: [spec.commodity(through: gates, flow: 10)])
      return (t.overlays[0].received[0] / 10, t.overlays[0].received[5] / 10)
    }
    let plain = try openness(nil)
    #expect(abs(plain.day - (try example.number("link_open"))) < 1e-9)
    // Half of what passes Malacca goes around it and waits; what left on day 1 is there on day 5.
    let beside = try openness(Detour(days: 4, share: 1, capacity: .unlimited))
    #expect(abs(beside.later - (try example.number("with_alternative", "link_open"))) < 1e-9)
    #expect(beside.day < beside.later - 0.1)
  }

  /// The example's own routes, as whole ways of the figures.
  @Test func wholeWays() throws {
    let example = try WorkedExample.read("22-gates")
    guard case .list(let routes) = try example.at("routes") else {
      Issue.record("no routes")
      return
    }
    let ways = try routes.map { route in
      (gates: try route.texts("gates"), share: try route.number("share"))
    }
    var spec = OverlaySpec()
    spec.importers[0].shares = ["A": 1]
    spec.orderCap = 0
    spec.horizon = 1
    let around = try example.number("bypass_over_flow")
    spec.others.shocks = try example.table("closure").sorted { $0.key < $1.key }.map {
      Closure(
        chokepoint: $0.key, by: $0.value,
        bypass: [WayCapacity($0.key == "Hormuz" ? around * 10 : 0)], window: .since(0))
    }
    let gates = Set(ways.flatMap(\.gates)).sorted()
    let commodity = spec.commodity(ways: ways, detours: [:], flow: 10, gates: gates)
    let open = spec.run(with: [commodity]).overlays[0].received[0] / 10
    #expect(abs(open - (try example.number("link_open"))) < 1e-9)
  }

  /// What of a stage's goods is an origin's, by volume and by value.
  @Test func contentByValue() throws {
    let example = try WorkedExample.read("25-value-content")
    let input = try example.table("value_from_input")
    var spec = OverlaySpec()
    spec.chain = spec.chain(
      stages: [
        ("ore", 1, 0, nil), ("oxide", 1, 10, 1 - (input["oxide"] ?? 0)),
        ("magnet", 1, 10, 1 - (input["magnet"] ?? 0)),
      ],
      links: [
        (0, "C", "C", 1), (0, "D", "A", 1), (1, "R0", "C", 0.6), (1, "R0", "D", 0.4),
      ])
    #expect(
      abs(
        spec.chain.content(of: "C", in: "R0", at: 2) - (try example.number("volume_touched_by_CHN"))
      )
        < 1e-12)
    let value = try #require(spec.chain.valueContent(of: "C", in: "R0", at: 2))
    #expect(abs(value - (try example.number("value_content_CHN"))) < 1e-12)
  }
}
