import Commodities
import Propagation
import Scenarios
import Testing

/// Whole series of `Fixtures/levers` day by day, to 1e-9: a ban, listed buyers, a review, a coordinated
/// release and an obligation.
struct WorkedSeriesTests {
  private static let home = Partner(code: "R0", region: 0)
  private static let a = Partner(code: "A", region: nil)

  /// The example's commodity, with CHN as A and OTH as B.
  private static func spec(_ example: WorkedExample, days: Int) throws -> OverlaySpec {
    let commodity = try example.at("commodity")
    var spec = OverlaySpec()
    spec.importers[0].use = try commodity.number("use_per_day")
    spec.importers[0].stockDays = try commodity.number("target_days")
    spec.importers[0].shares = [
      "A": try commodity.number("shares", "CHN"), "B": try commodity.number("shares", "OTH"),
    ]
    spec.orderCap = try commodity.number("order_cap")
    spec.spare = try commodity.number("spare")
    spec.horizon = days
    return spec
  }

  private static func ban(_ listing: Listing? = nil) -> Ban {
    Ban(
      exporter: a, importer: home, products: [.commodity(0)], by: 1, leak: 0, window: .since(0),
      listing: listing)
  }

  private static func expect(
    _ found: [Double], every stride: Int = 1, _ expected: [Double], within tolerance: Double = 1e-9,
    _ name: String
  ) {
    for (day, value) in expected.enumerated() {
      #expect(abs(found[stride * day] - value) < tolerance, "\(name), day \(day)")
    }
  }

  @Test func aBanOnAStock() throws {
    let example = try WorkedExample.read("01-ban-on-a-stock")
    var spec = try Self.spec(example, days: Int(try example.number("days")))
    spec.others.shocks = [Self.ban()]
    let run = spec.run().trajectory
    Self.expect(run.output, every: 2, try example.numbers("expected", "output"), "output")
    Self.expect(run.overlays[0].stock, try example.numbers("expected", "stock"), "stock")
  }

  @Test func listedBuyers() throws {
    let example = try WorkedExample.read("02-entity-list")
    var spec = try Self.spec(example, days: Int(try example.number("days")))
    let listed = try example.number("scenario", "ban", "listed")
    spec.others.shocks = [Self.ban(Listing(listed: .all(listed), resale: 0))]
    // The example's numbers have eight decimals.
    Self.expect(
      spec.run().trajectory.output, every: 2, try example.numbers("expected"), within: 1e-8,
      "output")
  }

  @Test func aReview() throws {
    let example = try WorkedExample.read("03-review")
    var spec = try Self.spec(example, days: Int(try example.number("days")))
    let review = try example.at("scenario", "review")
    spec.reviews = [
      .init(
        origin: "A", importer: 0, covers: try review.number("covers"),
        approval: try review.number("approval"), days: Int(try review.number("delay")),
        window: .since(0))
    ]
    let run = spec.run().trajectory
    Self.expect(run.output, every: 2, try example.numbers("expected", "output"), "output")
    Self.expect(run.overlays[0].received, try example.numbers("expected", "arrived"), "arrived")
    Self.expect(run.overlays[0].stock, try example.numbers("expected", "stock"), "stock")
  }

  @Test func anObligation() throws {
    let example = try WorkedExample.read("08-obligation")
    var spec = try Self.spec(example, days: Int(try example.number("days")))
    spec.others.shocks = [Self.ban()]
    spec.others.responses = [
      Obligation(commodity: 0, holder: Self.home, days: 20, lowered: 10, from: 30)
    ]
    let run = spec.run().trajectory
    Self.expect(run.output, every: 2, try example.numbers("expected", "output"), "output")
    Self.expect(run.overlays[0].received, try example.numbers("expected", "arrived"), "arrived")
    Self.expect(run.overlays[0].stock, try example.numbers("expected", "stock"), "stock")
  }

  /// Members' volumes by their use, and each member's own rate and first day.
  @Test func aCoordinatedRelease() throws {
    let example = try WorkedExample.read("07-coordinated-release")
    let members = [Self.home, Partner(code: "R1", region: 1)]
    var spec = OverlaySpec()
    spec.importers = [
      .init(use: 60, shares: ["A": 1], stockDays: 30),
      .init(use: 40, shares: ["A": 1], stockDays: 30),
    ]
    spec.bans = [.init(origin: "A", importer: nil, share: 1, window: .since(0))]
    spec.horizon = 15
    let total = try example.number("total")
    let parts = Coordination(total: total, basis: .use, members: members, delay: [:])
      .parts(spec.commodity.importers).map(\.share)
    let (rates, starts) = (try example.table("rates"), try example.table("start"))
    spec.others.responses = try zip(members, ["A", "B"]).enumerated().map { place, member in
      Release(
        commodity: 0,
        holders: [.init(holder: member.0, volume: total * (try #require(parts[place])))],
        kind: .government, rate: rates[member.1], trigger: .day(Int(starts[member.1] ?? 0)),
        days: nil)
    }
    let released = spec.run().trajectory.overlays[0].released
    guard case .list(let rows) = try example.at("expected") else {
      Issue.record("no table")
      return
    }
    var left = try parts.map { total * (try #require($0)) }
    for row in rows {
      guard case .list(let cells) = row else { continue }
      let expected = try cells.map { try $0.number() }
      let day = Int(expected[0])
      for b in 0..<2 {
        left[b] -= released[2 * day + b]
        #expect(abs(released[2 * day + b] - expected[1 + b]) < 1e-9, "day \(day)")
        #expect(abs(left[b] - expected[3 + b]) < 1e-9, "day \(day)")
      }
    }
  }
}
