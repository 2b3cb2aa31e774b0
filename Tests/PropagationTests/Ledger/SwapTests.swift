import Propagation
import Scenarios
import Testing

/// A swap line against the case worked by hand (LEVERS.md G, example 14).
struct SwapTests {
  /// Two regions of which R0 buys 10 a day from R1: a line of 2 holds 5 points for 4 days.
  @Test(arguments: [(2.0, 4), (0, 0), (100, 10)])
  func aLineHoldsWholeDays(_ line: Double, _ days: Int) {
    let economy = TradingEconomy.economy(imports: 10)
    let window = Window.since(0)
    let scenario = TradingEconomy.scenario(
      horizon: 10,
      shocks: [
        Currency(region: 0, depreciation: 0.1, passThrough: 0.6, window: window)
      ],
      responses: [
        Swap(
          CurrencySwap(
            region: 0, cap: 0.05, line: line, drain: 1, spread: 0.005, window: window))
      ])
    let batch = CompiledBatch(economy, [scenario], commodities: [])
    let rise = batch.importPriceRises[0]
    for day in 0..<10 {
      #expect(abs(rise.depreciation(on: day) - (day < days ? 0.05 : 0.1)) < 1e-12, "day \(day)")
    }
  }
}
