import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// Levers that move, hold, list, release and refill a commodity at once: nothing is lost or made (LEVERS.md
/// M).
struct LeverBalanceTests {
  private static let places = (0..<3).map { (b: Int) in
    Partner(code: "R\(b)", region: b)
  }
  private static let origins = ["A", "B", "C"].map { Partner(code: $0, region: nil) }

  /// Three importers with ways, listed buyers, makers of two inputs, pools by each rule, refilling, hoarding,
  /// an obligation, an order of service and a project, each drawn.
  private static func spec(_ seed: UInt64) -> OverlaySpec {
    var g = SplitMix64(seed: 6200 + seed)
    func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * g.nextUniform() }
    func day() -> Int { Int(uniform(0, 300)) }
    func window() -> Window {
      Window(
        from: day(), days: g.nextUniform() < 0.5 ? nil : 20 + day(),
        recovery: g.nextUniform() < 0.5 ? .immediate : .linear(over: 30))
    }
    func of(_ list: [Partner]) -> Partner { list[Int(g.next() % UInt64(list.count))] }
    var spec = OverlaySpec()
    spec.horizon = 600
    spec.step = [1, 0.5, 0.25][Int(seed % 3)]
    spec.spare = uniform(0, 0.2)
    spec.orderCap = uniform(0.05, 0.5)
    spec.redirect = (uniform(0, 1), 0.02)
    spec.importers = (0..<3).map { b in
      let shares = [uniform(0.1, 1), uniform(0.1, 1), uniform(0.1, 1)]
      let sum = shares.reduce(0, +)
      var it = OverlaySpec.Importer(
        use: uniform(5, 30),
        shares: ["A": shares[0] / sum, "B": shares[1] / sum, "R\(b)": shares[2] / sum],
        stockDays: uniform(1, 40).rounded(), minimumDays: uniform(0, 3))
      it.travel = ["A": Int(uniform(0, 20)), "B": Int(uniform(0, 20))]
      it.through = uniform(0, 1)
      it.users = [(0.6, 0.8, 0.7), (0.4, 1, 1)]
      return it
    }
    spec.flow = 80
    spec.supply = 120
    spec.chain = spec.chain(
      of: [
        .init("light"), .init("heavy"),
        .init(
          "metal",
          [
            .init(0, yield: uniform(0.5, 3), days: uniform(2, 30).rounded()),
            .init(1, yield: uniform(1, 50), days: uniform(2, 30).rounded()),
          ]),
      ],
      links: [
        (0, "A", "A", 0.5), (0, "A", "C", 0.5), (0, "B", "C", 1), (1, "A", "B", 0.3),
        (1, "A", "C", 0.7),
      ], minimum: 1, travel: Int(uniform(0, 9)))
    let (home, other) = (of(places), of(places))
    spec.others.shocks = [
      Ban(
        exporter: of(origins), importer: home, products: [.commodity(0)], by: uniform(0.3, 1),
        leak: 0, window: window(), listing: Listing(listed: .all(uniform(0.05, 0.6)), resale: 0.2)),
      Ban(
        exporter: origins[2], importer: nil, products: [.commodity(0)], by: uniform(0.2, 1),
        leak: 0,
        window: window(), stage: .one(Int(g.next() % 2))),
      Review(
        exporter: origins[2], importer: nil, products: [.commodity(0)], covers: 0.8,
        delay: 1 + Int(uniform(0, 60)), approval: 0.8, window: window(), stage: .one(0)),
      Review(
        exporter: of(origins.dropLast()), importer: other, products: [.commodity(0)], covers: 0.7,
        delay: 1 + Int(uniform(0, 60)), approval: 0.8, window: window()),
      Closure(
        chokepoint: "strait", by: uniform(0.2, 1), bypass: [WayCapacity(uniform(0, 10))],
        detour: Detour(
          days: 1 + Int(uniform(0, 20)), share: uniform(0, 1), capacity: WayCapacity(10)),
        window: window()),
      Hoard(
        commodity: 0, importers: [of(places)], orders: uniform(0, 0.6), daysPerPoint: 0.5,
        window: window()),
      Capacity(.origins([of(origins)], commodity: 0), by: uniform(0, 0.7), window: window()),
    ]
    let rules: [StockPool.Rule] = [.shortfall, .entitlement, .equalCover]
    spec.others.responses = [
      Pool(
        commodity: 0, members: [home, other].uniqued, volume: uniform(50, 500),
        rate: uniform(1, 12),
        rule: rules[Int(seed % 3)], weights: .use, isRigid: seed % 2 == 0,
        travelDays: Int(uniform(0, 15)), trigger: .day(day()), days: nil,
        refill: Refill(from: day(), rate: uniform(0.5, 4), to: 1, isWithUsers: seed % 2 == 1)),
      Release(
        commodity: 0, holders: [.init(holder: of(places), volume: uniform(20, 300))],
        kind: .government, rate: uniform(1, 9), trigger: .shortfall(above: 0.05, days: 3), days: nil
      ),
      Obligation(commodity: 0, holder: of(places), days: uniform(0, 20), lowered: 10, from: day()),
      Restrain(commodity: 0, importers: [of(places)], by: uniform(0, 0.2), window: window()),
      Priority(
        commodity: 0,
        ranking: .importers(
          ImporterPriority(
            commodity: 0, order: [.level, .home, .named([other])][Int(g.next() % 3)],
            window: window()))),
      Diversify(
        commodity: 0, importer: of(places), from: origins[0],
        to: [.init(origin: origins[1], part: 1)], perYear: 0.5, window: .since(day())),
    ]
    return spec
  }

  @Test(arguments: 1...15) func nothingIsLostOrMade(_ seed: UInt64) {
    let spec = Self.spec(seed)
    let batch = CompiledBatch(spec.economy, [spec.scenario], commodities: [spec.commodity])
    var balance = MaterialBalance()
    var simulation = Simulation(batch)
    simulation.run(&balance)
    #expect(balance.failures.isEmpty)
    // Something of each kind has happened: the balances are not of nothing.
    #expect(balance.seen.waiting > 0 && balance.seen.made > 0)
    #expect(batch.overlays[0].importers.count == 4, "a slice of listed buyers")
    #expect(batch.overlays[0].tiers.count == 2)
  }

  /// Over all draws stocks are released and filled again.
  @Test func stocksAreReleasedAndFilledInSomeDraws() {
    var seen = (released: 0, filled: 0)
    for seed in [1, 2, 3, 4, 5, 6] as [UInt64] {
      let spec = Self.spec(seed)
      let batch = CompiledBatch(spec.economy, [spec.scenario], commodities: [spec.commodity])
      var balance = MaterialBalance()
      var simulation = Simulation(batch)
      simulation.run(&balance)
      seen.released += balance.seen.released
      seen.filled += balance.seen.filled
    }
    #expect(seen.released > 100 && seen.filled > 100)
  }
}

extension [Partner] {
  fileprivate var uniqued: [Partner] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
