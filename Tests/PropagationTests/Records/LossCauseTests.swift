import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios
import TestSupport
import Testing

/// What took a node's output: its own capacity, inputs or demand.
struct LossCauseTests {
  private static func accounts(
    _ economy: Economy, _ scenarios: [Scenario], packed: PackedShares? = nil
  ) -> [Accounts] {
    let batch = CompiledBatch(economy, scenarios, commodities: [], packed: packed)
    var recorder = AccountsRecorder(batch, tracingLimits: false)
    var simulation = Simulation(batch, tracingLimits: false)
    simulation.run(&recorder)
    return scenarios.indices.map { recorder.accounts(of: $0, batch) }
  }

  /// Nobody is struck and nobody lacks anything: all that is lost was not asked for.
  @Test(arguments: 1...6) func lessDemandTakesDemandAlone(_ seed: UInt64) {
    let drawn = RandomVarieties(seed: seed)
    let economy = drawn.economy
    let always = Window(from: 0, days: nil, recovery: .immediate)
    let less = Demand(
      regions: Array(0..<economy.regionCount), sectors: Array(0..<economy.productCount), by: -0.1,
      window: always)
    let lost = Self.accounts(economy, [scenario(drawn.model, horizon: 60, [less])])[0]
    let size = lost.outputLoss.reduce(0, +)
    #expect(size > 0)
    #expect(lost.capacityLoss.allSatisfy { $0 == 0 })
    #expect(abs(lost.demandLoss.reduce(0, +) - size) <= 1e-9 * size)
  }

  /// A struck node loses its capacity, the others inputs and demand.
  @Test(arguments: 1...6) func aStruckNodeLosesItsCapacity(_ seed: UInt64) {
    var drawn = RandomVarieties(seed: 50 + seed)
    let economy = drawn.economy
    let struck = (0..<8).map { _ in economy.order[drawn.below(economy.nodeCount)] }
    let by = drawn.uniform(0.3, 0.9)
    let scenarios = struck.map { node in
      scenario(
        drawn.model, horizon: 60,
        [
          Capacity(
            nodes: [node], by: by, window: Window(from: 0, days: nil, recovery: .immediate))
        ])
    }
    let all = Self.accounts(economy, scenarios, packed: PackedShares(economy))
    for (k, node) in struck.enumerated() {
      let most = by * economy.output[economy.position[node]] * 60
      let own = all[k].capacityLoss[node]
      #expect(own > 0 && own <= most * (1 + 1e-12), "scenario \(k)")
      let elsewhere = all[k].capacityLoss.indices.filter { $0 != node }
      #expect(elsewhere.allSatisfy { all[k].capacityLoss[$0] == 0 }, "scenario \(k)")
      let alone = Self.accounts(economy, [scenarios[k]])[0]
      let scale = 1e-9 * (economy.output.max() ?? 1)
      for (one, other) in [
        (alone.demandLoss, all[k].demandLoss), (alone.capacityLoss, all[k].capacityLoss),
      ] {
        #expect(zip(one, other).allSatisfy { abs($0 - $1) <= scale }, "scenario \(k)")
      }
    }
  }
}
