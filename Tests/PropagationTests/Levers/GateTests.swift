import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// Chokepoints: cover, ships, escorts and longer ways, against cases worked by hand (LEVERS.md B).
struct GateTests {
  static let always = Window(from: 0, days: nil, recovery: .immediate)

  private var strait: OverlaySpec {
    var spec = OverlaySpec()
    spec.importers[0].through = 1
    spec.flow = 8
    spec.horizon = 40
    return spec
  }

  private func received(_ spec: OverlaySpec) -> [Double] {
    spec.run().trajectory.overlays[0].received
  }

  @Test func coverDecidesWhatSails() throws {
    // A ship and its cargo are worth 1: 4 transits a day, 5 days inside.
    let example = try WorkedExample.read("13-gate")
    let (cargo, uninsured) = (2e-9, try example.number("uninsured"))
    var spec = strait
    let premium = Premium(
      level: try example.number("premium"), normal: try example.number("normal"),
      withdrawn: try example.number("withdrawn_at"), uninsured: uninsured, covered: nil,
      hull: try example.number("value_a_ship") - cargo * 100, cargo: cargo,
      inside: try example.number("days_inside"))
    spec.flow = try example.number("ships_a_day") * cargo
    spec.others.shocks = [
      WarRiskPremium(chokepoint: "strait", premium: premium, window: Self.always)
    ]
    let alone = received(spec)[0]
    let c = try example.number("private")
    #expect(abs(alone - 10 * (c + uninsured * (1 - c))) < 1e-9)
    spec.others.responses = [
      Insure(
        chokepoint: "strait",
        cover: PublicCover(
          line: try example.number("public_line"), ceiling: 0.005, casualty: 0.001),
        window: Self.always)
    ]
    let open = received(spec)[0] / 10
    // The dearer oil of what is stopped makes cargoes dearer, and the line a little shorter.
    #expect(abs(open - (try example.number("open"))) < 1e-7)
    #expect(
      abs((open - c - uninsured * (1 - c)) / (1 - uninsured) - (try example.number("public")))
        < 1e-7)
  }

  @Test func aLongerVoyageDelaysAndLosesShips() throws {
    let fleet = try WorkedExample.read("13-gate").at("fleet")
    let voyage = Voyage(
      days: Int(try fleet.number("extra")), roundTrip: try fleet.number("round_trip"),
      spareFleet: try fleet.number("spare"), isBothWays: false)
    #expect(abs(voyage.fleet - (try fleet.number("factor"))) < 1e-12)
    var spec = strait
    spec.others.shocks = [Reroute(chokepoint: "strait", voyage: voyage, window: Self.always)]
    let arrived = received(spec)
    #expect(arrived[..<15].allSatisfy { $0 == 0 })
    // What left on day 0 of 10 asked.
    #expect(abs(arrived[15] - 10 * (try fleet.number("factor"))) < 1e-9)
  }

  @Test func whatGoesAroundIsLateAndNotLost() {
    var spec = strait
    func closure(_ detour: Detour?) -> Closure {
      Closure(
        chokepoint: "strait", by: 0.9, bypass: [WayCapacity(0)], detour: detour,
        window: Self.always)
    }
    spec.others.shocks = [closure(nil)]
    #expect(abs(received(spec)[0] - 1) < 1e-12)
    spec.others.shocks = [closure(Detour(days: 6, share: 1, capacity: .unlimited))]
    let around = received(spec)
    #expect(abs(around[0] - 1) < 1e-12 && abs(around[6] - (9 + 0.1 * 11)) < 0.1)
    spec.others.shocks = [closure(Detour(days: 6, share: 1, capacity: WayCapacity(3.6)))]
    // Half of the 7.2 that are blocked: 0.45 of usual flow goes around.
    let some = received(spec)
    #expect(abs(some[0] - 1) < 1e-12 && some[6] < 6.1 && some[6] > 5.4)
  }

  /// What is at sea is not missing from the market: only ships that lack are.
  @Test func aLongerWayAloneMovesNoPrice() {
    var spec = strait
    spec.others.shocks = [
      Reroute(
        chokepoint: "strait",
        voyage: Voyage(days: 15, roundTrip: 45, spareFleet: 1, isBothWays: false),
        window: Self.always)
    ]
    let t = spec.run().trajectory.overlays[0]
    #expect(t.price.allSatisfy { $0 == 1 } && t.received[0] == 0)
  }

  @Test func escortsOpenAShareOfWhatIsStopped() {
    var spec = strait
    spec.closures = [.init(share: 0.9, bypass: 0, window: Self.always)]
    spec.others.responses = [
      Escort(
        chokepoint: "strait", opens: 0.3,
        voyage: Voyage(days: 0, roundTrip: 45, spareFleet: 0, isBothWays: false),
        window: Self.always)
    ]
    #expect(abs(received(spec)[0] - 10 * (1 - 0.63)) < 1e-12)
  }

  @Test func withoutAPremiumOrClosureNothingChanges() {
    var spec = strait
    spec.bans = [.init(origin: "A", importer: 0, share: 0, window: Self.always)]
    let plain = received(spec)
    spec.others.responses = [
      Insure(
        chokepoint: "strait", cover: PublicCover(line: 5, ceiling: 0.005, casualty: 0.001),
        window: Self.always),
      Escort(
        chokepoint: "strait", opens: 1,
        voyage: Voyage(days: 0, roundTrip: 45, spareFleet: 0, isBothWays: false),
        window: Self.always),
    ]
    spec.others.shocks = [
      WarRiskPremium(
        chokepoint: "strait",
        premium: Premium(
          level: 0.0025, normal: 0.0025, withdrawn: 0.05, uninsured: 0.1, covered: nil, hull: 1,
          cargo: 2, inside: 5), window: Self.always)
    ]
    #expect(received(spec) == plain)
  }

  @Test(arguments: 0..<60) func whatShipsArrivesOrWaits(_ seed: UInt64) {
    var g = SplitMix64(seed: 900 + seed)
    var spec = OverlaySpec.random(&g)
    for b in spec.importers.indices { spec.importers[b].through = g.nextUniform() }
    func window() -> Window {
      Window(
        from: Int(30 * g.nextUniform()), days: 1 + Int(60 * g.nextUniform()), recovery: .immediate)
    }
    spec.others.shocks = [
      Closure(
        chokepoint: "strait", by: g.nextUniform(),
        detour: g.nextUniform() < 0.5
          ? Detour(
            days: 1 + Int(20 * g.nextUniform()), share: g.nextUniform(), capacity: .unlimited)
          : nil, window: window()),
      Reroute(
        chokepoint: "strait",
        voyage: Voyage(
          days: 1 + Int(10 * g.nextUniform()), roundTrip: 45, spareFleet: 0.3 * g.nextUniform(),
          isBothWays: g.nextUniform() < 0.5), window: window()),
    ]
    let t = spec.run().trajectory
    #expect(t.overlays[0].received.allSatisfy { $0 >= 0 && $0.isFinite })
    #expect(t.overlays[0].stock.allSatisfy { $0 >= 0 })
    #expect(t.overlays[0].price.allSatisfy { $0 >= 1 && $0 <= spec.bound })
    #expect(t.output.allSatisfy { $0 >= 0 && $0.isFinite })
  }
}
