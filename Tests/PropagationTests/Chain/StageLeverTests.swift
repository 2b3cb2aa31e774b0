import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// Reviews, contagions and projects at a stage of a chain (LEVERS.md A).
struct StageLeverTests {
  private static let home = Partner(code: "R0", region: 0)
  private static let c = Partner(code: "C", region: nil)
  private static let d = Partner(code: "D", region: nil)

  /// Oxide of C and D makes magnets in R0 and C; R0 buys both. Stocks of a day show each day's arrivals.
  private static func magnets() -> OverlaySpec {
    var spec = OverlaySpec()
    spec.importers = [.init(shares: ["R0": 0.5, "C": 0.5], stockDays: 1, minimumDays: 1)]
    spec.orderCap = 0
    spec.chain = spec.chain(
      stages: [("oxide", 1, 0, nil), ("magnet", 0.5, 1, nil)],
      links: [(0, "R0", "C", 0.6), (0, "R0", "D", 0.4), (0, "C", "C", 1)], minimum: 1)
    spec.horizon = 120
    return spec
  }

  private static func review(_ stage: StageChoice, _ approval: Double, _ days: Int) -> Review {
    Review(
      exporter: c, importer: home, products: [.commodity(0)], covers: 1, delay: days,
      approval: approval, window: .since(0), stage: stage)
  }

  private static func project(_ size: Double, from day: Int, to buyer: Bool = true) -> Project {
    Project(
      commodity: 0, country: d, plan: .init(capacity: size, lead: 0, success: 1), from: day,
      ramp: 0, offtake: buyer ? [.init(importer: home, share: 1)] : [], displaces: .origin(c),
      payer: home, stage: 0)
  }

  private static func ban(from day: Int) -> Ban {
    Ban(
      exporter: c, importer: home, products: [.commodity(0)], by: 1, leak: 0, window: .since(day),
      stage: .one(0))
  }

  /// Of 10 oxide a day 6 wait; what is approved comes `days` later, what is refused never does.
  @Test func whatIsReviewedComesLateOrNever() {
    var spec = Self.magnets()
    spec.others.shocks = [Self.review(.one(0), 0.5, 20)]
    let t = spec.run().trajectory
    // R0 makes 0.5·10 of the 10 magnets; with 0.4 of its oxide 2, with the approved half of C's 3.5.
    #expect(abs(t.overlays[0].received[0] - 10) < 1e-9)
    #expect(abs(t.overlays[0].received[15] - 7) < 1e-6)
    #expect(abs(t.overlays[0].received[100] - 8.5) < 1e-6)
  }

  @Test func aReviewOfNothingAtAStageChangesNothing() {
    var spec = Self.magnets()
    spec.others.shocks = [Self.review(.one(0), 1, 0)]
    let t = spec.run().trajectory
    #expect(t.overlays[0].received.allSatisfy { abs($0 - 10) < 1e-9 })
  }

  /// The market misses what waits until it comes, and what is refused after.
  @Test func thePriceOfAReviewFallsBackToWhatIsRefused() {
    var spec = Self.magnets()
    spec.supply = 20
    spec.others.shocks = [Self.review(.one(0), 0.5, 20)]
    let price = spec.run().trajectory.overlays[0].price
    #expect(price[5] > price[60] && price[60] > 1)
    spec.others.shocks = [Self.review(.one(0), 1, 20)]
    let approved = spec.run().trajectory.overlays[0].price
    #expect(approved[5] == price[5] && approved[60] == 1)
  }

  @Test func restrictionsSpreadAtAStage() {
    func received(_ stage: StageChoice, seed: Int?) -> [Double] {
      var spec = Self.magnets()
      spec.horizon = 400
      spec.others.shocks = [
        Contagion(
          commodity: 0, countries: [Self.c], importer: Self.home, by: 1,
          spread: Spread(
            base: 2, price: 0, shortage: 0, imitation: 0, pledge: 1, seed: seed),
          window: .since(0), stage: stage)
      ]
      return spec.run().trajectory.overlays[0].received
    }
    // After a year 86% of C's oxide for R0 is gone: 3·0.865 of 10 magnets.
    let expected = received(.one(0), seed: nil)
    #expect(zip(expected, expected.dropFirst()).allSatisfy { $1 <= $0 + 1e-9 })
    #expect(abs(expected[365] - (10 - 3 * 0.8647)) < 0.01)
    // Drawn it is all of it from a day on, and everything before.
    let drawn = received(.one(0), seed: 3)
    #expect(Set(drawn.map { ($0 * 1e6).rounded() }).isSuperset(of: [1e7, 7e6]))
    #expect(received(.all, seed: nil)[365] < expected[365] - 1)
  }

  @Test func aProjectAtAStageTakesThePlaceOfWhatItDisplaces() {
    // 3 of the 6 that R0 buys of C come of D: a ban then stops 3 of 10 oxide, 1.5 of 10 magnets.
    for day in [-50, 0, 30] {
      var spec = Self.magnets()
      spec.others = ([Self.ban(from: 60)], [Self.project(3, from: day)])
      let received = spec.run().trajectory.overlays[0].received
      #expect(received.prefix(60).allSatisfy { abs($0 - 10) < 1e-9 }, "\(day)")
      #expect(abs(received[100] - 8.5) < 1e-6, "\(day)")
    }
    var none = Self.magnets()
    none.others.shocks = [Self.ban(from: 60)]
    #expect(abs(none.run().trajectory.overlays[0].received[100] - 7) < 1e-6)
  }

  /// What anyone may buy goes to those whose orders cannot be met: with redirect, R0's.
  @Test func whatAProjectSellsToAnyoneIsCapacityAlone() {
    func received(_ size: Double) -> Double {
      var spec = Self.magnets()
      spec.redirect = (1, 1)
      spec.others = ([Self.ban(from: 10)], [Self.project(size, from: 0, to: false)])
      return spec.run().trajectory.overlays[0].received[100]
    }
    #expect(abs(received(1e-9) - 7) < 1e-6)
    #expect(abs(received(2) - 8) < 1e-6)
    #expect(abs(received(50) - 10) < 1e-6)
  }

  /// A country that sold nothing at the stage before.
  @Test func aNewSellerOpensAtAStage() {
    var spec = Self.magnets()
    let australia = Partner(code: "AUS", region: nil)
    spec.others = (
      [Self.ban(from: 60)],
      [
        Project(
          commodity: 0, country: australia, plan: .init(capacity: 6, lead: 0, success: 1),
          from: 0, ramp: 30, offtake: [.init(importer: Self.home, share: 1)],
          displaces: .largest, payer: Self.home, stage: 0)
      ]
    )
    let found = spec.run()
    #expect(found.overlay.tiers[0].sellers == ["AUS", "C", "D"])
    #expect(!found.overlay.origins.contains("AUS"), "it sells oxide, no magnets")
    #expect(found.trajectory.overlays[0].received.allSatisfy { abs($0 - 10) < 1e-9 })
  }

  /// Columns with levers of their own at a stage.
  private static func batch(_ seed: UInt64) -> (CompiledBatch, [CompiledBatch]) {
    let draws = RandomChains(seed: seed)
    let exporter = Partner(code: draws.exporter, region: nil)
    var g = SplitMix64(seed: 600 + seed)
    func uniform() -> Double { g.nextUniform() }
    let scenarios = (0..<[1, 3, 5, 8][Int(seed % 4)]).map { k in
      var own = draws.spec
      let stage = k % 4 == 3 ? StageChoice.all : .one(draws.stage)
      own.others.shocks = [
        Review(
          exporter: exporter, importer: nil, products: [.commodity(0)], covers: uniform(),
          delay: 1 + Int(20 * uniform()), approval: uniform(),
          window: Window(
            from: Int(10 * uniform()), days: 30, recovery: .linear(over: 20)), stage: stage),
        Contagion(
          commodity: 0, countries: [exporter], importer: nil, by: uniform(),
          spread: Spread(
            base: 3 * uniform(), price: uniform(), shortage: uniform(), imitation: uniform(),
            pledge: 1, seed: uniform() < 0.5 ? k : nil), window: .since(0), stage: stage),
      ]
      own.others.responses = [
        Project(
          commodity: 0, country: Partner(code: uniform() < 0.5 ? "B" : "NEW", region: nil),
          plan: .init(capacity: 5 * uniform(), lead: 0, success: 1),
          from: Int(60 * uniform()) - 30, ramp: 20 * uniform(),
          offtake: [.init(importer: home, share: uniform())], displaces: .proRata,
          payer: home, stage: draws.stage)
      ]
      return own.scenario
    }
    func compiled(_ scenarios: [Scenario]) -> CompiledBatch {
      CompiledBatch(draws.spec.economy, scenarios, commodities: [draws.spec.commodity])
    }
    return (compiled(scenarios), scenarios.map { compiled([$0]) })
  }

  @Test(arguments: 1...16) func aBatchIsItsSingleRuns(_ seed: UInt64) {
    let (batch, singles) = Self.batch(seed)
    for (found, single) in zip(trajectories(of: batch), singles) {
      let expected = trajectories(of: single)[0]
      #expect(relativeDistance(found.output, expected.output) < 1e-12)
      #expect(
        relativeDistance(found.overlays[0].received, expected.overlays[0].received) < 1e-12)
      #expect(found.output.allSatisfy { $0 >= 0 && $0.isFinite })
      #expect(found.overlays[0].stock.allSatisfy { $0 >= 0 })
    }
  }

  @Test(arguments: 1...4) func aStepAllocatesNothing(_ seed: UInt64) throws {
    let (batch, _) = Self.batch(seed)
    #expect(try allocationsInSteps(of: batch) == 0)
  }
}
