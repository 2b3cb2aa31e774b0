import Propagation
import Scenarios
import Testing

/// A lever's main key swept from low to high on an economy on which it bites, and what it does to the losses
/// of R0 (LEVERS.md J and K).
struct LeverSweep: Sendable, CustomTestStringConvertible {
  /// What more of it does to losses.
  enum Direction: Sendable { case adds, takes, leaves }

  let key: String
  let direction: Direction
  let values: [Double]
  let set: @Sendable (inout OverlaySpec, Double) -> Void

  init(
    _ key: String, _ direction: Direction, _ values: [Double],
    _ set: @escaping @Sendable (inout OverlaySpec, Double) -> Void
  ) {
    self.key = key
    self.direction = direction
    self.values = values
    self.set = set
  }

  var testDescription: String { key }

  static let home = Partner(code: "R0", region: 0)
  static let other = Partner(code: "R1", region: 1)
  static let a = Partner(code: "A", region: nil)
  static let b = Partner(code: "B", region: nil)
  static let c = Partner(code: "C", region: nil)
  static let shares = [0, 0.25, 0.5, 0.75, 1]

  /// A and B sell to R0 and R1, who stock 20 days; 120 days.
  static var plain: OverlaySpec {
    var spec = OverlaySpec()
    spec.importers = [.init(stockDays: 20), .init(stockDays: 20)]
    spec.horizon = 120
    return spec
  }

  /// The same, A banned from day 10 on.
  static var banned: OverlaySpec {
    var spec = plain
    spec.bans = [.init(origin: "A", importer: 0, share: 1, window: .since(10))]
    return spec
  }

  static func ban(_ by: Double, leak: Double = 0, listing: Listing? = nil) -> Ban {
    Ban(
      exporter: a, importer: home, products: [.commodity(0)], by: by, leak: leak,
      window: .since(10), listing: listing)
  }

  /// What R0 loses in each run, in days of its output.
  var losses: [Double] {
    values.map { value in
      var spec = Self.plain
      set(&spec, value)
      let output = spec.run(with: [spec.commodity]).output
      let nodes = spec.importers.count * 2
      let usual = spec.demand[0] + spec.demand[1]
      return (0..<spec.horizon).reduce(0) {
        $0 + 1 - (output[nodes * $1] + output[nodes * $1 + 1]) / usual
      }
    }
  }
}

// Trade and ways.
extension LeverSweep {
  static let trade: [LeverSweep] = [
    LeverSweep("ban.by", .adds, shares) { $0.others.shocks = [ban($1)] },
    LeverSweep("ban.leak", .takes, shares) { $0.others.shocks = [ban(1, leak: $1)] },
    LeverSweep("ban.listed", .adds, [0.05, 0.1, 0.2, 0.5, 1]) {
      $0.others.shocks = [ban(1, listing: Listing(listed: .all($1), resale: 0))]
    },
    LeverSweep("ban.resale", .takes, shares) {
      $0.spare = 0.25
      $0.others.shocks = [ban(1, listing: Listing(listed: .all(0.2), resale: $1))]
    },
    LeverSweep("review.delay", .adds, [0, 20, 45, 60, 90]) {
      $0.reviews = [
        .init(
          origin: "A", importer: 0, covers: 1, approval: 0.8, days: Int($1), window: .since(0))
      ]
    },
    LeverSweep("review.approval", .takes, shares) {
      $0.reviews = [
        .init(origin: "A", importer: 0, covers: 1, approval: $1, days: 60, window: .since(0))
      ]
    },
    LeverSweep("review.covers", .adds, shares) {
      $0.reviews = [
        .init(origin: "A", importer: 0, covers: $1, approval: 0.8, days: 60, window: .since(0))
      ]
    },
    LeverSweep("licence.covers", .takes, shares) {
      $0.others.shocks = [
        ban(1),
        Licence(
          exporter: a, importer: home, products: [.commodity(0)], covers: $1, window: .since(20)),
      ]
    },
    LeverSweep("re-export rule.compliance", .adds, shares) {
      $0.others.shocks = [rule(compliance: $1, content: 0.5)]
    },
    LeverSweep("re-export rule.content", .adds, [0.001, 0.1, 0.5, 1]) {
      $0.others.shocks = [rule(compliance: 0.7, content: $1)]
    },
    LeverSweep("contagion.base", .adds, [0, 0.5, 1, 4]) {
      $0.others.shocks = [ban(1), contagion(base: $1, pledge: 1)]
    },
    LeverSweep("contagion.pledge", .adds, shares) {
      $0.others.shocks = [ban(1), contagion(base: 2, pledge: $1)]
    },
    LeverSweep("capacity.by", .adds, shares) {
      $0.losses = [.init(origins: ["A"], share: $1, window: .since(10))]
    },
    LeverSweep("demand.by", .adds, [0, -0.1, -0.5]) {
      $0.others.shocks = [Demand(regions: [0], sectors: [0], by: $1, window: .since(0))]
    },
  ]

  private static func rule(compliance: Double, content: Double) -> ReexportRule {
    ReexportRule(
      origin: c, importer: home, commodities: [0], threshold: 0.001, compliance: compliance,
      isPooled: false, sellers: [.init(seller: a, content: content)], window: .since(0))
  }

  private static func contagion(base: Double, pledge: Double) -> Contagion {
    Contagion(
      commodity: 0, countries: [b], importer: nil, by: 1,
      spread: Spread(
        base: base, price: 0.4, shortage: 0.5, imitation: 0, pledge: pledge, seed: nil),
      window: .since(10))
  }

  static let ways: [LeverSweep] = [
    LeverSweep("closure.by", .adds, shares) { strait(&$0, closed: $1) },
    LeverSweep("closure.bypass", .takes, [0, 2, 4, 8]) { spec, around in
      strait(&spec, closed: 1, bypass: around)
    },
    LeverSweep("closure.alternative.capacity", .takes, [0.1, 2, 4, 8]) { spec, most in
      strait(&spec, closed: 1, detour: Detour(days: 6, share: 1, capacity: WayCapacity(most)))
    },
    LeverSweep("premium.to", .adds, [0.0025, 0.01, 0.03, 0.05]) { strait(&$0, premium: $1) },
    LeverSweep("insure.line", .takes, [0, 2, 5, 10, 40]) { spec, line in
      strait(&spec, premium: 0.05)
      spec.others.responses = [
        Insure(
          chokepoint: "strait", cover: PublicCover(line: line, ceiling: 0.005, casualty: 0.001),
          window: .since(10))
      ]
    },
    LeverSweep("escort.opens", .takes, shares) { spec, opens in
      strait(&spec, closed: 1)
      spec.others.responses = [
        Escort(
          chokepoint: "strait", opens: opens,
          voyage: Voyage(days: 0, roundTrip: 45, spareFleet: 0, isBothWays: false),
          window: .since(10))
      ]
    },
    LeverSweep("reroute.days", .adds, [0, 15, 30, 60]) { spec, days in
      strait(&spec, voyage: Voyage(days: Int(days), roundTrip: 45, spareFleet: 0, isBothWays: true))
    },
    LeverSweep("reroute.spare fleet", .takes, [0, 0.2, 0.5]) { spec, spare in
      strait(&spec, voyage: Voyage(days: 40, roundTrip: 45, spareFleet: spare, isBothWays: true))
    },
  ]

  /// All of what both buy passes a strait of 20 a day, on which something lies from day 10 on.
  private static func strait(
    _ spec: inout OverlaySpec, closed: Double = 0, bypass: Double = 0, detour: Detour? = nil,
    premium level: Double? = nil, voyage: Voyage? = nil
  ) {
    for b in spec.importers.indices { spec.importers[b].through = 1 }
    spec.flow = 20
    spec.others.shocks = []
    if closed > 0 {
      spec.others.shocks.append(
        Closure(
          chokepoint: "strait", by: closed, bypass: [WayCapacity(bypass)], detour: detour,
          window: .since(10)))
    }
    if let level {
      spec.others.shocks.append(
        WarRiskPremium(
          chokepoint: "strait",
          premium: Premium(
            level: level, normal: 0.0025, withdrawn: 0.05, uninsured: 0.1, covered: nil,
            hull: 0.8, cargo: 2, inside: 5 / (0.8 + 200) * 0.8), window: .since(10)))
    }
    if let voyage {
      spec.others.shocks.append(
        Reroute(chokepoint: "strait", voyage: voyage, window: .since(10)))
    }
  }
}
