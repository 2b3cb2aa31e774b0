import Propagation
import Scenarios

// The parameters of LEVERS.md K beside each lever's main ones.
extension LeverSweep {
  /// Oxide of A and B makes what R0 and R1 buy of R0's makers; A is banned there from day 10 on.
  private static func stage(
    _ spec: inout OverlaySpec, days: Double = 20, minimum: Double = 1, yield: Double = 0.8
  ) {
    spec.importers = [
      .init(shares: ["R0": 1], stockDays: 5), .init(shares: ["R0": 1], stockDays: 5),
    ]
    spec.chain = spec.chain(
      of: [.init("oxide"), .init("metal", [.init(0, yield: yield, days: days)])],
      links: [(0, "R0", "A", 0.6), (0, "R0", "B", 0.4)], minimum: minimum)
    spec.redirect = (1, 0.05)
    spec.others.shocks = [
      Ban(
        exporter: a, importer: nil, products: [.commodity(0)], by: 1, leak: 0,
        window: .since(10), stage: .one(0))
    ]
  }

  static let stages: [LeverSweep] = [
    LeverSweep("stages.stock days", .takes, [15, 30, 60, 90]) { stage(&$0, days: $1) },
    LeverSweep("stages.minimum days", .adds, [1, 5, 10]) { stage(&$0, minimum: $1) },
    // Of a lower yield more is bought and as much of it is banned.
    LeverSweep("stages.yield", .leaves, [0.5, 0.8, 2]) { stage(&$0, yield: $1) },
    LeverSweep("stages.spare", .takes, [0, 0.1, 0.25]) { spec, spare in
      stage(&spec)
      spec.spare = spare
    },
  ]

  static let details: [LeverSweep] = [
    LeverSweep("review.listed", .adds, [0.03, 0.1, 0.3, 1]) { spec, listed in
      spec.others.shocks = [
        Review(
          exporter: a, importer: home, products: [.commodity(0)], covers: 1, delay: 60,
          approval: 0.5, window: .since(0), listing: Listing(listed: .all(listed), resale: 0))
      ]
    },
    LeverSweep("re-export rule.threshold", .takes, [0.001, 0.4, 0.6]) {
      $0.importers[0].stockDays = 5
      $0.others.shocks = [rule(threshold: $1)]
    },
    LeverSweep("re-export rule.tracing", .adds, [0, 1]) {
      $0.others.shocks = [rule(threshold: 0.001, isPooled: $1 > 0)]
    },
    LeverSweep("contagion.price", .adds, [0, 0.4, 4]) { spread(&$0, price: $1) },
    LeverSweep("contagion.shortage", .adds, [0, 0.5, 5]) { spread(&$0, shortage: $1) },
    LeverSweep("contagion.imitation", .adds, [0, 0.5, 5]) { spread(&$0, imitation: $1) },
    LeverSweep("closure.alternative.days", .adds, [1, 20, 40, 60]) { spec, days in
      close(&spec, Detour(days: Int(days), share: 1, capacity: .unlimited))
    },
    LeverSweep("closure.alternative.share", .takes, shares) { spec, share in
      close(&spec, Detour(days: 6, share: share, capacity: .unlimited))
    },
    LeverSweep("premium.normal", .takes, [0.0025, 0.01, 0.02]) { insured(&$0, normal: $1) },
    LeverSweep("premium.withdrawn at", .takes, [0.031, 0.05, 0.1]) { insured(&$0, withdrawn: $1) },
    LeverSweep("premium.uninsured", .takes, [0, 0.1, 0.3]) { insured(&$0, uninsured: $1) },
    LeverSweep("premium.covered", .takes, shares) { insured(&$0, covered: $1) },
    LeverSweep("premium.inside", .adds, [2, 5, 10]) { insured(&$0, inside: $1, line: 10) },
    LeverSweep("premium.hull", .adds, [40, 200, 1000]) { insured(&$0, hull: $1, line: 4000) },
    LeverSweep("insure.ceiling", .leaves, [0.001, 0.005, 0.02]) {
      insured(&$0, line: 5, ceiling: $1)
    },
    LeverSweep("insure.casualty", .leaves, [0.0002, 0.001, 0.01]) {
      insured(&$0, line: 5, casualty: $1)
    },
    LeverSweep("escort.days", .adds, [0, 20, 40]) { escorted(&$0, days: Int($1)) },
    LeverSweep("escort.round trip", .takes, [30, 45, 90]) { escorted(&$0, roundTrip: $1) },
    LeverSweep("escort.spare fleet", .takes, [0, 0.2, 0.5]) { escorted(&$0, spareFleet: $1) },
  ]

  private static func rule(threshold: Double, isPooled: Bool = false) -> ReexportRule {
    ReexportRule(
      origin: c, importer: home, commodities: [0], threshold: threshold, compliance: 0.7,
      isPooled: isPooled, sellers: [.init(seller: a, content: 0.5)], window: .since(0))
  }

  /// A is banned, and B comes to restrict the faster.
  private static func spread(
    _ spec: inout OverlaySpec, price: Double = 0, shortage: Double = 0, imitation: Double = 0
  ) {
    spec = banned
    spec.supply = 20
    spec.horizon = 200
    spec.others.shocks = [
      Contagion(
        commodity: 0, countries: [b, a], importer: nil, by: 1,
        spread: Spread(
          base: 0.2, price: price, shortage: shortage, imitation: imitation, pledge: 1, seed: nil),
        window: .since(0))
    ]
  }

  /// All that both buy passes a strait of 20 a day.
  private static func pass(_ spec: inout OverlaySpec) {
    for b in spec.importers.indices { spec.importers[b].through = 1 }
    spec.flow = 20
  }

  private static func close(_ spec: inout OverlaySpec, _ detour: Detour) {
    pass(&spec)
    spec.others.shocks = [
      Closure(
        chokepoint: "strait", by: 1, bypass: [WayCapacity(0)], detour: detour,
        window: .since(10))
    ]
  }

  /// The market asks 3% of the hull, which it withdraws from at `withdrawn`; hulls and lines in USD.
  private static func insured(
    _ spec: inout OverlaySpec, normal: Double = 0.0025, withdrawn: Double = 0.05,
    uninsured: Double = 0.1, covered: Double? = nil, hull: Double = 0.8, inside: Double = 5,
    line: Double? = nil, ceiling: Double = 0.005, casualty: Double = 0.001
  ) {
    pass(&spec)
    spec.others.shocks = [
      WarRiskPremium(
        chokepoint: "strait",
        premium: Premium(
          level: 0.03, normal: normal, withdrawn: withdrawn, uninsured: uninsured,
          covered: covered, hull: hull, cargo: 2, inside: inside), window: .since(10))
    ]
    spec.others.responses =
      line.map {
        [
          Insure(
            chokepoint: "strait",
            cover: PublicCover(line: $0, ceiling: ceiling, casualty: casualty), window: .since(10))
        ]
      } ?? []
  }

  /// The strait is closed, and ships in convoys take longer.
  private static func escorted(
    _ spec: inout OverlaySpec, days: Int = 20, roundTrip: Double = 45, spareFleet: Double = 0
  ) {
    pass(&spec)
    spec.others.shocks = [
      Closure(
        chokepoint: "strait", by: 1, bypass: [WayCapacity(0)], window: .since(10))
    ]
    spec.others.responses = [
      Escort(
        chokepoint: "strait", opens: 0.6,
        voyage: Voyage(
          days: days, roundTrip: roundTrip, spareFleet: spareFleet, isBothWays: true),
        window: .since(10))
    ]
  }
}
