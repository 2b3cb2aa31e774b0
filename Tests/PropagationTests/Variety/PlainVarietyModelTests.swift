import InputOutputTables
import Propagation
import Scenarios
import Testing

/// The engine against the page written out plainly, on random economies, parameters and shocks.
struct PlainVarietyModelTests {
  @Test(arguments: 1...40) func theEngineDoesWhatThePageSays(_ seed: UInt64) throws {
    var drawn = RandomVarieties(seed: 6_000 + seed, VarietyInvariantTests.every)
    let shocks = drawn.shocks()
    let economy = drawn.economy
    let horizon = 120
    let found = run(economy, [scenario(drawn.model, horizon: horizon, shocks)])[0]
    var plain = try #require(PlainVarietyModel(economy, drawn.model, shocks))
    let expected = plain.run(days: horizon)
    let n = economy.nodeCount
    let scale = economy.output.max() ?? 1
    var worst = 0.0
    for (day, values) in expected.enumerated() {
      for i in 0..<n {
        let cell = day * n + economy.order[i]
        worst = max(worst, abs(found.output[cell] - values.output[i]))
        worst = max(worst, abs(found.capacity[cell] - values.capacity[i]))
        worst = max(worst, abs(found.orders[cell] - values.orders[i]))
      }
    }
    #expect(worst <= 1e-9 * scale, "\(worst / scale)")
    #expect(found.output.contains { !$0.isNaN })
  }
}
