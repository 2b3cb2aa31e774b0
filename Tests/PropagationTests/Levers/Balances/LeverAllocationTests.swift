import InputOutputTables
import Propagation
import Scenarios
import Testing

/// Levers of every kind cost a step no allocation.
struct LeverAllocationTests {
  @Test(arguments: 1...12) func aStepWithDrawnLeversAllocatesNothing(_ seed: UInt64) throws {
    let economy = BatchEqualsSingleRunsTests.economies[Int(seed) % 6]
    var draws = try RandomScenarios(economy.table, seed: 7000 + seed)
    let conventions = draws.drawConventions()
    let scenarios = try (0..<PackedShares.columns).map { _ in
      try draws.draw(conventions, horizon: 30, entries: 6)
    }
    let batch = CompiledBatch(
      economy, scenarios, commodities: draws.commodities, packed: PackedShares(economy))
    let used = try allocationsInSteps(of: batch)
    #expect(used == 0, "\(scenarios.flatMap(\.levers).map(\.path))")
  }
}
