import InputOutputTables
import Propagation
import Scenarios
import TestSupport
import Testing

/// Batches by packed shares keep what users miss by sector where one supplier is struck, user by user where
/// links are lost or several are: either way a scenario's numbers are those that it has alone.
struct PackedStrikeTests {
  /// Strikes of a scenario: one supplier of a product, a second of the same product, or a ban beside it; or
  /// one supplier of every product and a ban.
  private static func shocks(_ drawn: inout RandomVarieties, kind: Int) -> [any Lever] {
    let economy = drawn.economy
    func loss(_ node: Int) -> any Lever {
      let recovery: Recovery = drawn.uniform() < 0.5 ? .immediate : .exponential(over: 6)
      return Capacity(
        nodes: [economy.order[node]], by: drawn.uniform(0.2, 1),
        window: Window(from: drawn.below(6), days: 8 + drawn.below(20), recovery: recovery))
    }
    let p = drawn.below(economy.productCount)
    let suppliers = economy.suppliers(of: p)
    let first = suppliers.lowerBound + drawn.below(suppliers.count)
    var shocks = [loss(first)]
    if kind == 3 {
      for other in 0..<economy.productCount where other != p {
        let suppliers = economy.suppliers(of: other)
        shocks.append(loss(suppliers.lowerBound + drawn.below(suppliers.count)))
      }
    }
    if kind == 1 {
      let other = suppliers.lowerBound + (first - suppliers.lowerBound + 1) % suppliers.count
      shocks.append(loss(other))
    }
    if kind >= 2 {
      let exporter = drawn.below(economy.regionCount)
      shocks.append(
        Ban(
          exporter: Partner(code: "", region: exporter),
          importer: Partner(code: "", region: (exporter + 1) % economy.regionCount),
          products: [.sector(p)], by: drawn.uniform(0.3, 1), leak: 0,
          window: Window(from: 2, days: 15, recovery: .immediate)))
    }
    return shocks
  }

  private static func run(
    _ economy: Economy, _ scenarios: [Scenario], packed: PackedShares?
  ) -> BothRecords {
    let batch = CompiledBatch(economy, scenarios, commodities: [], packed: packed)
    var both = BothRecords(batch)
    var simulation = Simulation(batch)
    simulation.run(&both)
    return both
  }

  @Test(
    arguments: [8, 16, 40, 72],
    [[0], [0, 0, 0, 0, 0, 0, 0, 0, 1], [0, 1, 2], [2, 0, 0, 0, 0, 0, 0, 0, 0, 0], [3], [3, 1]])
  func everyColumnIsItsSingleRun(_ width: Int, _ kinds: [Int]) {
    var drawn = RandomVarieties(seed: UInt64(width * 10 + kinds.count))
    let economy = drawn.economy
    let scenarios = (0..<width).map { number in
      scenario(
        drawn.model, horizon: 40, Self.shocks(&drawn, kind: kinds[number % kinds.count]))
    }
    let packed = PackedShares(economy)
    let batch = CompiledBatch(economy, scenarios, commodities: [], packed: packed)
    let all = Self.run(economy, scenarios, packed: packed)
    // What limits is not traced in large batches, and another way through the chain is taken.
    var untraced = AccountsRecorder(batch, tracingLimits: false)
    var simulation = Simulation(batch, tracingLimits: false)
    simulation.run(&untraced)
    let scale = economy.output.max() ?? 1
    for (k, one) in scenarios.enumerated() {
      let alone = Self.run(economy, [one], packed: nil)
      let single = CompiledBatch(economy, [one], commodities: [])
      let pairs = zip(
        all.trajectories.trajectories[k].output, alone.trajectories.trajectories[0].output)
      #expect(pairs.allSatisfy { abs($0 - $1) <= 1e-10 * scale }, "scenario \(k)")
      let loss = all.accounts.accounts(of: k, batch).outputLoss.reduce(0, +)
      #expect(
        abs(untraced.accounts(of: k, batch).outputLoss.reduce(0, +) - loss) <= 1e-9 * scale,
        "untraced scenario \(k)")
      let limits = zip(
        all.accounts.accounts(of: k, batch).limitedOutput,
        alone.accounts.accounts(of: 0, single).limitedOutput)
      // Sums of single precision over at most 160 steps.
      #expect(limits.allSatisfy { abs($0 - $1) <= 1e-4 }, "limits of scenario \(k)")
    }
  }
}
