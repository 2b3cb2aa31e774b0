import Commodities
import Quantities
import Propagation
import Scenarios
import Testing

/// Cases worked by hand (LEVERS.md, section M).
struct OverlayExampleTests {
  static let always = Window(from: 0, days: nil, recovery: .immediate)

  @Test func aBanOnAStock() {
    // S(t + 1) = S + 4 − 10·min(1, S/10): 300 − 6t until day 49, when 6 is left.
    var spec = OverlaySpec()
    spec.bans = [.init(origin: "A", importer: 0, share: 1, window: Self.always)]
    let output = spec.run().trajectory.output
    for day in 0..<60 {
      let expected = day < 49 ? 100 : day == 49 ? 60 : 40.0
      #expect(abs(output[2 * day] - expected) < 1e-9, "day \(day)")
    }
  }

  @Test func aReview() {
    // 20% is refused, the rest waits 5 days: what left on day 0 arrives on day 5 beside what is open.
    var spec = OverlaySpec()
    spec.importers[0].stockDays = 4
    spec.spare = 10
    spec.reviews = [
      .init(origin: "A", importer: 0, covers: 1, approval: 0.8, days: 5, window: Self.always)
    ]
    spec.horizon = 8
    let t = spec.run().trajectory
    let arrived = [4, 4.08, 4.158933333, 4.236814222, 4.313656699]
    for (day, expected) in arrived.enumerated() {
      #expect(abs(t.overlays[0].received[day] - expected) < 1e-9, "day \(day)")
    }
    let output = [100, 100, 100, 100, 100, 100, 99.788788648, 92.96]
    for (day, expected) in output.enumerated() {
      #expect(abs(t.output[2 * day] - expected) < 1e-9, "day \(day)")
    }
  }

  @Test func diversificationBuildsItsCapacity() {
    // 36.5 points a year are 0.1 a day; a ban then stops what is left with A.
    var spec = OverlaySpec()
    spec.shifts = [
      .init(importer: 0, from: "A", to: [("C", 1)], perYear: 0.365, from0: 0)
    ]
    spec.bans = [
      .init(
        origin: "A", importer: 0, share: 1,
        window: Window(from: 100, days: nil, recovery: .immediate))
    ]
    spec.horizon = 101
    let (_, t) = spec.run()
    #expect(abs(t.overlays[0].received[99] - 10) < 1e-9)
    #expect(abs(t.overlays[0].received[100] - (4 + 1.01)) < 1e-9)
  }

  @Test func theMarketCountsEveryAddedOrSavedUnit() throws {
    // L = (blocked − moved − spare − restrained − released)/supply, of a use of twice what is blocked.
    let example = try WorkedExample.read("20-price")
    let (supply, blocked) = (try example.number("supply"), try example.number("blocked"))
    let added = try example.number("added")
    var spec = OverlaySpec()
    spec.importers[0].use = 2 * blocked
    spec.importers[0].shares = ["A": 0.5, "B": 0.5]
    spec.supply = supply
    // What is moved is not blocked: 27 are.
    spec.spare = try example.number("spare") / (supply - blocked + added)
    spec.elasticities = (0.1, 0.1 - (try example.number("elasticity_sum")))
    spec.bans = [.init(origin: "A", importer: nil, share: 1, window: Self.always)]
    spec.shifts = [
      .init(importer: 0, from: "A", to: [("C", 1)], perYear: 365 * added / (2 * blocked), from0: 0)
    ]
    spec.restraints = [
      .init(
        importer: 0, share: try example.number("restrained") / (blocked + added),
        window: Self.always)
    ]
    spec.releases = [
      (
        0,
        Release(
          commodity: 0, holders: [.init(holder: Partner(code: "R0", region: 0), volume: 100)],
          kind: .government, rate: try example.number("released"), trigger: .day(0), days: nil)
      )
    ]
    spec.horizon = 1
    let price = try #require(spec.run().trajectory.overlays[0].price.first)
    #expect(abs(price - (try example.number("expected"))) < 1e-12)
  }
}
