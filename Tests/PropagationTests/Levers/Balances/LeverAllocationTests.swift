import CAllocationCounter
import InputOutputTables
import Measurement
import Propagation
import Scenarios
import Testing

/// Levers of every kind cost a step no allocation.
struct LeverAllocationTests {
  @Test(arguments: 1...12) func aStepWithDrawnLeversAllocatesNothing(_ seed: UInt64) throws {
    let counter: AllocationCounter = { Int(sonae_thread_allocations()) }
    try #require(Measurement.allocationControl(counter) > 0, "the counter must see an allocation")
    let economy = BatchEqualsSingleRunsTests.economies[Int(seed) % 6]
    var draws = try RandomScenarios(economy.table, seed: 7000 + seed)
    let conventions = draws.drawConventions()
    let scenarios = try (0..<PackedShares.columns).map { _ in
      try draws.draw(conventions, horizon: 30, entries: 6)
    }
    let batch = CompiledBatch(
      economy, scenarios, commodities: draws.commodities, packed: PackedShares(economy))
    var simulation = Simulation(batch, tracingLimits: false)
    var recorder = AccountsRecorder(batch, tracingLimits: false)
    for _ in 0..<2 { simulation.advance(&recorder) }
    let before = counter()
    for _ in 2..<30 { simulation.advance(&recorder) }
    let used = counter() - before
    #expect(used == 0, "\(scenarios.flatMap(\.levers).map(\.path))")
  }
}
