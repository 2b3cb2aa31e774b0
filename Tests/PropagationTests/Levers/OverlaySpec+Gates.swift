import Commodities
import Propagation
import Scenarios
import TestSupport

extension OverlaySpec {
  /// Runs the scenario on commodities of its own.
  func run(with commodities: [Commodity]) -> Trajectory {
    let batch = CompiledBatch(economy, [scenario], commodities: commodities)
    var recorder = TrajectoryRecorder(batch)
    var simulation = Simulation(batch)
    simulation.run(&recorder)
    return recorder.trajectories[0]
  }

  /// The commodity where shares of every importer's imports pass gates of one flow.
  func commodity(through gates: [(name: String, share: Double)], flow: Double) -> Commodity {
    commodity(
      routes: gates.map {
        .init(
          origins: [], chokepoint: $0.name, shareOfImportsThrough: figure($0.share),
          travelDays: nil)
      }, gates: gates.map(\.name), flow: flow)
  }

  /// The commodity with routes and whole ways of every importer, past gates of one flow.
  func commodity(
    routes: [Commodity.Route], ways: [Commodity.Way] = [], gates: [String], flow: Double
  ) -> Commodity {
    let plain = commodity
    return Commodity(
      name: plain.name, nameJa: plain.nameJa, unit: plain.unit, year: plain.year,
      tableSector: plain.tableSector, spareCapacity: plain.spareCapacity,
      importers: plain.importers.map { importer in
        Commodity.Importer(
          code: importer.code, use: importer.use, imports: importer.imports,
          origins: importer.origins, users: importer.users,
          industryStockDays: importer.industryStockDays,
          minimumOperatingDays: importer.minimumOperatingDays, stocks: [], routes: routes,
          ways: ways, gdp: importer.gdp)
      },
      chokepoints: gates.map {
        .init(name: $0, nameJa: $0, flow: figure(flow), bypass: figure(0))
      }, groups: [], price: plain.price, gaps: [])
  }
}
