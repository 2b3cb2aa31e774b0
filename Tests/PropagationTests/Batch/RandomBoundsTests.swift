import Commodities
import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// Whatever levers a file puts together, with whatever keys, a run stays within what there is: in days and in
/// what they come to.
struct RandomBoundsTests {
  @Test(arguments: 1...18) func nothingLeavesItsBounds(_ seed: Int) throws {
    let economy = BatchEqualsSingleRunsTests.economies[
      seed % BatchEqualsSingleRunsTests.economies.count]
    var draws = try RandomScenarios(economy.table, seed: 900 + UInt64(seed))
    let conventions = draws.drawConventions()
    let scenarios = try (0..<16).map { _ in
      try draws.draw(conventions, horizon: 30, entries: 5)
    }
    let batch = CompiledBatch(economy, scenarios, commodities: draws.commodities)
    let days = trajectories(of: batch)
    var recorder = AccountsRecorder(batch, tracingLimits: false)
    var simulation = Simulation(batch)
    simulation.run(&recorder)
    for (column, scenario) in scenarios.enumerated() {
      let levers = "\(scenario.levers)"
      expectBounds(days[column], economy, levers)
      expectGoods(days[column], batch, column, levers)
      expectSums(recorder.accounts(of: column, batch), days[column], economy, levers)
    }
  }

  /// The same scenarios the other way round in their batch, and alone, are the same.
  @Test(arguments: 1...6) func theirOrderDoesNotMatter(_ seed: Int) async throws {
    let economy = BatchEqualsSingleRunsTests.economies[
      seed % BatchEqualsSingleRunsTests.economies.count]
    var draws = try RandomScenarios(economy.table, seed: 950 + UInt64(seed))
    let conventions = [draws.drawConventions(), draws.drawConventions()]
    let scenarios = try (0..<16).map {
      try draws.draw(conventions[$0 % 2], horizon: 20, entries: 3)
    }
    func losses(_ scenarios: [Scenario], width: Int) async -> [Double] {
      await BatchRunner(economy, commodities: draws.commodities, width: width, threads: 2)
        .run(scenarios, tracingLimits: false) {
          LossTotals($0)
        } result: { totals, _, column, _ in
          totals.losses[column]
        }
    }
    let usual = economy.output.reduce(0, +) * 20
    let wide = await losses(scenarios, width: 16)
    let turned = await losses(scenarios.reversed(), width: 16)
    let alone = await losses(scenarios, width: 1)
    for index in scenarios.indices {
      let others = [turned[scenarios.count - 1 - index], alone[index]]
      for other in others {
        #expect(abs(wide[index] - other) <= 1e-9 * usual, "\(scenarios[index].levers)")
      }
    }
  }

  private func expectBounds(_ t: Trajectory, _ economy: Economy, _ levers: String) {
    let tiny = 1e-9 * (economy.output.max() ?? 1)
    let isWithin = t.output.indices.allSatisfy {
      t.output[$0] >= 0 && t.output[$0] <= t.capacity[$0] * (1 + 1e-9) + tiny
    }
    #expect(isWithin, "output: \(levers)")
    #expect(t.capacity.allSatisfy { $0 >= 0 && $0.isFinite }, "capacity: \(levers)")
    #expect(t.orders.allSatisfy { $0 >= 0 && $0.isFinite }, "orders: \(levers)")
    #expect(t.unmet.allSatisfy { $0 >= -tiny && $0.isFinite }, "unmet: \(levers)")
  }

  private func expectGoods(
    _ t: Trajectory, _ batch: CompiledBatch, _ column: Int, _ levers: String
  ) {
    for (series, overlay) in zip(t.overlays, batch.overlays) where overlay.isNamed[column] {
      let tiny = 1e-9 * (overlay.importers.map(\.use).max() ?? 1)
      for goods in [series.received, series.released, series.shortfall, series.stock] {
        #expect(goods.allSatisfy { $0 >= -tiny && $0.isFinite }, "goods: \(levers)")
      }
      #expect(series.restraint.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 }, "restraint: \(levers)")
      #expect(series.price.allSatisfy { $0 >= 0 && $0.isFinite }, "price: \(levers)")
    }
  }

  /// Sums by node are those of the days, no loss is more than all, and its causes are parts of it.
  private func expectSums(
    _ accounts: Accounts, _ t: Trajectory, _ economy: Economy, _ levers: String
  ) {
    let n = economy.nodeCount
    let scale = (economy.output.max() ?? 1) * Double(accounts.days)
    for node in 0..<n {
      let usual = economy.output[economy.position[node]]
      let lost = (0..<accounts.days).reduce(0) { $0 + usual - t.output[$1 * n + node] }
      let sums = [
        accounts.outputLoss[node], accounts.demandLoss[node], accounts.capacityLoss[node],
      ]
      #expect(sums.allSatisfy { $0.isFinite }, "\(sums): \(levers)")
      #expect(abs(sums[0] - lost) <= 1e-9 * scale, "\(sums[0]), by days \(lost): \(levers)")
      #expect(sums[0] <= usual * Double(accounts.days) + 1e-9 * scale)
      #expect(sums[2] >= -1e-9 * scale && sums[2] <= usual * Double(accounts.days) + 1e-9 * scale)
    }
    #expect(accounts.valueAddedLoss.allSatisfy { $0.allSatisfy { $0.isFinite } })
    #expect(accounts.ledger.allSatisfy { $0.cost.isFinite }, "\(levers)")
  }
}
