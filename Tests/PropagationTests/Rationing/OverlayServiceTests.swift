import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// In which order an origin that is short serves importers (LEVERS.md F), against
/// `Fixtures/levers/18-rationing.json`.
struct OverlayServiceTests {
  private static func order(_ order: ImporterPriority.Order, from day: Int = 0) -> Priority {
    Priority(
      commodity: 0,
      ranking: .importers(ImporterPriority(commodity: 0, order: order, window: .since(day))))
  }

  /// A sells 40, 20 and 20 of its 80 and loses a quarter; the second and third come to ask for 30 each.
  private static func shortage(_ order: ImporterPriority.Order?) -> OverlaySpec {
    var spec = OverlaySpec()
    spec.importers = [40, 20, 20].map { .init(use: $0, shares: ["A": 1]) }
    spec.losses = [
      .init(origins: ["A"], share: 0.25, window: .since(0))
    ]
    spec.orderCap = 0
    // Fear of the first day's shortage is in the orders of the second, which are served on the third.
    spec.horizon = 3
    spec.others.shocks = [
      Hoard(
        commodity: 0, importers: (1...2).map { (b: Int) in Partner(code: "R\(b)", region: b) },
        orders: 0.5,
        daysPerPoint: 1000, window: .since(0))
    ]
    spec.others.responses = order.map { [Self.order($0, from: 2)] } ?? []
    return spec
  }

  @Test(arguments: ["proportional", "domestic_first", "water_filling"])
  func theExampleOfATableHoldsBetweenImporters(_ rule: String) throws {
    let example = try WorkedExample.read("18-rationing")
    let first = [0, 2].map { (b: Int) in Partner(code: "R\(b)", region: b) }
    let order: [String: ImporterPriority.Order] = [
      "domestic_first": .named(first), "water_filling": .level,
    ]
    let received = Self.shortage(order[rule]).run().trajectory.overlays[0].received
    let expected = try example.numbers(rule)
    #expect(relativeDistance(Array(received.suffix(3)), expected) < 1e-12)
  }

  /// What importers ask of A and get, day by day.
  private struct Served: Observer {
    var days: [(asked: [Double], got: [Double], usual: [Double])] = []
    private var orders: [Double] = []

    mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
      let (overlay, s) = (batch.overlays[0], state.overlays[0])
      let a = overlay.origins.firstIndex(of: "A") ?? 0
      if !orders.isEmpty {
        var asked: [Double] = []
        for b in overlay.importers.indices {
          let own = overlay.importers[b].users.reduce(0) { $0 + orders[$1] }
          asked.append(own * s.shares[overlay.link(b, a)] * s.openness[overlay.link(b, a)])
        }
        days.append(
          (
            asked,
            overlay.importers.indices.map { s.asked[overlay.link($0, a)] * s.deliveredShare[a] },
            overlay.importers.indices.map {
              overlay.importers[$0].use * s.shares[overlay.link($0, a)]
            }
          ))
      }
      orders = s.orders
    }
  }

  private static func served(_ seed: UInt64, _ order: ImporterPriority.Order) -> Served {
    var g = SplitMix64(seed: 1900 + seed)
    var spec = OverlaySpec()
    spec.importers = (0..<4).map { b in
      let part = 0.2 + 0.6 * g.nextUniform()
      return .init(
        use: 5 + 40 * g.nextUniform(), shares: ["A": part, b == 0 ? "R0" : "B": 1 - part],
        stockDays: (20 * g.nextUniform()).rounded())
    }
    spec.losses = [
      .init(origins: ["A"], share: 0.2 + 0.6 * g.nextUniform(), window: .since(1 + Int(seed) % 9))
    ]
    spec.orderCap = 0.5 * g.nextUniform()
    spec.others.shocks = [
      Hoard(
        commodity: 0, importers: [Partner(code: "R1", region: 1)], orders: g.nextUniform(),
        daysPerPoint: 2 * g.nextUniform(), window: .since(0))
    ]
    spec.others.responses = [Self.order(order)]
    let batch = CompiledBatch(spec.economy, [spec.scenario], commodities: [spec.commodity])
    var served = Served()
    var simulation = Simulation(batch)
    simulation.run(&served)
    return served
  }

  /// Under a level everyone short has as much of what it usually buys, and nobody more who is not; together
  /// they get what they would in proportion.
  @Test(arguments: 1...30) func everyoneIsServedUpToOneLevel(_ seed: UInt64) {
    var short = 0
    for day in Self.served(seed, .level).days {
      let cells = day.asked.indices
      #expect(cells.allSatisfy { day.got[$0] <= day.asked[$0] * (1 + 1e-12) })
      let level = cells.filter { day.got[$0] < day.asked[$0] * (1 - 1e-9) }
        .map { day.got[$0] / day.usual[$0] }
      guard let z = level.first else { continue }
      short += 1
      #expect(level.allSatisfy { abs($0 / z - 1) < 1e-9 })
      #expect(cells.allSatisfy { day.got[$0] <= z * day.usual[$0] * (1 + 1e-9) })
    }
    #expect(short > 10)
  }

  /// Whatever the order, the first day's sum is what A can ship; those named get all before the rest gets any.
  @Test(arguments: 1...30) func theSumIsWhatThereIs(_ seed: UInt64) {
    let named = Partner(code: "R1", region: 1)
    let runs = [ImporterPriority.Order.level, .home, .named([named])].map { Self.served(seed, $0) }
    let day = Int(seed) % 9
    let sums = runs.map { $0.days[day].got.reduce(0, +) }
    #expect(abs(sums[0] / sums[1] - 1) < 1e-9 && abs(sums[0] / sums[2] - 1) < 1e-9)
    for run in runs[2].days {
      let rest = run.got.reduce(0, +) - run.got[1]
      #expect(run.got[1] >= run.asked[1] * (1 - 1e-9) || rest < 1e-9)
    }
  }

  /// Without a shortage the order is of no matter.
  @Test func nobodyIsServedOtherwiseWhereNothingIsShort() {
    var spec = Self.shortage(nil)
    spec.losses[0].share = 0
    spec.others.shocks = []
    spec.horizon = 30
    let plain = spec.run().trajectory.overlays[0].received
    for order in [ImporterPriority.Order.level, .home, .named([])] {
      spec.others.responses = [Self.order(order)]
      #expect(spec.run().trajectory.overlays[0].received == plain)
    }
  }
}
