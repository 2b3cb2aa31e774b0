import Commodities
import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// A batch gives the numbers of its single runs, whatever its scenarios say (MODEL.md section 5).
struct BatchEqualsSingleRunsTests {
  static let economies: [Economy] = (1...6).map { seed in
    var options = RandomTableOptions(
      negativeFinalDemand: seed.isMultiple(of: 2), zeroOutputNodes: seed.isMultiple(of: 3) ? 1 : 0)
    options.regionCodes = ["JPN", "CHN", "USA", "ROW"]
    options.sectorCodes = ["23", "C", "30t33", "E", "F"]
    return Economy(randomTable(regions: 4, sectors: 5, seed: UInt64(seed), options: options))
  }

  /// One batch of scenarios that differ in all but their conventions.
  @Test(arguments: 1...15) func everyColumnIsItsSingleRun(_ seed: Int) throws {
    let economy = Self.economies[seed % Self.economies.count]
    var draws = try RandomScenarios(economy.table, seed: UInt64(seed))
    let width = [1, 2, 3, 4, 5, 7, 8, 9, 12, 13, 16, 24, 33, 8, 64][seed % 15]
    let conventions = draws.drawConventions()
    let scenarios = try (0..<width).map { number in
      try draws.draw(conventions, horizon: 20 + number % 3 * 5, entries: 2)
    }
    let packed = seed.isMultiple(of: 2) ? PackedShares(economy) : nil
    let batch = CompiledBatch(
      economy, scenarios, commodities: draws.commodities, packed: packed)
    var recorder = TrajectoryRecorder(batch)
    var simulation = Simulation(batch)
    simulation.run(&recorder)
    let found = scenarios.enumerated().map { number, scenario in
      Self.series(recorder.trajectories[number], batch, number, of: scenario)
    }
    expectSame(found, scenarios, economy, draws.commodities)
  }

  /// Scenarios of two conventions in any order, cut into batches and padded by the runner.
  @Test(arguments: [1, 3, 8, 64]) func anyRunnerGivesSingleRuns(_ width: Int) async throws {
    let economy = Self.economies[width % Self.economies.count]
    var draws = try RandomScenarios(economy.table, seed: 100 + UInt64(width))
    let conventions = [draws.drawConventions(), draws.drawConventions()]
    let scenarios = try (0..<24).map { number in
      try draws.draw(conventions[number % 2], horizon: 20 + number % 4 / 3 * 15, entries: 2)
    }
    let found = await BatchRunner(
      economy, commodities: draws.commodities, width: width, threads: 2
    ).run(scenarios, tracingLimits: false) {
      TrajectoryRecorder($0)
    } result: { recorder, batch, column, index in
      Self.series(recorder.trajectories[column], batch, column, of: scenarios[index])
    }
    expectSame(found, scenarios, economy, draws.commodities)
  }

  /// Expects a column's series to be those of the scenario alone, to 1e-10.
  ///
  /// Where the family collapses it grows rounding too, and overproduction rises or falls by the sign
  /// of what may be rounding: then no two orders of summation agree. Such a scenario is known by a
  /// table that differs by rounding alone, and there may be few of them.
  private func expectSame(
    _ found: [[Double]], _ scenarios: [Scenario], _ economy: Economy, _ commodities: [Commodity]
  ) {
    var undecided = 0
    for (number, scenario) in scenarios.enumerated() {
      let alone = Self.alone(scenario, economy, commodities)
      if Self.largestDifference(found[number], alone) <= 1e-10 { continue }
      let nearly = Self.alone(scenario, Economy(Self.rounded(economy.table)), commodities)
      let growth = Self.largestDifference(nearly, alone)
      #expect(
        growth > 1e-12,
        "scenario \(number): \(Self.largestDifference(found[number], alone)), \(scenario.levers)")
      undecided += 1
    }
    #expect(
      undecided <= max(1, scenarios.count / 8), "\(undecided) of \(scenarios.count) grow rounding")
  }

  /// What a batch finds for a scenario to act on is what the scenario alone finds.
  @Test(arguments: 1...10) func everyColumnTouchesWhatItTouchesAlone(_ seed: Int) throws {
    let economy = Self.economies[seed % Self.economies.count]
    var draws = try RandomScenarios(economy.table, seed: 300 + UInt64(seed))
    let conventions = draws.drawConventions()
    let scenarios = try (0..<8).map { _ in try draws.draw(conventions, horizon: 20, entries: 4) }
    let batch = CompiledBatch(economy, scenarios, commodities: draws.commodities)
    let alone = Touch.all(of: scenarios, in: economy, commodities: draws.commodities)
    for (number, touches) in alone.enumerated() {
      let found = batch.touches.filter { $0.scenario == number }
      #expect(found.map(\.entry) == touches.map(\.entry))
      #expect(found.map(\.effect) == touches.map(\.effect))
      #expect(found.map(\.cells) == touches.map(\.cells), "\(scenarios[number].levers)")
      #expect(found.map(\.missed) == touches.map(\.missed))
      #expect(
        zip(found, touches).allSatisfy { abs($0.flow - $1.flow) <= 1e-12 * max(1, $1.flow) })
    }
  }

  private static func alone(
    _ scenario: Scenario, _ economy: Economy, _ commodities: [Commodity]
  ) -> [Double] {
    let batch = CompiledBatch(economy, [scenario], commodities: commodities)
    var recorder = TrajectoryRecorder(batch)
    var simulation = Simulation(batch)
    simulation.run(&recorder)
    return series(recorder.trajectories[0], batch, 0, of: scenario)
  }

  private static func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
    guard a.count == b.count else { return .infinity }
    return zip(a, b).reduce(0) { worst, pair in
      let difference = abs(pair.0 - pair.1)
      return difference <= worst ? worst : difference
    }
  }

  /// The table with every flow between industries off by a few units of the last place.
  private static func rounded(_ table: InputOutputTable) -> InputOutputTable {
    var random = SplitMix64(seed: 9)
    return InventoryModelTests.scaled(table) { $0 * (1 + 4e-16 * (random.nextUniform() - 0.5) * 2) }
  }

  /// Every series of a run over the size of what it measures, within the scenario's own horizon.
  static func series(
    _ t: Trajectory, _ batch: CompiledBatch, _ column: Int, of scenario: Scenario
  ) -> [Double] {
    let economy = batch.economy
    let days = scenario.horizon
    let scale = economy.output.max() ?? 1
    let nodes = [t.output, t.capacity, t.orders].flatMap { $0.prefix(days * economy.nodeCount) }
    let unmet = t.unmet.prefix(days * economy.regionCount * economy.productCount)
    let overlays = zip(t.overlays, batch.overlays).flatMap { series, overlay -> [Double] in
      guard overlay.isNamed[column] else { return [] }
      let use = overlay.importers.map(\.use).max() ?? 1
      let goods = [series.received, series.released, series.shortfall, series.stock].flatMap {
        $0.prefix(days * overlay.importers.count).map { $0 / use }
      }
      return goods + series.price.prefix(days * overlay.priceCount)
    }
    return (nodes + unmet).map { $0 / scale } + overlays
  }

  /// The draws must be of every kind, or the test above proves little.
  @Test func everyKindOfEntryIsDrawn() throws {
    var draws = try RandomScenarios(Self.economies[0].table, seed: 5)
    let scenarios = try (0..<150).map { _ in
      try draws.draw(draws.drawConventions(), horizon: 10, entries: 3)
    }
    let known = ["baseline[]", "shocks[]", "responses[]"].flatMap { list in
      KeyTable.keys(of: list).filter { $0.type == .group }.map(\.path)
    }
    #expect(draws.drawn == Set(known))
    let places = scenarios.flatMap { $0.levers(of: .shocks) }.compactMap {
      $0.as(Capacity.self)?.place
    }
    let lost = places.map { if case .origins = $0 { true } else { false } }
    #expect(lost.contains(true) && lost.contains(false))
    let models = scenarios.map(\.model)
    #expect(models.contains { $0.inventoryDays.contains(.infinity) })
    #expect(models.contains { $0.tableCriticality.contains { $0 > 0 && $0 < 1 } })
    #expect(models.contains { model in model.tableCriticality.allSatisfy { $0 == 0 } })
  }

  /// Each of these variants lost 71% of world output once, because inputs that never bind did.
  @Test(arguments: [
    "psi: 0.8", "inventory: {C: 90 days}", "restock: 20 days", "restock cap: 50%",
    "table criticality: 0", "inventory: unlimited", "inventory: 0 days",
    "inventory: 0 days, rationing: final demand first, step: 0.5 days",
  ])
  func aVariantWithoutAShockLosesNothing(_ change: String) async throws {
    let economy = Self.economies[0]
    let draws = try RandomScenarios(economy.table, seed: 1)
    let scenarios = try ["{}", "{\(change)}"].map {
      try draws.decode("economy: random\nhorizon: 60 days\nmodel: \($0)\n")
    }
    let losses = await BatchRunner(economy, commodities: draws.commodities)
      .run(scenarios, tracingLimits: false) {
        LossTotals($0)
      } result: { totals, _, column, _ in
        totals.losses[column]
      }
    let usual = economy.output.reduce(0, +)
    #expect(losses.allSatisfy { abs($0) <= 1e-9 * usual }, "\(losses)")
  }
}
