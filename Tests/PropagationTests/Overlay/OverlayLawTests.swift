import Commodities
import Quantities
import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// What the overlay's arithmetic must hold whatever the parameters.
struct OverlayLawTests {
  static func window(_ from: Int, _ days: Int?) -> Window {
    Window(from: from, days: days, recovery: .immediate)
  }

  /// The plain program cannot tell an error that both programs make from no case at all.
  @Test func randomCasesAreNotTrivial() {
    var moved = (prices: 0, outputs: 0, releases: 0, bounds: 0)
    for seed in 0..<60 {
      var generator = SplitMix64(seed: UInt64(seed))
      let spec = OverlaySpec.random(&generator)
      let plain = PlainOverlay(spec)
      if plain.prices.contains(where: { $0.contains { $0 > 1.01 } }) { moved.prices += 1 }
      if plain.prices.contains(where: { $0.contains { $0 == spec.bound } }) { moved.bounds += 1 }
      if plain.days.contains(where: { $0.contains { $0.output[0] < 0.99 * spec.demand[0] } }) {
        moved.outputs += 1
      }
      if plain.days.contains(where: { $0.contains { $0.released > 0 } }) { moved.releases += 1 }
    }
    #expect(
      moved.prices > 20 && moved.outputs > 15 && moved.releases > 15 && moved.bounds > 0, "\(moved)"
    )
  }

  @Test(arguments: 0..<20) func withoutAShockNothingMoves(_ seed: UInt64) {
    var generator = SplitMix64(seed: 1000 + seed)
    var spec = OverlaySpec.random(&generator)
    spec.bans = []
    spec.reviews = []
    spec.closures = [.init(share: 0, bypass: 0, window: Self.window(0, nil))]
    spec.losses = []
    spec.shifts = []
    spec.restraints = []
    spec.horizon = 1000
    let (overlay, t) = spec.run()
    let series = t.overlays[0]
    for cell in series.received.indices {
      let use = overlay.importers[cell % overlay.importers.count].use
      #expect(abs(series.received[cell] - use) <= 1e-12 * use)
      #expect(abs(series.stock[cell] - series.stock[cell % overlay.importers.count]) <= 1e-9 * use)
      #expect(series.shortfall[cell] <= 1e-12 * use)
    }
    #expect(series.price.allSatisfy { $0 == 1 })
  }

  /// Goods at sea count as ordered: a stock comes back to its target and does not stay above it.
  @Test(arguments: 0..<20) func stocksReturnToTheirTarget(_ seed: UInt64) {
    var generator = SplitMix64(seed: 2000 + seed)
    var spec = OverlaySpec.random(&generator)
    func end(_ w: Window) -> Window { Window(from: w.from, days: 60, recovery: w.recovery) }
    for i in spec.bans.indices { spec.bans[i].window = end(spec.bans[i].window) }
    for i in spec.reviews.indices { spec.reviews[i].window = end(spec.reviews[i].window) }
    for i in spec.closures.indices { spec.closures[i].window = end(spec.closures[i].window) }
    for i in spec.losses.indices { spec.losses[i].window = end(spec.losses[i].window) }
    for i in spec.restraints.indices { spec.restraints[i].window = end(spec.restraints[i].window) }
    spec.closures.append(.init(share: 1, bypass: 0, window: Self.window(5, 60)))
    spec.spare = 0.4
    spec.orderCap = 0.3
    spec.horizon = 1000
    let (overlay, t) = spec.run()
    let importers = overlay.importers.count
    for b in 0..<importers {
      let target = overlay.targetDays[b] * overlay.importers[b].use
      let last = t.overlays[0].stock[(spec.horizon - 1) * importers + b]
      #expect(abs(last - target) <= 1e-3 * target, "\(last) of \(target), \(spec)")
    }
  }

  /// Ships 25 days long: orders that ignore them overshoot by what was ordered twice.
  @Test func aLongWayDoesNotOverfillTheTanks() {
    var spec = OverlaySpec()
    spec.importers[0].travel = ["A": 25, "B": 25]
    spec.bans = [.init(origin: "A", importer: nil, share: 1, window: Self.window(0, 30))]
    spec.spare = 0.5
    spec.orderCap = 0.5
    spec.horizon = 600
    let (_, t) = spec.run()
    let stock = t.overlays[0].stock
    #expect((stock.min() ?? 0) < 160)
    #expect(stock.allSatisfy { $0 <= 300 * 1.001 }, "\(stock.max() ?? 0)")
    #expect(abs(stock[599] - 300) < 0.3)
  }

  /// A ban by all exporters behind a strait, its closure and lost capacity there: one shortage, one
  /// price, whoever buys, whichever of them sell.
  @Test(arguments: 0..<40) func threeDoorsToOneShortageHaveOnePrice(_ seed: UInt64) {
    var g = SplitMix64(seed: 3000 + seed)
    var spec = OverlaySpec()
    let sellers = [["A", "B"], ["A"], ["B"]][Int(g.nextUniform() * 3)]
    spec.importers = (0..<3).map { b in
      var it = OverlaySpec.Importer()
      it.use = 1 + 40 * g.nextUniform()
      let part = sellers.count == 1 ? 1 : g.nextUniform()
      it.shares = ["R\(b)": 0.1]
      for (seller, share) in zip(sellers, [part, 1 - part]) { it.shares[seller] = 0.9 * share }
      it.through = 1
      return it
    }
    let use = spec.importers.reduce(0) { $0 + $1.use }
    spec.flow = use * (0.95 + 2 * g.nextUniform())
    spec.supply = spec.flow * (1.2 + 3 * g.nextUniform())
    spec.spare = 0.02 * g.nextUniform()
    spec.redirect = (0, 0.01)
    spec.market = g.nextUniform() < 0.7 ? .world : .importer
    spec.horizon = 30
    let share = 0.1 + 0.9 * g.nextUniform()
    let shut = Window(
      from: Int(g.nextUniform() * 20), days: 1 + Int(g.nextUniform() * 15),
      recovery: g.nextUniform() < 0.3 ? .immediate : .linear(over: 1 + 9 * g.nextUniform()))
    var closed = spec
    closed.closures = [.init(share: share, bypass: 0, window: shut)]
    var banned = spec
    banned.bans = sellers.map { .init(origin: $0, importer: nil, share: share, window: shut) }
    var lost = spec
    lost.losses = [.init(origins: sellers, share: share, window: shut)]
    let prices = [closed, banned, lost].map { $0.run().trajectory.overlays[0].price }
    #expect((prices[0].max() ?? 1) > 1)
    #expect(relativeDistance(prices[1], prices[0]) <= 1e-12)
    #expect(relativeDistance(prices[2], prices[0]) <= 1e-12)
  }

  /// R0 sells its ore to itself, and behind the strait to buyers without figures: a ban there is no ban
  /// on nothing, though no importer misses a grain.
  @Test func aBanOnTheRestOfTheMarketAloneMovesThePrice() {
    var spec = OverlaySpec()
    spec.importers[0].shares = ["A": 0.5, "R0": 0.5]
    spec.importers[0].through = 1
    spec.flow = 30
    spec.supply = 60
    spec.bans = [.init(origin: "R0", importer: nil, share: 1, window: Self.window(0, nil))]
    let commodity = spec.commodity
    let importer = commodity.importers[0]
    let through = Commodity.Route(
      origins: ["A", "R0"], chokepoint: "strait",
      shareOfImportsThrough: importer.routes[0].shareOfImportsThrough, travelDays: nil)
    let passing = Commodity.Importer(
      code: importer.code, use: importer.use, imports: importer.imports,
      origins: importer.origins, users: importer.users,
      industryStockDays: importer.industryStockDays,
      minimumOperatingDays: importer.minimumOperatingDays, stocks: [], routes: [through],
      gdp: importer.gdp)
    let ore = Commodity(
      name: commodity.name, nameJa: commodity.nameJa, unit: commodity.unit, year: commodity.year,
      tableSector: commodity.tableSector, spareCapacity: commodity.spareCapacity,
      importers: [passing], chokepoints: commodity.chokepoints, groups: [],
      price: commodity.price, gaps: [])
    let batch = CompiledBatch(spec.economy, [spec.scenario], commodities: [ore])
    var recorder = TrajectoryRecorder(batch)
    var simulation = Simulation(batch)
    simulation.run(&recorder)
    let series = recorder.trajectories[0].overlays[0]
    #expect(batch.touches.map(\.isNothing) == [false] && batch.touches[0].missed.isEmpty)
    // Through the strait go 2.5 of each of the two's sales of 5, and six times that in all.
    #expect(abs(batch.touches[0].flow - 12.5) < 1e-12)
    #expect(series.price.allSatisfy { $0 > 1.1 })
    #expect(series.received.allSatisfy { abs($0 - 10) < 1e-12 })
  }

  /// Redirected cargo passes no closed link: what arrives never exceeds what is open, with its spare.
  @Test(arguments: [0, 0.25, 1]) func redirectionAddsNothingBehindAClosure(_ most: Double) {
    var spec = OverlaySpec()
    var other = OverlaySpec.Importer()
    other.shares = ["A": 0.2, "C": 0.8]
    other.through = 0.2
    spec.importers[0].shares = ["A": 0.7, "B": 0.2, "C": 0.1]
    spec.importers[0].through = 0.8
    spec.importers.append(other)
    spec.flow = 12
    spec.spare = 0.01
    spec.redirect = (most, 0.5)
    spec.closures = [.init(share: 1, bypass: 0, window: Self.window(0, nil))]
    spec.horizon = 200
    let (_, t) = spec.run()
    // Open: of the first (1 − 8/9)·9 and 1 from C, of the second 8 from C.
    for day in 0..<spec.horizon {
      let arrived = t.overlays[0].received[2 * day] + t.overlays[0].received[2 * day + 1]
      #expect(arrived <= (1 + 1 + 8) * 1.01 + 1e-9)
    }
  }

  /// Half an origin's capacity is gone for every buyer, its own users among them, and no buyer is
  /// served before another.
  @Test func lostCapacityIsSharedByAllThatAskForIt() {
    var spec = OverlaySpec()
    var home = OverlaySpec.Importer()
    home.use = 30
    home.shares = ["R0": 1]
    spec.importers[0] = home
    spec.importers.append(OverlaySpec.Importer())
    spec.importers[1].shares = ["R0": 0.5, "A": 0.5]
    spec.losses = [.init(origins: ["R0"], share: 0.5, window: Self.window(0, 20))]
    spec.redirect = (0, 0.01)
    let (overlay, t) = spec.run()
    let received = t.overlays[0].received
    #expect(overlay.origins == ["A", "R0"])
    #expect(abs(received[0] - 15) < 1e-9 && abs(received[1] - 7.5) < 1e-9)
    for day in 0..<20 {
      // The others are asked for no more than they have: only R0 is short.
      let fromR0 = received[2 * day] + received[2 * day + 1] - 5
      #expect(fromR0 <= 17.5 + 0.5 + 1e-9)
    }
    #expect(received[2 * 21] > 29.9)
  }

  /// What two losses leave multiplies, and an origin that one loss names twice loses once.
  @Test func lossesOfAnOriginMultiply() {
    func received(_ losses: [(origins: [String], share: Double)]) -> Double {
      var spec = OverlaySpec()
      spec.redirect = (0, 0.01)
      spec.losses = losses.map {
        .init(origins: $0.origins, share: $0.share, window: Self.window(0, nil))
      }
      return spec.run().trajectory.overlays[0].received[0]
    }
    #expect(abs(received([(["A"], 0.5), (["A"], 0.4)]) - (6 * 0.5 * 0.6 + 4)) < 1e-12)
    #expect(abs(received([(["A", "A"], 0.5)]) - 7) < 1e-12)
    #expect(abs(received([(["A", "B"], 1)])) < 1e-12)
  }

  @Test func orderedByNobodyIsNotLost() {
    var spec = OverlaySpec()
    spec.importers[0].travel = ["A": 10, "B": 10]
    spec.importers[0].stockDays = 5
    spec.restraints = [.init(importer: 0, share: 1, window: Self.window(0, 8))]
    spec.orderCap = 0.5
    spec.horizon = 9
    let (_, t) = spec.run()
    // Nothing is used for eight days, and ten days' cargoes of 10 a day are at sea.
    #expect(abs(t.overlays[0].stock[7] - (50 + 80)) < 1e-9)
  }

  @Test func limitsOfDifferentPartsMultiplyAndOfOnePartTakeTheWorse() {
    // LEVERS.md 0.4: limits of 0.9 and 0.8 give 0.72 in different parts, 0.8 in the same.
    func output(_ parts: (String?, String?)) -> Double {
      var spec = OverlaySpec()
      spec.importers[0].stockDays = 0
      spec.bans = [.init(origin: "A", importer: nil, share: 1, window: Self.window(0, nil))]
      func part(_ name: String?, _ exposed: Double) -> Commodity {
        spec.importers[0].shares = ["A": 1]
        spec.importers[0].users = [(1, exposed, 1)]
        return spec.commodity(named: exposed == 0.1 ? "ore" : "salt", part: name)
      }
      let commodities = [part(parts.0, 0.1), part(parts.1, 0.2)]
      var scenario = spec.scenario
      scenario = Scenario(
        title: "two", titleJa: nil, economy: "", start: nil, horizon: 20, model: scenario.model,
        baseline: [],
        shocks: [
          Ban(
            exporter: Partner(code: "A", region: nil), importer: nil,
            products: [.commodity(0), .commodity(1)], by: 1, leak: 0, window: Self.window(0, nil))
        ], responses: [], report: scenario.report)
      let batch = CompiledBatch(spec.economy, [scenario], commodities: commodities)
      var recorder = TrajectoryRecorder(batch)
      var simulation = Simulation(batch)
      simulation.run(&recorder)
      return recorder.trajectories[0].output[19 * 2]
    }
    #expect(abs(output((nil, nil)) - 72) < 1e-9)
    #expect(abs(output(("magnets", "magnets")) - 80) < 1e-9)
    #expect(abs(output(("magnets", "chips")) - 72) < 1e-9)
  }
}
