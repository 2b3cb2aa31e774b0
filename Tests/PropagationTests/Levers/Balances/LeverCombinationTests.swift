import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// Random combinations of levers over 600 days, in batches of random widths (LEVERS.md M).
struct LeverCombinationTests {
  /// Sixty scenarios in all, of up to seven entries a list, in twelve batches.
  @Test(arguments: 1...12) func nothingIsNegativeUndefinedOrLost(_ seed: UInt64) throws {
    let economy = BatchEqualsSingleRunsTests.economies[Int(seed) % 6]
    var draws = try RandomScenarios(economy.table, seed: 8000 + seed)
    var conventions = draws.drawConventions()
    conventions["model.step"] = seed % 4 == 0 ? "0.5 day" : "1 day"
    let width = [2, 3, 4, 5, 6, 7, 8, 9, 3, 4, 5, 4][Int(seed) - 1]
    let scenarios = try (0..<width).map { _ in
      try draws.draw(conventions, horizon: 600, entries: 7)
    }
    let batch = CompiledBatch(economy, scenarios, commodities: draws.commodities)
    var observers = BothObservers(first: TrajectoryRecorder(batch), second: MaterialBalance())
    var simulation = Simulation(batch)
    simulation.run(&observers)
    #expect(observers.second.failures.isEmpty, "\(scenarios.map { $0.levers.map(\.path) })")
    for (k, t) in observers.first.trajectories.enumerated() {
      let levers = "\(scenarios[k].levers.map(\.path))"
      #expect(t.output.allSatisfy { $0.isFinite && $0 >= 0 }, "\(levers)")
      for series in t.overlays {
        #expect(series.stock.allSatisfy { $0.isFinite && $0 >= 0 }, "\(levers)")
        #expect(series.received.allSatisfy { $0.isFinite && $0 >= 0 }, "\(levers)")
        #expect(series.released.allSatisfy { $0.isFinite && $0 >= 0 }, "\(levers)")
        #expect(series.shortfall.allSatisfy { $0.isFinite && $0 >= 0 }, "\(levers)")
        #expect(series.price.allSatisfy { $0.isFinite && $0 > 0 }, "\(levers)")
      }
    }
  }

  private static let home = Partner(code: "R0", region: 0)
  private static let a = Partner(code: "A", region: nil)
  private static let late = Window.since(400)

  /// Levers whose first day is after the last of the run.
  private static var unbegun: (shocks: [any Lever], responses: [any Lever]) {
    (
      [
        Ban(
          exporter: a, importer: home, products: [.commodity(0)], by: 1, leak: 0, window: late),
        Closure(
          chokepoint: "strait", by: 1, bypass: [WayCapacity(0)],
          detour: Detour(days: 5, share: 1, capacity: .unlimited), window: late),
        Reroute(
          chokepoint: "strait",
          voyage: Voyage(days: 9, roundTrip: 45, spareFleet: 0, isBothWays: true), window: late),
        Contagion(
          commodity: 0, countries: [a], importer: nil, by: 1,
          spread: Spread(base: 1, price: 0, shortage: 0, imitation: 0, pledge: 1, seed: nil),
          window: late),
        Hoard(commodity: 0, importers: [home], orders: 1, daysPerPoint: 1, window: late),
        Capacity(.origins([a], commodity: 0), by: 1, window: late),
      ],
      [
        Restrain(commodity: 0, importers: [home], by: 0.5, window: late),
        Release(
          commodity: 0, holders: [.init(holder: home, volume: 50)], kind: .government, rate: 5,
          trigger: .day(400), days: nil),
        Thrift(
          commodity: 0, importers: [home], sectors: nil, perYear: 0.5, step: 0, after: 0,
          from: 400),
        Diversify(
          commodity: 0, importer: home, from: a, to: [.init(origin: a, part: 1)], perYear: 1,
          window: late),
      ]
    )
  }

  /// What has not begun leaves every bit as it was.
  @Test(arguments: 0..<20) func leversThatHaveNotBegunChangeNothing(_ seed: UInt64) {
    var g = SplitMix64(seed: 8100 + seed)
    var spec = OverlaySpec.random(&g)
    spec.importers[0].through = 0.5
    spec.horizon = 90
    // The same commodity is named, so that it is there in both.
    let zero = Closure(
      chokepoint: "strait", by: 0, window: .since(0))
    spec.others.shocks.append(zero)
    let before = spec.run().trajectory
    let plain = spec.others
    for lever in Self.unbegun.shocks {
      spec.others = plain
      spec.others.shocks.append(lever)
      expectSame(before, spec, lever)
    }
    for lever in Self.unbegun.responses {
      spec.others = plain
      spec.others.responses.append(lever)
      expectSame(before, spec, lever)
    }
  }

  private func expectSame(_ before: Trajectory, _ spec: OverlaySpec, _ lever: any Lever) {
    let after = spec.run().trajectory
    let name = "\(type(of: lever))"
    #expect(before.output == after.output, "\(name)")
    #expect(before.overlays[0].stock == after.overlays[0].stock, "\(name)")
    #expect(before.overlays[0].price == after.overlays[0].price, "\(name)")
  }
}
