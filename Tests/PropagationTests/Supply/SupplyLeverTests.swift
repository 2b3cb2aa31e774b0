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

  @Test(arguments: [(Displaced.origin(a), 4.5), (.largest, 4.5), (.proRata, 4.3)])
  func recyclingBeforeTheFirstDayDisplacesWhomItSays(_ displaced: Displaced, _ left: Double) {
    let recycle = Recycle(
      commodity: 0, importer: Self.home, rate: 0.05, displaces: displaced, window: .since(-50))
    #expect(abs(received([recycle], banFrom: 0, until: 1)[0] - left) < 1e-9)
  }

  @Test func thriftBeforeTheFirstDayMovesShares() {
    // A tenth saved off A: (0.6 − 0.1)/0.9 and 0.4/0.9 of a day-0 use that holds the saving already.
    func thrift(_ displaced: Displaced) -> Thrift {
      Thrift(
        commodity: 0, importers: [Self.home], sectors: nil, perYear: 0.1, step: 0,
        after: .infinity, displaces: displaced, from: -365)
    }
    let off = received([thrift(.origin(Self.a))], banFrom: 0, until: 1)[0]
    #expect(abs(off - 10 * 0.4 / 0.9) < 1e-9)
    #expect(abs(received([thrift(.proRata)], banFrom: 0, until: 1)[0] - 4) < 1e-9)
  }

  @Test func capacityBoundsWhatMoves() {
    // 101 days at a tenth of a point a day would be 1.01; capacity of 0.5 a day lets 0.5 move.
    let move = Diversify(
      commodity: 0, importer: Self.home, from: Self.a,
      to: [.init(origin: Self.origin("C"), part: 1)], perYear: 0.365, capacity: 0.5,
      window: .since(0))
    #expect(abs(received([move], banFrom: 100, until: 101)[100] - 4.5) < 1e-9)
  }

  @Test func aProjectGrowsFromItsLeadOn() {
    // Half of 10 a day is expected; 182 of 365 days after the lead of 730, of it 10·0.5·182/365.
    let project = Project(
      commodity: 0, country: Self.origin("C"),
      plan: .init(capacity: 10, lead: 730, success: 0.5), from: -912, ramp: 365,
      offtake: [.init(importer: Self.home, share: 1)], displaces: .origin(Self.a),
      payer: Self.home)
    let expected = 4 + 10 * 0.5 * 182 / 365
    #expect(abs(received([project], banFrom: 0, until: 1)[0] - expected) < 1e-9)
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
      project.plan(in: LeverContext(commodities: [], levers: [project] + others))
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
