import Propagation
import Scenarios

// Stocks.
extension LeverSweep {
  static let stocks: [LeverSweep] = [
    LeverSweep("stock.usable", .takes, [0, 15, 30, 60, 90]) { spec, days in
      spec = banned
      spec.importers[0].stockDays = days
    },
    LeverSweep("release.volume", .takes, [0.1, 100, 200, 400]) { spec, volume in
      spec = banned
      spec.others.responses = [release(volume, rate: nil)]
    },
    LeverSweep("release.rate", .takes, [0.1, 1, 3, 6]) { spec, rate in
      spec = banned
      spec.others.responses = [release(400, rate: rate)]
    },
    LeverSweep("release.coordinated.total", .takes, [0.1, 100, 400]) { spec, total in
      spec = banned
      spec.others.responses = [
        Release(
          commodity: 0, holders: [], kind: .government, rate: 10, trigger: .day(10), days: nil,
          coordination: Coordination(total: total, basis: .use, members: [home, other], delay: [:]))
      ]
    },
    LeverSweep("release.refill.rate", .leaves, [0.5, 1, 4]) { spec, rate in
      spec = banned
      spec.others.responses = [
        release(
          100, rate: nil, refill: Refill(from: 40, rate: rate, to: 1, isWithUsers: false))
      ]
    },
    LeverSweep("pool.volume", .takes, [0.1, 100, 200, 400]) { spec, volume in
      spec = banned
      spec.others.responses = [
        Pool(
          commodity: 0, members: [home, other], volume: volume, rate: 8, rule: .shortfall,
          weights: .use, isRigid: false, travelDays: 0, trigger: .day(10), days: nil, refill: nil)
      ]
    },
    LeverSweep("obligation.days", .adds, [0, 5, 10, 20]) { spec, days in
      spec = banned
      spec.others.responses = [
        Obligation(commodity: 0, holder: home, days: days, lowered: 0, from: 0)
      ]
    },
    LeverSweep("obligation.lower", .takes, [0, 5, 10, 15]) { spec, lowered in
      spec = banned
      spec.others.responses = [
        Obligation(commodity: 0, holder: home, days: 15, lowered: lowered, from: 20)
      ]
    },
    LeverSweep("hoard.orders", .adds, [0, 0.1, 0.3, 0.6]) { hoard(&$0, orders: $1) },
    LeverSweep("share information.share", .takes, shares) { spec, share in
      hoard(&spec, orders: 0.3)
      spec.others.responses = [
        ShareInformation(commodity: 0, members: [home, other], share: share, window: .since(0))
      ]
    },
    LeverSweep("stockpile.days", .takes, [0, 15, 30, 60]) { spec, days in
      spec = banned
      spec.others.responses = [Stockpile(commodity: 0, holder: home, days: days)]
    },
  ]

  private static func release(
    _ volume: Double, rate: Double?, refill: Refill? = nil
  ) -> Release {
    Release(
      commodity: 0, holders: [.init(holder: home, volume: volume)], kind: .government, rate: rate,
      trigger: .day(10), days: nil, refill: refill)
  }

  /// R1 orders more of what both lack.
  private static func hoard(_ spec: inout OverlaySpec, orders: Double) {
    spec.losses = [.init(origins: ["A"], share: 0.5, window: .since(0))]
    spec.others.shocks = [
      Hoard(
        commodity: 0, importers: [other], orders: orders, daysPerPoint: 0, window: .since(0))
    ]
  }
}

// Supply and demand.
extension LeverSweep {
  static let supply: [LeverSweep] = [
    LeverSweep("diversify.ramp", .takes, [0, 0.3, 0.6, 2]) { spec, perYear in
      spec = banned
      spec.others.responses = [diversify(perYear: perYear, capacity: .infinity)]
    },
    LeverSweep("diversify.capacity", .takes, [0.1, 1, 3, 6]) { spec, most in
      spec = banned
      spec.others.responses = [diversify(perYear: 3, capacity: most)]
    },
    LeverSweep("recycle.rate", .takes, [0, 0.1, 0.2, 0.3]) { spec, rate in
      spec = banned
      spec.others.responses = [
        Recycle(
          commodity: 0, importer: home, rate: rate, displaces: .largest, window: .since(0))
      ]
    },
    LeverSweep("standards.share", .leaves, [0, 0.5, 1]) { spec, share in
      // No spare: certified origins have nothing more to sell.
      spec = banned
      spec.others.responses = [
        Standards(
          commodity: 0, importer: home, share: share, certified: [b], premium: nil,
          window: .since(0))
      ]
    },
    LeverSweep("offtake.quantity", .adds, [0.1, 2, 4, 6]) { spec, quantity in
      // What is under contract with A does not move away from it, and is banned.
      spec = banned
      spec.others.responses = [
        Offtake(
          commodity: 0, importer: home, seller: a, quantity: quantity, price: 100,
          payer: .buyers(home), window: .since(0)), diversify(perYear: 3, capacity: .infinity),
      ]
    },
    LeverSweep("project.success", .takes, shares) { spec, success in
      spec = banned
      spec.others.responses = [project(success: success, lead: 0)]
    },
    LeverSweep("project.lead", .adds, [0, 30, 60, 100]) { spec, lead in
      spec = banned
      spec.others.responses = [project(success: 1, lead: Int(lead))]
    },
    LeverSweep("project.equity", .takes, [0, 0.1, 0.3]) { spec, public_ in
      spec = banned
      spec.others.responses = [
        Project(
          commodity: 0, country: c, plan: .init(capacity: 5, lead: 0, success: 0.5), from: 0,
          ramp: 0, offtake: [.init(importer: home, share: 1)],
          equity: .init(share: public_, takesFirstLoss: true), payer: home)
      ]
    },
    LeverSweep("capacity building.success", .takes, [0, 0.1, 0.3]) { spec, success in
      spec = banned
      spec.others.responses = [
        project(success: 0.5, lead: 40),
        CapacityBuilding(
          commodity: 0, country: c, shortens: 0, success: success, yield: 0, cost: 0, payer: home,
          from: 0),
      ]
    },
    LeverSweep("capacity building.shortens", .takes, [0, 20, 40]) { spec, days in
      spec = banned
      spec.others.responses = [
        project(success: 0.5, lead: 40),
        CapacityBuilding(
          commodity: 0, country: c, shortens: Int(days), success: 0, yield: 0, cost: 0,
          payer: home, from: 0),
      ]
    },
    LeverSweep("floor.response", .takes, [0, 0.2, 0.5, 1]) { spec, response in
      // Orders may rise to what members can sell more.
      spec = banned
      spec.orderCap = 1
      spec.others.responses = [
        Floor(
          PriceFloor(
            commodity: 0, level: 150, zone: [b], isPaidByBuyers: false, response: response,
            answersFrom: 10, window: .since(0)))
      ]
    },
    LeverSweep("subsidy.quantity", .leaves, [0.1, 1, 4]) { spec, quantity in
      spec = banned
      spec.others.responses = [
        Subsidy(
          commodity: 0, payer: home, strike: 110, quantity: quantity, upside: 0.3,
          window: .since(0))
      ]
    },
  ]

  static let demand: [LeverSweep] = [
    LeverSweep("thrift.by", .takes, [0, 0.05, 0.1, 0.5]) { spec, rate in
      spec = banned
      spec.others.responses = [
        Thrift(
          commodity: 0, importers: [home], sectors: nil, perYear: rate, step: 0, after: .infinity,
          from: 0)
      ]
    },
    LeverSweep("substitute.share", .takes, [0, 0.2, 0.4]) { spec, share in
      spec = banned
      spec.others.responses = [substitute(share, quality: 0)]
    },
    LeverSweep("substitute.quality", .adds, [0, 0.02, 0.2]) { spec, quality in
      spec = banned
      spec.others.responses = [substitute(0.4, quality: quality)]
    },
    LeverSweep("restrain.by", .takes, [0, 0.05, 0.2]) { spec, by in
      spec = banned
      spec.restraints = [.init(importer: 0, share: by, window: .since(10))]
    },
    LeverSweep("priority.users", .adds, [0.2, 0.5, 1]) { spec, weight in
      // S1 makes a third of the output with two thirds of the material. At a weight of 0 it would lose all,
      // while S0 stores what it does not use.
      spec = banned
      spec.importers[0].users = [(1.0 / 3, 1, 1), (2.0 / 3, 1, 1)]
      spec.others.responses = [
        Priority(
          commodity: 0,
          ranking: .users(
            UserPriority(
              commodity: 0, importer: home, weights: [1: weight], window: .since(0))))
      ]
    },
    LeverSweep("income.propensity", .adds, [0.46, 0.62, 0.86]) { spec, propensity in
      spec.income = IncomeParameters(show: .within, propensity: propensity, lagDays: 90)
      spec.others.shocks = [Price(commodity: 0, to: 900, window: .since(0))]
    },
    LeverSweep("price.to", .adds, [100, 200, 900]) { spec, price in
      spec.income = IncomeParameters(show: .within, propensity: 0.62, lagDays: 90)
      spec.others.shocks = [Price(commodity: 0, to: price, window: .since(0))]
    },
    LeverSweep("shield.share", .takes, shares) { spec, share in
      spec.income = IncomeParameters(show: .within, propensity: 0.62, lagDays: 90)
      spec.others.shocks = [Price(commodity: 0, to: 900, window: .since(0))]
      spec.others.responses = [Shield(region: 0, share: share, window: .since(0))]
    },
  ]

  static let all =
    trade + ways + stocks + supply + demand + stages + details + policies

  private static func diversify(perYear: Double, capacity: Double) -> Diversify {
    Diversify(
      commodity: 0, importer: home, from: a, to: [.init(origin: c, part: 1)], perYear: perYear,
      capacity: capacity, window: .since(0))
  }

  private static func project(success: Double, lead: Int) -> Project {
    Project(
      commodity: 0, country: c, plan: .init(capacity: 5, lead: lead, success: success), from: 0,
      ramp: 0, offtake: [.init(importer: home, share: 1)], payer: home)
  }

  private static func substitute(_ share: Double, quality: Double) -> Substitute {
    Substitute(
      commodity: 0, importers: [home], sectors: nil, share: share, quality: quality,
      window: .since(0))
  }
}
