import Propagation
import Scenarios

// The parameters of stocks, supply, demand and money of LEVERS.md K beside the main ones. When a stock opens or
// arrives moves losses either way (LEVERS.md C): buyers who get less early order more.
extension LeverSweep {
  static let policies: [LeverSweep] = [
    LeverSweep("release.coordinated.rate", .takes, [0.1, 1, 3]) { spec, rate in
      spec = banned
      spec.others.responses = [coordinated(rate: [home: rate])]
    },
    LeverSweep("pool.rate", .takes, [0.1, 2, 4, 8]) { pool(&$0, rate: $1) },
    // R1 lacks nothing: what it leaves of its entitlement passes on, unless the pool is rigid.
    LeverSweep("pool.rigid", .adds, [0, 1]) { pool(&$0, rule: .entitlement, isRigid: $1 > 0) },
    // B has no spare: what R1 puts into store is taken from R0 if it is served with the users.
    LeverSweep("release.refill.class", .adds, [0, 1]) { spec, isWithUsers in
      spec = banned
      spec.others.responses = [
        Release(
          commodity: 0, holders: [.init(holder: other, volume: 100)], kind: .government, rate: nil,
          trigger: .day(10), days: nil,
          refill: Refill(from: 20, rate: 4, to: 5, isWithUsers: isWithUsers > 0))
      ]
    },
    LeverSweep("hoard.target", .adds, [0, 0.5, 2]) { spec, target in
      spec.losses = [.init(origins: ["A"], share: 0.5, window: .since(0))]
      spec.others.shocks = [
        Hoard(
          commodity: 0, importers: [other], orders: 0.5, daysPerPoint: target, window: .since(0))
      ]
    },
    LeverSweep("diversify.premium", .leaves, [0, 0.1, 0.5]) { spec, premium in
      spec = banned
      spec.others.responses = [
        Diversify(
          commodity: 0, importer: home, from: a, to: [.init(origin: c, part: 1)], perYear: 0.6,
          premium: premium, window: .since(0))
      ]
    },
    LeverSweep("recycle.lag", .adds, [1, 5, 20]) { spec, lag in
      spec = banned
      spec.others.responses = [
        Recycle(
          commodity: 0, importer: home, rate: 0.3, displaces: .largest, lag: lag, growth: 0.05,
          window: .since(0))
      ]
    },
    LeverSweep("recycle.premium", .leaves, [0, 0.5, 1]) { spec, premium in
      spec = banned
      spec.others.responses = [
        Recycle(
          commodity: 0, importer: home, rate: 0.3, displaces: .largest, premium: premium,
          window: .since(0))
      ]
    },
    LeverSweep("thrift.step", .takes, [0, 0.2, 0.5]) { spec, step in
      spec = banned
      spec.others.responses = [
        Thrift(
          commodity: 0, importers: [home], sectors: nil, perYear: 0.067, step: step, after: 40,
          from: 0)
      ]
    },
    LeverSweep("substitute.ramp", .adds, [0, 60, 180]) { spec, ramp in
      spec = banned
      spec.others.responses = [
        Substitute(
          commodity: 0, importers: [home], sectors: nil, share: 0.4,
          window: Window(from: 0, days: nil, ramp: ramp, recovery: .immediate))
      ]
    },
    LeverSweep("substitute.cost", .leaves, [0, 0.3, 1]) { spec, cost in
      spec = banned
      spec.others.responses = [
        Substitute(
          commodity: 0, importers: [home], sectors: nil, share: 0.4, cost: cost,
          window: .since(0))
      ]
    },
    LeverSweep("project.ramp", .adds, [0, 60, 120]) { spec, ramp in
      spec = banned
      spec.others.responses = [
        Project(
          commodity: 0, country: c, plan: .init(capacity: 5, lead: 0, success: 1), from: 0,
          ramp: ramp, offtake: [.init(importer: home, share: 1)], payer: home)
      ]
    },
    LeverSweep("restrain.lag", .adds, [0, 60, 120]) { spec, lag in
      spec = banned
      spec.others.responses = [
        Restrain(
          commodity: 0, importers: [home], by: 0.2,
          window: Window(from: 0, days: nil, ramp: lag, recovery: .immediate))
      ]
    },
    LeverSweep("floor.at", .takes, [100, 150, 300]) { spec, level in
      spec = banned
      spec.orderCap = 1
      spec.others.responses = [
        Floor(
          PriceFloor(
            commodity: 0, level: level, zone: [b], isPaidByBuyers: false, response: 0.2,
            answersFrom: 10, window: .since(0)))
      ]
    },
    LeverSweep("subsidy.strike", .leaves, [90, 110, 200]) { spec, strike in
      spec = banned
      spec.others.responses = [
        Subsidy(
          commodity: 0, payer: home, strike: strike, quantity: 2, upside: 0.3, window: .since(0))
      ]
    },
    LeverSweep("offtake.price", .leaves, [50, 100, 200]) { spec, price in
      spec = banned
      spec.others.responses = [
        Offtake(
          commodity: 0, importer: home, seller: b, quantity: 2, price: price,
          payer: .buyers(home), window: .since(0))
      ]
    },
    LeverSweep("income.lag", .takes, [30, 90, 180]) { spec, lag in
      spec.income = IncomeParameters(show: .within, propensity: 0.62, lagDays: lag)
      spec.others.shocks = [Price(commodity: 0, to: 900, window: .since(0))]
    },
    // R1 asks for more than it usually buys: a level gives it no more for that.
    LeverSweep("priority.first", .takes, [0, 1]) { spec, isLevel in
      spec.losses = [.init(origins: ["A"], share: 0.5, window: .since(0))]
      spec.others.shocks = [
        Hoard(
          commodity: 0, importers: [other], orders: 0.6, daysPerPoint: 1, window: .since(0))
      ]
      guard isLevel > 0 else { return }
      spec.others.responses = [
        Priority(
          commodity: 0,
          ranking: .importers(
            ImporterPriority(commodity: 0, order: .level, window: .since(0))))
      ]
    },
  ]

  private static func coordinated(rate: [Partner: Double]) -> Release {
    Release(
      commodity: 0, holders: [], kind: .government, rate: 6, trigger: .day(10), days: nil,
      coordination: Coordination(
        total: 800, basis: .stated([home: 1, other: 1]), members: [home, other], delay: [:],
        rate: rate))
  }

  private static func pool(
    _ spec: inout OverlaySpec, rate: Double = 4, rule: StockPool.Rule = .shortfall,
    isRigid: Bool = false
  ) {
    spec = banned
    spec.others.responses = [
      Pool(
        commodity: 0, members: [home, other], volume: 1000, rate: rate, rule: rule, weights: .use,
        isRigid: isRigid, travelDays: 0, trigger: .day(10), days: nil, refill: nil)
    ]
  }
}
