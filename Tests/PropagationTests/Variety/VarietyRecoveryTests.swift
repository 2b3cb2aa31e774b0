import InputOutputTables
import Propagation
import Scenarios
import Testing

/// No economy of preset `sonae` collapses (MODEL2.md, laws).
struct VarietyRecoveryTests {
  /// Criticality, psi to 0.95 and stocks from two days are drawn; shocks of any size last 60 days.
  @Test(arguments: 1...60) func everyEconomyReturnsAfterSixtyDays(_ seed: UInt64) {
    var drawn = RandomVarieties(seed: 1_000 + seed)
    let horizon = 600
    let shocks = (0..<3).map { _ in drawn.shock(RandomVarieties.sixtyDays) }
    let sizes = [0.1, 0.5, 0.9, 1, drawn.uniform()]
    let scenarios = shocks.flatMap { shock in
      sizes.map { scenario(drawn.model, horizon: horizon, [shock($0)]) }
    }
    let economy = drawn.economy
    let n = economy.nodeCount
    for (number, output) in OutputRecorder.run(economy, scenarios).enumerated() {
      let last = output.suffix(n)
      let worst = zip(last, economy.output).map { abs(1 - $0 / $1) }.max() ?? 1
      #expect(worst <= 0.01, "scenario \(number): \(worst)")
    }
  }
}
