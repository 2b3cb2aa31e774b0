import Commodities
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// Chains of stages before the importers (LEVERS.md A and 0.6).
struct ChainTests {
  private static let always = Window(from: 0, days: nil, recovery: .immediate)

  /// Ore of A and B makes oxide in C and D, that makes magnets in C and R0: the example of LEVERS.md, with
  /// CHN as C, AUS as A, MYS as D, JPN as R0, KOR as R1.
  private static func magnets() -> OverlaySpec {
    var spec = OverlaySpec()
    spec.importers = [
      .init(shares: ["R0": 0.5, "C": 0.5], stockDays: 5),
      .init(shares: ["R0": 0.2, "C": 0.8], stockDays: 5),
    ]
    spec.chain = spec.chain(
      stages: [("ore", 1, 0, nil), ("oxide", 0.8, 10, 0.7), ("magnet", 0.5, 10, 0.5)],
      links: [
        (0, "C", "C", 1), (0, "D", "A", 1), (1, "R0", "C", 0.6), (1, "R0", "D", 0.4),
        (1, "C", "C", 1),
      ])
    return spec
  }

  private static func ban(
    _ exporter: String, _ importer: Int?, stage: StageChoice, _ by: Double = 1
  )
    -> Ban
  {
    Ban(
      exporter: Partner(code: exporter, region: nil),
      importer: importer.map { Partner(code: "R\($0)", region: $0) }, products: [.commodity(0)],
      by: by, leak: 0, window: always, stage: stage)
  }

  @Test func aCountryThatNobodyNamesLosesThroughItsMaker() throws {
    var spec = Self.magnets()
    spec.others.shocks = [Self.ban("C", 0, stage: .one(1))]
    let found = spec.run()
    let example = try WorkedExample.read("05-chain-three-stages").at("expected")
    for (region, series) in ["output_JPN", "output_KOR"].enumerated() {
      for (day, expected) in try example.numbers(series).enumerated() {
        let output = found.trajectory.output[day * 4 + 2 * region]
        // The example's numbers have nine decimals.
        #expect(abs(output - expected) < 1e-8, "\(series), day \(day)")
      }
    }
    let base = try WorkedExample.read("05-chain-three-stages").at("baseline")
    #expect(abs(found.overlay.tiers[1].sold[0] - (try base.number("oxide", "CHN"))) < 1e-12)
    #expect(
      abs(found.overlay.tiers[0].sold[0] - (try base.number("ore", "AUS"))) < 1e-12,
      "A sells ore to D")
  }

  @Test func whatPassesAnOriginIsLookedThrough() throws {
    let commodity = Self.magnets().commodity
    let through = commodity.importers.map { commodity.lookThrough(on: "C", for: $0) }
    let example = try WorkedExample.read("05-chain-three-stages").table("look_through_CHN")
    #expect(relativeDistance(through, [example["JPN"] ?? 0, example["KOR"] ?? 0]) < 1e-12)
    let chain = commodity.chain
    #expect(chain.content(of: "C", in: "R0", at: 2) == 0.6)
    let value = try #require(chain.valueContent(of: "C", in: "R0", at: 2))
    #expect(abs(value - 0.3) < 1e-12)
    #expect(chain.content(of: "A", in: "R0", at: 2) == 0.4)
  }

  @Test func aShortageOfAStageMovesThePriceAsOneAtItsEnd() {
    // 0.3 of R0's use and 0.12 of R1's cannot be reached: 4.2 of 20 units.
    var early = Self.magnets()
    early.supply = 20
    early.others.shocks = [Self.ban("C", 0, stage: .one(1))]
    var late = Self.magnets()
    late.supply = 20
    late.losses = [.init(origins: ["R0"], share: 0.6, window: Self.always)]
    let prices = [early, late].map { $0.run().trajectory.overlays[0].price[0] }
    #expect(prices[0] > 1.2)
    #expect(abs(prices[0] / prices[1] - 1) < 1e-12)
  }

  @Test(arguments: 1...20) func aChainAtRestStaysAtRest(_ seed: UInt64) {
    var spec = RandomChains(seed: seed).spec
    spec.others.shocks = [Self.ban("A", nil, stage: .last, 0)]
    let t = spec.run().trajectory
    for day in 0..<spec.horizon {
      for (b, importer) in spec.importers.enumerated() {
        let received = t.overlays[0].received[day * spec.importers.count + b]
        #expect(abs(received / importer.use - 1) < 1e-12)
      }
    }
  }

  @Test(arguments: 1...20) func aWiderBanNeverHelps(_ seed: UInt64) {
    let draws = RandomChains(seed: seed)
    var last = Double.infinity
    for by in [0, 0.3, 0.6, 1] {
      var spec = draws.spec
      spec.horizon = 250
      spec.others.shocks = [
        Self.ban(draws.exporter, nil, stage: .one(draws.stage), by)
      ]
      let sum = spec.run().trajectory.output.reduce(0, +)
      #expect(sum <= last * (1 + 1e-9), "\(by)")
      #expect(sum >= 0 && sum.isFinite)
      last = sum
    }
  }

  /// Without redirect and spare, output tends to what can be reached (LEVERS.md 0.4.1) where everyone's
  /// target is long enough for orders to stand at their cap, so that nobody is served before another.
  @Test(arguments: 1...10) func outputTendsToWhatCanBeReached(_ seed: UInt64) throws {
    let draws = RandomChains(seed: seed, least: 6)
    var spec = draws.spec
    spec.spare = 0
    spec.horizon = 1500
    let loss = Capacity(
      .origins(
        [Partner(code: draws.exporter, region: nil)], commodity: 0, stage: .one(draws.stage)),
      by: 0.5, window: Self.always)
    spec.others.shocks = [loss]
    let t = spec.run().trajectory
    let node = t.output.count / spec.horizon
    for (b, importer) in spec.importers.enumerated() {
      let reach = importer.shares.sorted { $0.key < $1.key }.reduce(0) { sum, share in
        sum + share.value
          * (1 - 0.5 * draws.content(of: draws.exporter, in: share.key))
      }
      let output = t.output[(spec.horizon - 1) * node + 2 * b]
      #expect(abs(output / 100 - reach) < 1e-6, "\(b)")
    }
  }

  @Test(arguments: 1...8) func aBatchIsItsSingleRunsAndAllocatesNothing(_ seed: UInt64) throws {
    let draws = RandomChains(seed: seed)
    let spec = draws.spec
    let scenarios = (0..<5).map { k in
      var own = spec
      own.others.shocks = [
        Self.ban(
          draws.exporter, nil, stage: k == 4 ? .all : .one(draws.stage), 0.2 + 0.2 * Double(k)),
        Licence(
          exporter: Partner(code: draws.exporter, region: nil), importer: nil,
          products: [.commodity(0)], covers: 0.25,
          window: Window(from: 20, days: nil, recovery: .immediate), stage: .one(draws.stage)),
      ]
      return own.scenario
    }
    let batch = CompiledBatch(spec.economy, scenarios, commodities: [spec.commodity])
    let together = trajectories(of: batch)
    for (k, scenario) in scenarios.enumerated() {
      let alone = CompiledBatch(spec.economy, [scenario], commodities: [spec.commodity])
      let own = trajectories(of: alone)[0]
      #expect(together[k].output == own.output)
      #expect(
        together[k].overlays[0].received == own.overlays[0].received)
    }
    #expect(try allocationsInSteps(of: batch) == 0)
  }
}
