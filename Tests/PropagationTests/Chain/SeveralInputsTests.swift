import Commodities
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// Makers that need several inputs (LEVERS.md A): the scarcest limits what they make.
struct SeveralInputsTests {
  private static func ban(_ exporter: String, _ stage: Int, _ by: Double = 1) -> Ban {
    Ban(
      exporter: Partner(code: exporter, region: nil), importer: nil, products: [.commodity(0)],
      by: by, leak: 0, window: .since(10), stage: .one(stage))
  }

  private static func same(_ a: Trajectory, _ b: Trajectory) -> Bool {
    a.output == b.output && a.overlays[0].received == b.overlays[0].received
      && a.overlays[0].price == b.overlays[0].price
  }

  /// R0 makes magnets of light oxide, 60% of C and 40% of D, and heavy oxide, all of C or half of D.
  private static func magnets() -> OverlaySpec {
    var spec = OverlaySpec()
    spec.importers = [.init(shares: ["R0": 1], stockDays: 1, minimumDays: 1)]
    spec.orderCap = 0
    spec.supply = 20
    spec.horizon = 120
    spec.chain = spec.chain(
      of: [
        .init("light"), .init("heavy"),
        .init("magnet", [.init(0, yield: 3, days: 1), .init(1, yield: 50, days: 1)]),
      ],
      links: [
        (0, "R0", "C", 0.6), (0, "R0", "D", 0.4), (1, "R0", "C", 0.5), (1, "R0", "D", 0.5),
      ], minimum: 1)
    return spec
  }

  @Test func theScarcestInputLimitsWhatIsMade() {
    func received(_ bans: [Ban]) -> (last: Double, price: Double) {
      var spec = Self.magnets()
      spec.others.shocks = bans
      let series = spec.run().trajectory.overlays[0]
      return (series.received[119], series.price[119])
    }
    let light = received([Self.ban("C", 0)])
    let heavy = received([Self.ban("C", 1)])
    let both = received([Self.ban("C", 0), Self.ban("C", 1)])
    #expect(abs(light.last - 4) < 1e-9 && abs(heavy.last - 5) < 1e-9)
    #expect(both == light, "of the two the scarcer")
    #expect(light.price > heavy.price && heavy.price > 1)
    // Of each as much is sold as ten magnets a day need.
    let tiers = Self.magnets().run(naming: Self.ban("C", 0, 0)).tiers
    #expect(abs(tiers[0].sold.reduce(0, +) - 10 / 3.0) < 1e-12)
    #expect(abs(tiers[1].sold.reduce(0, +) - 0.2) < 1e-12)
  }

  /// An input of which there is always enough changes no bit; nor does one of which nothing is known.
  @Test(arguments: 1...20) func anUnlimitedInputIsNone(_ seed: UInt64) {
    let draws = RandomInputs(seed: seed, inputs: 1)
    let alone = draws.run(draws.chain())
    for isKnown in [true, false] {
      let stages = draws.stages
      var links = draws.links
      let place = stages.count - 1
      let more = OverlaySpec.Made("more")
      var last = stages[place]
      last.inputs.append(.init(place, yield: 7, days: 1000))
      let raised = stages.dropLast() + [more, last]
      if isKnown { links += draws.makers.map { (place, $0, "Z", 1) } }
      let other = draws.run(
        draws.spec.chain(of: Array(raised), links: links, minimum: 1, travel: draws.travel))
      #expect(Self.same(alone, other), "\(isKnown)")
    }
  }

  /// Two inputs made alike and restricted alike are one.
  @Test(arguments: 1...20) func alikeInputsAreOne(_ seed: UInt64) {
    let draws = RandomInputs(seed: seed, inputs: 1)
    let alone = draws.run(draws.chain())
    var last = draws.stages[draws.stages.count - 1]
    let (place, input) = (draws.stages.count - 1, last.inputs[0])
    var twin = draws.stages[input.stage]
    twin = .init("twin", twin.inputs)
    last.inputs.append(.init(place, yield: input.yield, days: input.days))
    let links =
      draws.links
      + draws.links.filter { $0.stage == input.stage }.map {
        (place, $0.buyer, $0.seller, $0.share)
      }
    let chain = draws.spec.chain(
      of: draws.stages.dropLast() + [twin, last], links: links, minimum: 1, travel: draws.travel)
    let both = draws.run(chain, also: draws.stage == input.stage ? place : nil)
    #expect(relativeDistance(both.output, alone.output) < 1e-9)
    #expect(relativeDistance(both.overlays[0].received, alone.overlays[0].received) < 1e-9)
  }

  @Test(arguments: 1...20) func theOrderOfInputsDoesNotMatter(_ seed: UInt64) {
    let draws = RandomInputs(seed: seed, inputs: 3)
    let before = draws.run(draws.chain())
    let turned = draws.stages.map { stage in
      var stage = stage
      stage.inputs.reverse()
      return stage
    }
    #expect(
      Self.same(
        before,
        draws.run(
          draws.spec.chain(of: turned, links: draws.links, minimum: 1, travel: draws.travel))))
  }

  /// Whatever is banned, no less is made of more of it.
  @Test(arguments: 1...20) func aWiderBanOfAnInputNeverHelps(_ seed: UInt64) {
    let draws = RandomInputs(seed: seed, inputs: 2)
    var last = Double.infinity
    for by in [0, 0.3, 0.7, 1] {
      let sum = draws.run(draws.chain(), by: by).output.reduce(0, +)
      #expect(sum <= last * (1 + 1e-9) && sum >= 0 && sum.isFinite, "\(by)")
      last = sum
    }
  }

  /// What is made of one stage by two is shared by both: a loss there reaches either.
  ///
  /// D's ore is half of light's and all of heavy's, and half of it is lost: it delivers q = 1/(1 + l) of what is
  /// asked where light, of which there is more, is ordered at l of usual. Light comes in as it is used where
  /// l·(1 + q)/2 = q, so l = √3 − 1 and a share q = 1/√3 is made.
  @Test func aStageMayGoIntoSeveral() {
    var spec = OverlaySpec()
    spec.importers = [.init(shares: ["R0": 1], stockDays: 1, minimumDays: 1)]
    spec.orderCap = 0
    spec.horizon = 1500
    spec.chain = spec.chain(
      of: [
        .init("ore"), .init("light", [.init(0, yield: 0.5, days: 1)]),
        .init("heavy", [.init(0, yield: 0.1, days: 1)]),
        .init("magnet", [.init(1, yield: 1, days: 1), .init(2, yield: 10, days: 1)]),
      ],
      links: [
        (0, "C", "C", 0.5), (0, "C", "D", 0.5), (0, "D", "D", 1), (1, "R0", "C", 1),
        (2, "R0", "D", 1),
      ], minimum: 1)
    let ore = spec.run(naming: Self.ban("C", 0, 0)).tiers[0]
    #expect(relativeDistance(ore.sold, [10, 20]) < 1e-12, "20 for light, half of D; 10 for heavy")
    spec.others.shocks = [
      Capacity(
        .origins([Partner(code: "D", region: nil)], commodity: 0, stage: .one(0)), by: 0.5,
        window: .since(0))
    ]
    let received = spec.run().trajectory.overlays[0].received
    #expect(abs(received[1499] - 10 / 3.0.squareRoot()) < 1e-6)
  }

  @Test(arguments: 1...10) func aBatchIsItsSingleRunsAndAllocatesNothing(_ seed: UInt64) throws {
    let draws = RandomInputs(seed: seed, inputs: 3)
    var spec = draws.spec
    spec.chain = draws.chain()
    let width = 1 + Int(seed) % 9
    let scenarios = (0..<width).map { k in
      var own = spec
      own.others.shocks = [
        Self.ban(draws.exporter, draws.stage, Double(k + 1) / Double(width)),
        Self.ban("A", (draws.stage + k) % (draws.stages.count - 1), 0.5),
      ]
      return own.scenario
    }
    let batch = CompiledBatch(spec.economy, scenarios, commodities: [spec.commodity])
    let together = trajectories(of: batch)
    for (k, scenario) in scenarios.enumerated() {
      let alone = CompiledBatch(spec.economy, [scenario], commodities: [spec.commodity])
      let own = trajectories(of: alone)[0]
      #expect(Self.same(together[k], own))
    }
    #expect(try allocationsInSteps(of: batch) == 0)
  }
}
