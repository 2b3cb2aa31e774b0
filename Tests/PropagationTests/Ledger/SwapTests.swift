import Propagation
import Scenarios
import Testing

/// A swap line against the case worked by hand (LEVERS.md G, example 14).
struct SwapTests {
  /// Two regions of which R0 buys `imports` a day from R1, and a line of `line` that holds its currency.
  private func run(
    _ example: WorkedExample, line: Double, horizon: Int
  ) throws -> (path: [Double], spread: Double) {
    let scenario = TradingEconomy.scenario(
      horizon: horizon,
      shocks: [
        Currency(
          region: 0, depreciation: try example.number("depreciation"), passThrough: 0.6,
          window: .since(0))
      ],
      responses: [
        Swap(
          CurrencySwap(
            region: 0, cap: try example.number("swap_cap"), line: line, drain: 1, spread: 365,
            window: .since(0)))
      ])
    let economy = TradingEconomy.economy(imports: try example.number("imports_per_day"))
    let batch = CompiledBatch(economy, [scenario], commodities: [])
    var recorder = AccountsRecorder(batch, tracingLimits: false)
    var simulation = Simulation(batch)
    simulation.run(&recorder)
    let cost = recorder.accounts(of: 0, batch).ledger.reduce(0) { $0 + $1.cost }
    let rise = batch.importPriceRises[0]
    return ((0..<horizon).map { rise.depreciation(on: $0) }, cost)
  }

  @Test func aLineHoldsWholeDays() throws {
    let example = try WorkedExample.read("14-currency-swap")
    let line = try example.number("line")
    let expected = try example.numbers("path")
    let found = try run(example, line: line, horizon: expected.count)
    for (day, depreciation) in expected.enumerated() {
      #expect(abs(found.path[day] - depreciation) < 1e-9, "day \(day)")
    }
    // A spread of 365 a year on millions of USD: a day costs what is drawn.
    let last = found.spread - (try run(example, line: line, horizon: expected.count - 1).spread)
    #expect(abs(last / 1e6 - (try example.number("used"))) < 1e-9)
  }

  @Test(arguments: [(0.0, 0), (100, 10)]) func aLineOfNothingAndOneOfMuch(
    _ line: Double, _ days: Int
  ) throws {
    let example = try WorkedExample.read("14-currency-swap")
    let path = try run(example, line: line, horizon: 10).path
    for day in 0..<10 {
      #expect(abs(path[day] - (day < days ? 0.05 : 0.1)) < 1e-12, "day \(day)")
    }
  }
}
