import Commodities
import Foundation
import LinearAlgebra
import Propagation
import Quantities
import Scenarios
import Testing

/// Whole ways: gates in series take the worst, ways beside each other add (LEVERS.md B).
struct WholeWayTests {
  static let names = ["one", "two", "three"]

  /// One importer that buys 10 of A a day, all of it imported, and what goes which way.
  private struct Trade {
    var ways: [(gates: [String], share: Double)] = []
    var detours: [String: (days: Double, share: Double)] = [:]
    var closed: [(gate: String, by: Double)] = []
    var alternative: (gate: String, detour: Detour)?
    var stated: [ShareThrough] = []

    var spec: OverlaySpec {
      var spec = OverlaySpec()
      spec.importers[0].shares = ["A": 1]
      spec.orderCap = 0
      spec.horizon = 12
      spec.others.shocks = closed.map { closing in
        Closure(
          chokepoint: closing.gate, by: closing.by, shareThrough: stated,
          bypass: [WayCapacity(0)],
          detour: alternative.flatMap { $0.gate == closing.gate ? $0.detour : nil },
          window: .since(0))
      }
      return spec
    }

    var received: [Double] {
      spec.run(with: [spec.commodity(ways: ways, detours: detours)]).overlays[0].received
    }

    /// What of a day's order is let through at once.
    var open: Double { received[0] / 10 }
  }

  private static func closed(_ g: inout SplitMix64) -> [(gate: String, by: Double)] {
    names.map { ($0, g.nextUniform() < 0.2 ? 1 : g.nextUniform()) }
  }

  /// Random ways, among them ones through nothing.
  private static func ways(_ g: inout SplitMix64) -> [(gates: [String], share: Double)] {
    var left = 1.0
    return (0..<1 + Int(5 * g.nextUniform())).map { _ in
      let share = left * g.nextUniform()
      left -= share
      return (names.filter { _ in g.nextUniform() < 0.5 }, share)
    }
  }

  @Test(arguments: 0..<40) func seriesTakeTheWorstAndWaysAdd(_ seed: UInt64) {
    var g = SplitMix64(seed: 7100 + seed)
    var trade = Trade()
    trade.ways = Self.ways(&g)
    trade.closed = Self.closed(&g)
    let blocked = trade.ways.reduce(0) { sum, way in
      sum + way.share
        * (way.gates.compactMap { gate in
          trade.closed.first { $0.gate == gate }?.by
        }.max() ?? 0)
    }
    #expect(abs(trade.open - (1 - blocked)) < 1e-12)
  }

  @Test func aWayThroughTwoGatesIsLimitedByTheSmaller() {
    var trade = Trade(ways: [(["one", "two"], 1)], closed: [("one", 0.7), ("two", 0.4)])
    #expect(abs(trade.open - 0.3) < 1e-12)
    trade.closed = [("two", 0.4)]
    #expect(abs(trade.open - 0.6) < 1e-12)
  }

  @Test(arguments: 0..<20) func shuttingGatesThatNoWayJoinsAdds(_ seed: UInt64) {
    var g = SplitMix64(seed: 7200 + seed)
    let share = 0.1 + 0.8 * g.nextUniform()
    let ways: [(gates: [String], share: Double)] = [
      (["one", "two"], share), (["three"], (1 - share) * g.nextUniform()),
    ]
    let closed = Self.closed(&g)
    func lost(_ closed: [(gate: String, by: Double)]) -> Double {
      1 - Trade(ways: ways, closed: closed).open
    }
    #expect(abs(lost(closed) - lost(Array(closed[..<2])) - lost(Array(closed[2...]))) < 1e-12)
    // One that a way joins adds nothing beyond the worse of the two.
    #expect(
      abs(lost(Array(closed[..<2])) - max(lost([closed[0]]), lost([closed[1]]))) < 1e-12)
  }

  @Test(arguments: 0..<20) func closingAGateTwiceIsOnce(_ seed: UInt64) {
    var g = SplitMix64(seed: 7300 + seed)
    var trade = Trade(ways: Self.ways(&g), closed: [("one", 1)])
    let once = trade.received
    trade.closed = [("one", 1), ("one", 1)]
    #expect(trade.received == once)
    // In part: what the second closes of what the first leaves.
    let (a, b) = (g.nextUniform(), g.nextUniform())
    trade.closed = [("two", a), ("two", b)]
    let twice = trade.open
    trade.closed = [("two", 1 - (1 - a) * (1 - b))]
    #expect(abs(trade.open - twice) < 1e-12)
  }

  /// Ways that lie one in another are what shares through single chokepoints stand for.
  @Test(arguments: 0..<20) func nestedWaysAreSharesThroughChokepoints(_ seed: UInt64) {
    var g = SplitMix64(seed: 7400 + seed)
    let shares = (0..<3).map { _ in g.nextUniform() }.sorted(by: >)
    var trade = Trade(closed: Self.closed(&g))
    trade.ways = [
      (["one", "two", "three"], shares[2]), (["two", "one"], shares[1] - shares[2]),
      (["one"], shares[0] - shares[1]),
    ]
    let spec = trade.spec
    let through = spec.run(
      with: [spec.commodity(through: Array(zip(Self.names, shares)), flow: 0)]
    ).overlays[0].received
    for (whole, nested) in zip(trade.received, through) { #expect(abs(whole - nested) < 1e-9) }
  }

  @Test func whatGoesAroundByTheFiguresIsLateAndNotLost() {
    var trade = Trade(ways: [(["one", "two"], 0.6), (["two"], 0.4)], closed: [("two", 0.5)])
    trade.detours = ["two": (4, 1)]
    // Half of all of it takes the longer way.
    #expect(abs(trade.open - 0.5) < 1e-12)
    #expect(abs(trade.received[3] - 5) < 1e-9 && abs(trade.received[5] - 10) < 1e-9)
    // A part of what is blocked.
    trade.detours = ["two": (4, 0.5)]
    #expect(abs(trade.received[0] - 5) < 1e-9 && abs(trade.received[5] - 7.5) < 1e-9)
    // The worst gate of a way still stops what has gone around another.
    trade.closed = [("one", 1), ("two", 0.5)]
    trade.detours = ["two": (4, 1)]
    #expect(abs(trade.received[0] - 2) < 1e-9 && abs(trade.received[5] - 4) < 1e-9)
    // What a scenario says stands for the figure.
    trade.closed = [("two", 0.5)]
    trade.alternative = ("two", Detour(days: 2, share: 1, capacity: .unlimited))
    #expect(abs(trade.received[1] - 5) < 1e-9 && abs(trade.received[3] - 10) < 1e-9)
  }

  @Test func aLongerWayWithoutAClosureChangesNothing() {
    var trade = Trade(ways: [(["one"], 1)], closed: [("one", 0)])
    let plain = trade.received
    trade.detours = ["one": (4, 1)]
    #expect(trade.received == plain && plain.allSatisfy { abs($0 - 10) < 1e-12 })
  }

  @Test func statedSharesScaleTheWaysThroughAGate() {
    var trade = Trade(
      ways: [(["one", "two"], 0.3), (["one"], 0.2), (["two"], 0.25)], closed: [("one", 1)])
    trade.stated = [ShareThrough(importer: Partner(code: "R0", region: 0), share: 0.8)]
    #expect(abs(trade.open - 0.2) < 1e-12)
    // What passes `two` too is 0.3·0.8/0.5 and of the rest 0.25·0.2/0.5.
    trade.closed = [("one", 0), ("two", 1)]
    trade.stated = []
    #expect(abs(trade.open - 0.45) < 1e-12)
  }

  /// What importers with figures do not buy through gates is the rest of the market's; of gates that no
  /// way joins it adds up, of gates in series it is the larger.
  @Test func theRestOfTheMarketPassesGatesAsWaysDo() throws {
    func missing(_ ways: [(gates: [String], share: Double)]) throws -> Double {
      var spec = Trade(ways: ways, closed: [("one", 1), ("two", 1)]).spec
      spec.supply = 100
      spec.importers[0].shares = ["A": 0.5, "B": 0.5]
      let commodity = spec.commodity(ways: ways, detours: [:], flow: 6)
      let price = try #require(spec.run(with: [commodity]).overlays[0].price.first)
      return 1 - pow(price, -(spec.elasticities.supply - spec.elasticities.demand))
    }
    // Two of ten go each way, four are the rest's: 4 + 8 of 100 where they are apart.
    #expect(abs(try missing([(["one"], 0.2), (["two"], 0.2)]) - 0.12) < 1e-9)
    #expect(abs(try missing([(["one", "two"], 0.2)]) - 0.06) < 1e-9)
  }

  @Test(arguments: 0..<12) func aBatchGivesWhatItsRunsGive(_ seed: UInt64) {
    var g = SplitMix64(seed: 7500 + seed)
    var trade = Trade(ways: Self.ways(&g))
    trade.detours = ["two": (1 + (6 * g.nextUniform()).rounded(), g.nextUniform())]
    let specs = (0..<2 + Int(6 * g.nextUniform())).map { _ in
      trade.closed = Self.closed(&g).filter { _ in g.nextUniform() < 0.7 }
      trade.alternative =
        g.nextUniform() < 0.3
        ? ("one", Detour(days: 3, share: g.nextUniform(), capacity: .unlimited)) : nil
      return trade.spec
    }
    let commodity = specs[0].commodity(ways: trade.ways, detours: trade.detours)
    let batch = CompiledBatch(
      specs[0].economy, specs.map(\.scenario), commodities: [commodity])
    var recorder = TrajectoryRecorder(batch)
    var simulation = Simulation(batch)
    simulation.run(&recorder)
    for (k, spec) in specs.enumerated() {
      let alone = spec.run(with: [commodity])
      #expect(recorder.trajectories[k].output == alone.output)
      guard let own = alone.overlays.first else { continue }
      #expect(recorder.trajectories[k].overlays[0].received == own.received)
      #expect(own.received.allSatisfy { $0 >= 0 && $0 <= 10 + 1e-9 })
    }
  }
}

extension OverlaySpec {
  /// The commodity with whole ways of every importer, from all origins, and longer ways by gate.
  func commodity(
    ways: [(gates: [String], share: Double)], detours: [String: (days: Double, share: Double)],
    flow: Double = 0, gates: [String] = WholeWayTests.names
  ) -> Commodity {
    commodity(
      routes: detours.sorted { $0.key < $1.key }.map { gate, detour in
        .init(
          origins: [], chokepoint: gate, shareOfImportsThrough: nil, travelDays: nil,
          detour: .init(days: figure(detour.days), share: figure(detour.share)))
      },
      ways: ways.map { .init(origins: [], chokepoints: $0.gates, share: figure($0.share)) },
      gates: gates, flow: flow)
  }
}
