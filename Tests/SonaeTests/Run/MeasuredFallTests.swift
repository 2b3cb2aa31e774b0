import Diagnostics
import Reporting
import RiskMetrics
import Testing

@testable import sonae

/// A fall in output that was measured holds its producer's own shortages.
struct MeasuredFallTests {
  /// What is said to have no effect has none, and only that.
  @Test(arguments: ["[A.x]", "[A.x, A.y]"]) func oneMeasuredFallAloneIsTold(_ nodes: String)
    async throws
  {
    let fall = "capacity: {nodes: \(nodes), by: 50%, for: 30 days"
    let other = "capacity: {nodes: [B.x], by: 30%, for: 30 days}"
    let measured = try await ReachTests.study(
      ReachTests.scenario(fall + ", measured: true}", other))
    let plain = try await ReachTests.study(ReachTests.scenario(fall + "}", other))
    let warned = RiskReport.report(measured).warnings.contains {
      $0.en.contains("`shocks[0]`: `measured` has no effect")
    }
    #expect(warned == (nodes == "[A.x]"))
    for (a, b) in zip(measured.results, plain.results) {
      let losses = [a, b].map { $0.measures(of: 0)?.outputLoss ?? -1 }
      #expect(losses[0] > 0 && losses[1] > 0)
      #expect((abs(losses[0] - losses[1]) < 1e-12 * losses[1]) == warned, "\(losses)")
    }
  }
}
