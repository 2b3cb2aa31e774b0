import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// Pools, coordinated releases, refilling and priorities against cases worked by hand (LEVERS.md C, F).
struct PoolTests {
  static let always = Window(from: 0, days: nil, recovery: .immediate)
  static let members = [Partner(code: "R0", region: 0), Partner(code: "R1", region: 1)]

  /// R0 is short of 3 with 5 days in store, R1 of 1 with 10 days, as in the example.
  private func short(_ rate: Double, _ rule: StockPool.Rule, isRigid: Bool = false) -> OverlaySpec {
    var spec = OverlaySpec()
    spec.importers = [
      .init(shares: ["A": 0.3, "B": 0.7], stockDays: 5),
      .init(shares: ["C": 0.1, "B": 0.9], stockDays: 10),
    ]
    spec.bans = [
      .init(origin: "A", importer: nil, share: 1, window: Self.always),
      .init(origin: "C", importer: nil, share: 1, window: Self.always),
    ]
    spec.others.responses = [
      pool(volume: 100, rate: rate, rule: rule, isRigid: isRigid)
    ]
    spec.horizon = 3
    return spec
  }

  private func pool(
    volume: Double, rate: Double, rule: StockPool.Rule, isRigid: Bool = false, travel: Int = 0,
    trigger: StockRelease.Trigger = .day(0), refill: Refill? = nil
  ) -> Pool {
    Pool(
      commodity: 0, members: Self.members, volume: volume, rate: rate, rule: rule,
      weights: .stated([Self.members[0]: 1, Self.members[1]: 1]), isRigid: isRigid,
      travelDays: travel, trigger: trigger, days: nil, refill: refill)
  }

  private func given(_ spec: OverlaySpec) -> [Double] {
    Array(spec.run().trajectory.overlays[0].released.prefix(2))
  }

  @Test func thePoolsRulesShareWhatItGives() throws {
    let example = try WorkedExample.read("06-pool-rules")
    let cases = [
      ("shortfall", short(2, .shortfall)), ("entitlement", short(2, .entitlement)),
      ("entitlement_3", short(3, .entitlement)),
      ("entitlement_3_rigid", short(3, .entitlement, isRigid: true)),
      ("equal_cover_2", short(2, .equalCover)),
    ]
    #expect(try example.at("expected").names == Set(cases.map(\.0)))
    for (name, spec) in cases {
      for (member, importer) in zip(["A", "B"], spec.importers) {
        #expect(importer.use == (try example.number("use", member)))
        #expect(importer.stockDays * importer.use == (try example.number("stock", member)))
      }
      let expected = try example.numbers("expected", name)
      for (found, expected) in zip(given(spec), expected) {
        #expect(abs(found - expected) < 1e-9, "\(name)")
      }
    }
  }

  @Test(arguments: 0..<40) func aPoolGivesWhatItHasToWhoIsShort(_ seed: UInt64) {
    var g = SplitMix64(seed: 500 + seed)
    var spec = OverlaySpec.random(&g)
    let members = spec.importers.indices.map { Partner(code: "R\($0)", region: $0) }
    let volume = 200 * g.nextUniform()
    let rule = StockPool.Rule.allCases[Int(g.nextUniform() * 3)]
    spec.others.responses = [
      Pool(
        commodity: 0, members: members, volume: volume, rate: 0.5 + 10 * g.nextUniform(),
        rule: rule, weights: g.nextUniform() < 0.5 ? .use : .netImports,
        isRigid: g.nextUniform() < 0.3, travelDays: 0,
        trigger: g.nextUniform() < 0.5 ? .day(5) : .shortfall(above: 0.05, days: 2), days: nil,
        refill: nil)
    ]
    let (_, t) = spec.run()
    spec.others.responses = []
    let (_, without) = spec.run()
    let series = t.overlays[0]
    let own = without.overlays[0]
    var pooled = 0.0
    for cell in series.released.indices {
      #expect(series.released[cell] <= series.shortfall[cell] * (1 + 1e-12) + 1e-9)
      #expect(series.stock[cell] >= 0)
      pooled += series.released[cell]
    }
    let most = volume + spec.releases.reduce(0) { $0 + ($1.release.holders[0].volume ?? 0) }
    #expect(pooled <= most * (1 + 1e-9))
    #expect(own.released.reduce(0, +) <= pooled + 1e-6 * most)
  }

  @Test func whatAPoolSendsTravels() {
    var spec = short(2, .shortfall)
    spec.horizon = 20
    spec.others.responses = [pool(volume: 100, rate: 2, rule: .shortfall, travel: 4)]
    let released = spec.run().trajectory.overlays[0].released
    #expect(released.prefix(8).allSatisfy { $0 == 0 })
    #expect(abs(released[8] - 1.5) < 1e-9 && abs(released[9] - 0.5) < 1e-9)
  }

  @Test func aStockOpensByThePriceOfTheDayBefore() {
    var spec = short(2, .shortfall)
    spec.horizon = 20
    spec.others.shocks = [
      Price(commodity: 0, to: 160, window: Window(from: 3, days: nil, recovery: .immediate))
    ]
    spec.others.responses = [
      pool(volume: 100, rate: 2, rule: .shortfall, trigger: .price(above: 0.5, days: 5))
    ]
    let released = spec.run().trajectory.overlays[0].released
    // Dear on the evening of day 3; five days of it are seen on days 4 to 8.
    #expect(released.prefix(16).allSatisfy { $0 == 0 } && released[16] > 0)
  }

  @Test func membersShareACoordinatedReleaseByTheirUse() {
    // 100 in all by 60:40 of use, A 8 a day from day 0, B 5 from day 3.
    var spec = OverlaySpec()
    spec.importers = [
      .init(use: 60, shares: ["A": 1], stockDays: 30),
      .init(use: 40, shares: ["A": 1], stockDays: 30),
    ]
    spec.bans = [.init(origin: "A", importer: nil, share: 1, window: Self.always)]
    spec.horizon = 15
    spec.others.responses = [
      Release(
        commodity: 0, holders: [], kind: .government, rate: 13, trigger: .day(0), days: nil,
        coordination: Coordination(
          total: 100, basis: .use, members: Self.members, delay: [Self.members[1]: 3]))
    ]
    let released = spec.run().trajectory.overlays[0].released
    for day in 0..<15 {
      let a = max(0, min(7.8, 60 - 7.8 * Double(day)))
      let b = day < 3 ? 0 : max(0, min(5.2, 40 - 5.2 * Double(day - 3)))
      #expect(abs(released[2 * day] - a) < 1e-9 && abs(released[2 * day + 1] - b) < 1e-9, "\(day)")
    }
  }

  @Test(arguments: [false, true]) func aRefillingBuysWhatUsersLeave(_ isWithUsers: Bool) {
    // A can ship 11: users take 10, one a day fills a store of 10 emptied before.
    var spec = OverlaySpec()
    spec.importers = [.init(shares: ["A": 1], stockDays: 30)]
    spec.spare = 0.1
    spec.horizon = 40
    let refill = Refill(from: 10, rate: 2, to: 1, isWithUsers: isWithUsers)
    spec.bans = [
      .init(
        origin: "A", importer: 0, share: 1,
        window: Window(from: 0, days: 2, recovery: .immediate))
    ]
    spec.others.responses = [
      Release(
        commodity: 0,
        holders: [.init(holder: Self.members[0], volume: 20)], kind: .government, rate: nil,
        trigger: .day(0), days: nil, refill: refill)
    ]
    let received = spec.run().trajectory.overlays[0].received
    spec.others.responses = [
      Release(
        commodity: 0,
        holders: [.init(holder: Self.members[0], volume: 20)], kind: .government, rate: nil,
        trigger: .day(0), days: nil)
    ]
    let plain = spec.run().trajectory.overlays[0].received
    if isWithUsers {
      #expect(zip(received, plain).contains { $0 < $1 - 1e-9 }, "it takes of what users ask")
    } else {
      #expect(relativeDistance(received, plain) < 1e-12, "users never get less")
    }
  }

  @Test func usersOfLowWeightGoWithout() {
    var spec = OverlaySpec()
    spec.importers[0].users = [(0.5, 1, 1), (0.5, 1, 1)]
    spec.importers[0].stockDays = 1
    spec.bans = [.init(origin: "A", importer: 0, share: 1, window: Self.always)]
    spec.horizon = 30
    func output(_ weights: [Int: Double]) -> (Double, Double) {
      spec.others.responses =
        weights.isEmpty
        ? []
        : [
          Priority(
            commodity: 0,
            ranking: .users(
              UserPriority(
                commodity: 0, importer: Self.members[0], weights: weights, window: Self.always)))
        ]
      let t = spec.run().trajectory.output
      return (t[2 * 29] / 100, t[2 * 29 + 1] / 50)
    }
    let (even, same) = output([:])
    #expect(abs(even - same) < 1e-9 && even < 0.5)
    // B's 4 go to S1 alone, which needs 5.
    let (none, all) = output([0: 0])
    #expect(none < 1e-9 && abs(all - 0.8) < 1e-6)
  }

  @Test func firstServedImportersGetWhatTheyAskOf() {
    var spec = OverlaySpec()
    spec.importers = [.init(shares: ["A": 1]), .init(shares: ["A": 1])]
    spec.losses = [.init(origins: ["A"], share: 0.5, window: Self.always)]
    spec.others.responses = [
      Priority(
        commodity: 0,
        ranking: .importers(
          ImporterPriority(commodity: 0, order: .named([Self.members[1]]), window: Self.always)))
    ]
    let received = spec.run().trajectory.overlays[0].received
    // Of 10 that A can ship R1 takes all that it asks.
    #expect(abs(received[1] - 10) < 1e-9 && abs(received[0]) < 1e-9)
    #expect(
      received.indices.filter { $0 % 2 == 0 }.allSatisfy {
        received[$0] + received[$0 + 1] <= 10 + 1e-9
      })
  }
}
