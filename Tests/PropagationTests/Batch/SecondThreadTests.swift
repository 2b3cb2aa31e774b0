import Commodities
import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// A thread that adds up orders beside a run changes nothing of it.
struct SecondThreadTests {
  /// Tables of any size, one scenario alone and eight of them, under every preset: the same bits, several
  /// times over, as threads meet differently each time.
  @Test(arguments: 1...24) func aSecondThreadChangesNoBit(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let regions = 3 + Int(random.next() % 8)
    let sectors = 3 + Int(random.next() % 5)
    let economy = Self.economy(regions: regions, sectors: sectors, seed: UInt64(seed))
    var draws = try RandomScenarios(economy.table, seed: UInt64(seed))
    let conventions = draws.drawConventions()
    let width = seed.isMultiple(of: 2) ? 8 : 1
    let scenarios = try (0..<width).map { _ in
      try draws.draw(conventions, horizon: 20, entries: 2)
    }
    let batch = CompiledBatch(
      economy, scenarios, commodities: draws.commodities, packed: PackedShares(economy))
    let alone = trajectories(of: batch)
    for _ in 0..<4 {
      let beside = trajectories(of: batch, hasSecondThread: true)
      for (one, other) in zip(alone, beside) {
        #expect(one.output == other.output, "\(conventions)")
        #expect(one.orders == other.orders, "\(conventions)")
        #expect(one.unmet == other.unmet, "\(conventions)")
      }
    }
  }

  /// Runs that end early, or are never begun, end their thread too.
  @Test func aRunMayEndBeforeItsHorizon() throws {
    let economy = Self.economy(regions: 3, sectors: 4, seed: 1)
    var draws = try RandomScenarios(economy.table, seed: 1)
    let scenario = try draws.draw(draws.drawConventions(), horizon: 20, entries: 2)
    let batch = CompiledBatch(economy, [scenario], commodities: draws.commodities)
    for days in [0, 0, 1, 7] {
      var recorder = TrajectoryRecorder(batch)
      var simulation = Simulation(batch, hasSecondThread: true)
      for _ in 0..<days { simulation.advance(&recorder) }
      #expect(
        recorder.trajectories[0].output.dropFirst(days * economy.nodeCount).allSatisfy { $0 == 0 })
    }
  }

  private static func economy(regions: Int, sectors: Int, seed: UInt64) -> Economy {
    var options = RandomTableOptions()
    options.regionCodes = Array(
      (["JPN", "CHN", "USA"] + (3..<12).map { "R\($0)" }).prefix(regions))
    options.sectorCodes = Array(["23", "C", "30t33", "E", "F", "G", "H"].prefix(sectors))
    return Economy(randomTable(regions: regions, sectors: sectors, seed: seed, options: options))
  }
}
