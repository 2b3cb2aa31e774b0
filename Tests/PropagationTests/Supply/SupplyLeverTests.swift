import Propagation
import Scenarios
import Testing

/// Levers of supply policy against cases worked by hand (LEVERS.md 0.1 and E, examples 09 to 11).
struct SupplyLeverTests {
  static let home = Partner(code: "R0", region: 0)
  private static func origin(_ code: String) -> Partner { Partner(code: code, region: nil) }
  private static let a = origin("A")

  /// What R0 receives on the days of a whole ban of A from day `day` on.
  private func received(_ responses: [any Lever], banFrom day: Int, until horizon: Int) -> [Double]
  {
    var spec = OverlaySpec()
    spec.bans = [.init(origin: "A", importer: 0, share: 1, window: .since(day))]
    spec.others.responses = responses
    spec.horizon = horizon
    return spec.run().trajectory.overlays[0].received
  }

  @Test func whatBeganEarlierStandsAtItsValue() {
    // 3.65 points a year for 100 days are 1 point: of 60% of 10 a day 5.9 are left with A.
    let move = Diversify(
      commodity: 0, importer: Self.home, from: Self.a,
      to: [.init(origin: Self.origin("C"), part: 1)], perYear: 0.0365, window: .since(-100))
    #expect(abs(received([move], banFrom: 0, until: 1)[0] - 4.101) < 1e-9)
  }

  /// What a lever moved goes back when it ends, at once or as it fades, and to whom it was taken from though
  /// another sells most by then: of 10 a day B sells 4, recycling 3 and A, banned at last, none.
  @Test(arguments: [5, 0, -400]) func whatEndsGoesBack(_ first: Int) {
    func recycle(_ days: Int?, _ recovery: Recovery) -> Recycle {
      Recycle(
        commodity: 0, importer: Self.home, rate: 0.3, displaces: .largest,
        window: Window(from: first, days: days.map { $0 - first }, recovery: recovery))
    }
    func last(_ lever: Recycle) -> Double { received([lever], banFrom: 50, until: 60)[55] }
    #expect(abs(last(recycle(nil, .immediate)) - 7) < 1e-9)
    #expect(abs(last(recycle(20, .immediate)) - 4) < 1e-9)
    // Of 30 days' fading 35 days after the end nothing is left, of 70 days' a half. What had moved before the
    // first day keeps its day-0 capacity as it fades, and serves a half of orders that have grown.
    #expect(abs(last(recycle(20, .linear(over: 30))) - 4) < 1e-9)
    if first > 0 { #expect(abs(last(recycle(20, .linear(over: 70))) - 5.5) < 1e-9) }
    // Before the ban nothing is short either way.
    let early = received([recycle(20, .immediate)], banFrom: 50, until: 50)
    #expect(early.allSatisfy { abs($0 - 10) < 1e-9 }, "\(early)")
  }

  /// R0's shares by seller on a day, each by what a ban of that seller alone stops.
  private func shares(
    _ responses: [any Lever], on day: Int, of sellers: [String: Double]
  ) -> [String: Double] {
    var found: [String: Double] = [:]
    for (seller, _) in sellers {
      var spec = OverlaySpec()
      spec.importers[0].shares = sellers
      spec.bans = [.init(origin: seller, importer: 0, share: 1, window: .since(day))]
      spec.others.responses = responses
      spec.horizon = day + 1
      found[seller] = 1 - spec.run().trajectory.overlays[0].received[day] / 10
    }
    return found
  }

  private static func displaced(_ name: String) -> Displaced {
    name.hasSuffix("pro_rata") ? .proRata : .origin(origin("CHN"))
  }

  @Test(arguments: ["recycle_CHN", "recycle_pro_rata"])
  func recyclingBeforeTheFirstDayDisplacesWhomItSays(_ name: String) throws {
    let example = try WorkedExample.read("10-recycle-thrift-shares")
    let before = try example.table("before")
    let home = try example.number(name, "home")
    let expected = try example.table(name).filter { $0.key != "home" }
    func recycle(_ displaced: Displaced) -> Recycle {
      Recycle(
        commodity: 0, importer: Self.home, rate: home, displaces: displaced, window: .since(-50))
    }
    let found = shares([recycle(Self.displaced(name))], on: 0, of: before)
    for (seller, share) in expected {
      #expect(abs((found[seller] ?? 0) - share) < 1e-9, "\(seller)")
    }
    #expect(abs(1 - found.values.reduce(0, +) - home) < 1e-9)
    if name == "recycle_CHN" {
      #expect(shares([recycle(.largest)], on: 0, of: before) == found)
    }
  }

  @Test(arguments: ["thrift_CHN", "thrift_pro_rata"])
  func thriftBeforeTheFirstDayMovesShares(_ name: String) throws {
    let example = try WorkedExample.read("10-recycle-thrift-shares")
    let before = try example.table("before")
    let factor = try example.number(name, "use_factor")
    let expected = try example.table(name).filter { $0.key != "use_factor" }
    func thrift(from day: Int) -> Thrift {
      Thrift(
        commodity: 0, importers: [Self.home], sectors: nil, perYear: 1 - factor, step: 0,
        after: .infinity, displaces: Self.displaced(name), from: day)
    }
    // A use of day 0 that holds the saving already.
    let found = shares([thrift(from: -365)], on: 0, of: before)
    for (seller, share) in expected {
      #expect(abs((found[seller] ?? 0) - share) < 1e-9, "\(seller)")
    }
    // A year after it began: what came in and did not stay was used.
    var spec = OverlaySpec()
    spec.others.responses = [thrift(from: 0)]
    spec.horizon = 366
    let overlay = spec.run().trajectory.overlays[0]
    let used = overlay.stock[364] + overlay.received[365] - overlay.stock[365]
    #expect(abs(used / 10 - factor) < 1e-9)
  }

  @Test(arguments: ["follows", "capacity_half_a_unit"])
  func capacityBoundsWhatMoves(_ name: String) throws {
    // 36.5 points a year are a tenth of a point a day.
    let example = try WorkedExample.read("09-diversify")
    let day = Int(try example.number("after_days")) - 1
    let move = Diversify(
      commodity: 0, importer: Self.home, from: Self.origin("CHN"),
      to: [.init(origin: Self.origin("VNM"), part: 1)], perYear: 0.365,
      capacity: name == "follows" ? .infinity : 0.5, window: .since(0))
    let sellers = ["AUS": 0.4, "CHN": 0.6, "VNM": 0]
    let found = shares([move], on: day, of: sellers)
    for (seller, share) in zip(try example.texts("sellers"), try example.numbers(name)) {
      #expect(abs((found[seller] ?? 0) - share) < 1e-9, "\(seller)")
    }
  }

  /// Capacity by day, expected and as a run that draws has it, by what a ban of all others leaves.
  @Test func aProjectGrowsFromItsLeadOn() throws {
    let example = try WorkedExample.read("11-project")
    let amount = try example.number("amount")
    let probability = try example.number("probability")
    func capacity(_ day: Double, seed: Int?) throws -> Double {
      let project = Project(
        commodity: 0, country: Self.origin("C"),
        plan: .init(
          capacity: amount, lead: Int(try example.number("lead")), success: probability),
        from: -Int(day), ramp: try example.number("ramp"),
        offtake: [.init(importer: Self.home, share: 1)], displaces: .origin(Self.a),
        payer: Self.home, seed: seed)
      var spec = OverlaySpec()
      spec.importers[0].shares = ["A": 1]
      spec.bans = [.init(origin: "A", importer: 0, share: 1, window: .since(0))]
      spec.others.responses = [project]
      spec.horizon = 1
      return spec.run().trajectory.overlays[0].received[0]
    }
    var outcomes: Set<Bool> = []
    for (day, expected) in zip(
      try example.numbers("days"), try example.numbers("expected_capacity"))
    {
      #expect(abs(try capacity(day, seed: nil) - expected) < 1e-9, "day \(day)")
      for seed in 0..<6 where expected > 0 {
        let drawn = try capacity(day, seed: seed)
        let isBuilt = drawn > 0
        #expect(abs(drawn - (isBuilt ? expected / probability : 0)) < 1e-9, "day \(day)")
        outcomes.insert(isBuilt)
      }
    }
    #expect(outcomes.count == 2)
  }

  @Test func helpAndContractsMakeProjectsLikelier() {
    let project = Project(
      commodity: 0, country: Self.a, plan: .init(capacity: 10, lead: 730, success: 0.5), from: 0,
      ramp: 365, offtake: [], equity: .init(share: 0.2, takesFirstLoss: true), payer: Self.home)
    let help = CapacityBuilding(
      commodity: 0, country: Self.a, shortens: 365, success: 0.1, yield: 0.02, cost: 0,
      payer: Self.home, from: 0)
    let contract = Offtake(
      commodity: 0, importer: Self.home, seller: Self.a, quantity: 1, price: 1,
      payer: .government(Self.home), window: .since(0))
    func plan(_ others: [any Lever]) -> Project.Plan {
      project.plan(
        in: LeverContext(commodities: [], levers: ([project] + others).map { $0.erased }))
    }
    #expect(abs(plan([]).success - 0.7) < 1e-12 && plan([]).lead == 730)
    #expect(abs(plan([contract]).success - 0.8) < 1e-12)
    #expect(abs(plan([help]).success - 0.8) < 1e-12 && plan([help]).lead == 365)
    #expect(abs(plan([help]).capacity - 10.2) < 1e-12)
    #expect(plan([help, help, contract, contract]).success == 0.95)
  }

  @Test func aContractKeepsWhatItBought() {
    // All of A's 6 a day would move in 30 days; 5 of it are under contract.
    let move = Diversify(
      commodity: 0, importer: Self.home, from: Self.a,
      to: [.init(origin: Self.origin("C"), part: 1)], perYear: 7.3, window: .since(0))
    let contract = Offtake(
      commodity: 0, importer: Self.home, seller: Self.a, quantity: 5, price: 100,
      payer: .buyers(Self.home), window: .since(0))
    #expect(abs(received([move], banFrom: 60, until: 61)[60] - 10) < 1e-9)
    #expect(abs(received([contract, move], banFrom: 60, until: 61)[60] - 5) < 1e-9)
  }

  @Test func aStandardAddsNoSupply() {
    // B may ship a tenth more: 4.4 certified of 10, whatever is asked; without spare nothing moves.
    let standard = Standards(
      commodity: 0, importer: Self.home, share: 0.5, certified: [Self.origin("B")], premium: nil,
      window: .since(0))
    for (spare, expected) in [(0.1, 4.4), (0, 4)] {
      var spec = OverlaySpec()
      spec.spare = spare
      spec.bans = [.init(origin: "A", importer: 0, share: 1, window: .since(1))]
      spec.others.responses = [standard]
      spec.horizon = 2
      #expect(abs(spec.run().trajectory.overlays[0].received[1] - expected) < 1e-9)
    }
  }

  @Test func aSubstituteOfLesserQualityLosesSome() {
    // A fifth of use replaced, a tenth of its output lost: 2% of what all of it embodies.
    var spec = OverlaySpec()
    spec.horizon = 1
    spec.others.responses = [
      Substitute(
        commodity: 0, importers: [Self.home], sectors: nil, share: 0.2, quality: 0.1,
        window: .since(0))
    ]
    #expect(abs(spec.run().trajectory.output[0] - 98) < 1e-9)
  }

  /// Each lever, low to high, never adds to what a ban costs.
  @Test func moreOfALeverNeverCostsMore() {
    let c = [SupplyMove.Target(origin: Self.origin("C"), part: 1)]
    let levers: [(String, (Double) -> any Lever)] = [
      (
        "diversify",
        {
          Diversify(
            commodity: 0, importer: Self.home, from: Self.a, to: c, perYear: $0, window: .since(0))
        }
      ),
      (
        "capacity",
        {
          Diversify(
            commodity: 0, importer: Self.home, from: Self.a, to: c, perYear: 2, capacity: 6 * $0,
            window: .since(0))
        }
      ),
      (
        "recycle",
        {
          Recycle(
            commodity: 0, importer: Self.home, rate: $0 / 2, displaces: .largest, window: .since(0))
        }
      ),
      (
        "thrift",
        {
          Thrift(
            commodity: 0, importers: [Self.home], sectors: nil, perYear: $0 / 2, step: 0,
            after: .infinity, from: 0)
        }
      ),
      (
        "substitute",
        {
          Substitute(
            commodity: 0, importers: [Self.home], sectors: nil, share: $0, window: .since(0))
        }
      ),
      ("stockpile", { Stockpile(commodity: 0, holder: Self.home, days: 60 * $0) }),
      (
        "restrain",
        { Restrain(commodity: 0, importers: [Self.home], by: $0 / 2, window: .since(0)) }
      ),
      (
        "project",
        {
          Project(
            commodity: 0, country: Self.origin("C"), plan: .init(capacity: 5, lead: 0, success: $0),
            from: 0, ramp: 30, offtake: [.init(importer: Self.home, share: 1)], payer: Self.home)
        }
      ),
    ]
    for (name, lever) in levers {
      let losses = [0, 0.25, 0.5, 0.75, 1].map { size -> Double in
        var spec = OverlaySpec()
        spec.importers[0].stockDays = 20
        spec.horizon = 120
        spec.bans = [.init(origin: "A", importer: 0, share: 1, window: .since(10))]
        spec.others.responses = [lever(size)]
        let output = spec.run().trajectory.output
        return (0..<120).reduce(0) { $0 + 100 - output[2 * $1] }
      }
      #expect(zip(losses, losses.dropFirst()).allSatisfy { $1 <= $0 + 1e-6 }, "\(name): \(losses)")
      #expect(losses.last! < losses[0] - 1, "\(name): \(losses)")
    }
  }
}
