import InputOutputTables
import LinearAlgebra
import Propagation
import Quantities
import Scenarios
import Testing

/// Who pays what, against cases worked by hand (LEVERS.md E and I, examples 11, 12, 14).
struct LedgerTests {
  private static let home = Partner(code: "R0", region: 0)
  private static func origin(_ code: String) -> Partner { Partner(code: code, region: nil) }

  /// Lines of a scenario of one commodity of 100 USD a unit, 10 a day from A and B.
  private func ledger(
    _ responses: [any Lever], shocks: [any Lever] = [], horizon: Int = 10,
    _ change: (inout OverlaySpec) -> Void = { _ in }
  ) -> [LedgerLine] {
    var spec = OverlaySpec()
    spec.others = (shocks, responses)
    spec.horizon = horizon
    change(&spec)
    let batch = CompiledBatch(spec.economy, [spec.scenario], commodities: [spec.commodity])
    var recorder = AccountsRecorder(batch, tracingLimits: false)
    var simulation = Simulation(batch)
    simulation.run(&recorder)
    return recorder.accounts(of: 0, batch).ledger
  }

  private func cost(_ lines: [LedgerLine], _ payer: String? = nil) -> Double {
    lines.filter { payer == nil || $0.payer == payer }.reduce(0) { $0 + $1.cost }
  }

  private func price(_ level: Double) -> Price { Price(commodity: 0, to: level, window: .since(0)) }

  @Test func aSubsidyPaysTheGapAndTakesAPartBack() throws {
    let example = try WorkedExample.read("12-money")
    let subsidy = Subsidy(
      commodity: 0, payer: Self.home, strike: try example.number("cfd", "strike"),
      quantity: try example.number("quantity"), upside: try example.number("cfd", "upside"),
      window: .since(0))
    for (market, aDay) in zip(
      try example.numbers("price"), try example.numbers("cfd", "cost"))
    {
      let lines = ledger([subsidy], shocks: [price(market)])
      #expect(abs(cost(lines, "government:R0") - 10 * aDay) < 1e-9, "\(market)")
      #expect(Set(lines.map(\.payer)) == ["government:R0"])
    }
  }

  @Test func aContractPaysTheDifferenceBothWays() throws {
    let example = try WorkedExample.read("12-money")
    let contract = Offtake(
      commodity: 0, importer: Self.home, seller: Self.origin("B"),
      quantity: try example.number("quantity"), price: try example.number("offtake", "contract"),
      payer: .government(Self.home), window: .since(0))
    for (market, aDay) in zip(
      try example.numbers("price"), try example.numbers("offtake", "cost"))
    {
      #expect(
        abs(cost(ledger([contract], shocks: [price(market)])) - 10 * aDay) < 1e-9, "\(market)")
    }
  }

  /// Buyers' wedge on each unit and the budget's cost a day, negative where it is a levy.
  @Test(arguments: ["buyers", "budget"]) func aFloorIsPaidByBuyersOrTheBudget(
    _ payer: String
  ) throws {
    let example = try WorkedExample.read("12-money")
    let floor = try example.at("floor")
    let bought = try floor.number("zone_buys")
    let own = try floor.number("members_supply") / bought
    let expected = try floor.rows(payer)
    for (place, market) in try example.numbers("price").enumerated() {
      let lines = ledger(
        [
          Floor(
            PriceFloor(
              commodity: 0, level: try floor.number("floor"),
              zone: [Self.home, Self.origin("B")], isPaidByBuyers: payer == "buyers", response: 0,
              answersFrom: 0, window: .since(0)))
        ], shocks: [price(market)]
      ) {
        $0.importers[0].use = bought
        $0.importers[0].shares = ["A": 1 - own, "B": own]
      }
      #expect(abs(cost(lines, "buyers:R0") - 10 * bought * expected[0][place]) < 1e-9, "\(market)")
      #expect(abs(cost(lines, "government:R0") - 10 * expected[1][place]) < 1e-9, "\(market)")
    }
  }

  /// What a stock sells its users pay, whoever holds it and by whatever rule.
  @Test(arguments: StockPool.Rule.allCases) func releasesAreTransfersAtHome(
    _ rule: StockPool.Rule
  ) {
    let pool = Pool(
      commodity: 0, members: [Self.home], volume: 7, rate: 2, rule: rule, weights: .use,
      isRigid: false, travelDays: 0, trigger: .day(0), days: nil, refill: nil)
    let release = Release(
      commodity: 0, holders: [.init(holder: Self.home, volume: 7)], kind: .government, rate: 2,
      trigger: .day(0), days: nil)
    let ban = Ban(
      exporter: Self.origin("A"), importer: Self.home, products: [.commodity(0)], by: 1, leak: 0,
      window: .since(0))
    let both = [pool as any Lever, release].map { ledger([$0], shocks: [ban, price(130)]) }
    for lines in both {
      #expect(abs(cost(lines, "government:R0") + 7 * 130) < 1e-9)
      #expect(abs(cost(lines)) < 1e-9)
    }
  }

  /// transits·p/(c + p)·(casualty·(hull + cargo·P) − ceiling·hull) a day, whoever it is that covers.
  @Test(arguments: [nil, Partner(code: "R1", region: nil)]) func publicCoverCostsWhatItLoses(
    _ government: Partner?
  ) {
    let premium = WarRiskPremium(
      chokepoint: "strait",
      premium: Premium(
        level: 0.03, normal: 0.0025, withdrawn: 0.05, uninsured: 0.1, covered: nil, hull: 1000,
        cargo: 2, inside: 5), window: .since(0))
    let insure = Insure(
      chokepoint: "strait",
      cover: PublicCover(line: 1e9, ceiling: 0.005, casualty: 0.002, government: government),
      window: .since(0))
    let lines = ledger([insure], shocks: [premium, price(100)]) {
      $0.importers[0].through = 1
      $0.flow = 8
    }
    // 4 transits a day, all of them covered: 1 − c of them by the government.
    let publicly = 1 - (0.05 - 0.03) / (0.05 - 0.0025)
    let aDay = 4 * publicly * (0.002 * (1000 + 2 * 100) - 0.005 * 1000)
    #expect(abs(cost(lines, "government:\(government?.code ?? "—")") - 10 * aDay) < 1e-9)
  }

  @Test func membersBuildWhereAFloorIsSure() {
    // From day 5 on B can ship 4·(1.21^0.5 − 1) more, which a ban of A shows.
    var spec = OverlaySpec()
    spec.orderCap = 1
    spec.prices = .plain
    spec.bans = [.init(origin: "A", importer: 0, share: 1, window: .since(0))]
    spec.others = (
      [price(100)],
      [
        Floor(
          PriceFloor(
            commodity: 0, level: 121, zone: [Self.origin("B")], isPaidByBuyers: false,
            response: 0.5, answersFrom: 20, window: .since(0)))
      ]
    )
    spec.horizon = 40
    let received = spec.run().trajectory.overlays[0].received
    #expect(abs(received[15] - 4) < 1e-9 && abs(received[39] - 4.4) < 1e-9, "\(received)")
  }

  @Test func aProjectIsPaidForWhileItIsBuilt() throws {
    // Half of 30% of 1,000 over 730 days; equity of a fifth makes 70% of it likely and may lose 60.
    let example = try WorkedExample.read("11-project")
    let aYear = try example.number("budget_per_year_over_lead")
    let capex = try example.number("capex")
    let given = try example.number("subsidy_share")
    let share = try example.number("equity", "public_share")
    func project(_ equity: Project.Equity?) -> Project {
      Project(
        commodity: 0, country: Self.origin("B"),
        plan: .init(capacity: 1, lead: 730, success: 0.5), from: -365, ramp: 0, offtake: [],
        capex: capex, subsidy: given, equity: equity, payer: Self.home)
    }
    let plain = ledger([project(nil)], horizon: 730)
    #expect(abs(cost(plain) - 2 * aYear) < 1e-9)
    #expect(abs(cost(plain.filter { $0.yearOfRun == -1 }) - aYear) < 1e-9)
    #expect(abs(cost(plain.filter { $0.yearOfRun == 0 }) - aYear) < 1e-9)
    let shared = ledger([project(.init(share: share, takesFirstLoss: true))], horizon: 730)
    #expect(abs(cost(shared) - (0.7 * given * capex + share * capex * 0.3)) < 1e-9)
    let hurdles = try example.at("equity")
    #expect(Project.hurdlePerEquity == (try hurdles.number("beta")))
    let lowered = try hurdles.number("hurdle_before") - Project.hurdlePerEquity * share
    #expect(abs(lowered - (try hurdles.number("hurdle_after"))) < 1e-12)
  }

  @Test func premiumsFollowWhatMovedAndWhatIsSaved() {
    let recycle = Recycle(
      commodity: 0, importer: Self.home, rate: 0.05, displaces: .largest, premium: 0.5,
      subsidy: 0.2, window: .since(0))
    let lines = ledger([recycle])
    #expect(abs(cost(lines, "buyers:R0") - 10 * 0.5 * 0.5 * 100 * 0.8) < 1e-9)
    #expect(abs(cost(lines, "government:R0") - 10 * 0.5 * 0.5 * 100 * 0.2) < 1e-9)
    let substitute = Substitute(
      commodity: 0, importers: [Self.home], sectors: nil, share: 0.2, cost: 0.3,
      window: .since(-10))
    #expect(abs(cost(ledger([substitute])) - 20 * 0.2 * 10 * 0.3 * 100) < 1e-9)
  }

  @Test func aStockIsBoughtOnceAndKept() {
    let lines = ledger([Stockpile(commodity: 0, holder: Self.home, days: 30, by: -355)])
    let value = 30.0 * 10 * 100
    #expect(abs(cost(lines.filter(\.isAsset)) - value) < 1e-9)
    #expect(abs(cost(lines.filter { !$0.isAsset }) - value * 0.08) < 1e-6)
  }

  @Test func aReleaseIsATransfer() {
    let lines = ledger([], shocks: [price(150)], horizon: 30) { spec in
      spec.importers[0].stockDays = 1
      spec.bans = [.init(origin: "A", importer: 0, share: 1, window: .since(0))]
      spec.releases = [
        (
          0,
          Release(
            commodity: 0, holders: [.init(holder: Self.home, volume: 20)], kind: .government,
            rate: nil, trigger: .day(0), days: nil)
        )
      ]
    }
    #expect(abs(cost(lines, "government:R0") + 20 * 150) < 1e-9)
    #expect(abs(cost(lines)) < 1e-9)
  }

  @Test func yearsAreOfTheCalendarAndOfTheRun() {
    let lines = ledger([Stockpile(commodity: 0, holder: Self.home, days: 1, by: -1)], horizon: 400)
    #expect(lines.filter { !$0.isAsset }.map(\.yearOfRun) == [-1, 0, 1])
    #expect(lines.filter { !$0.isAsset }.map(\.days) == [1, 365, 35])
  }
}
