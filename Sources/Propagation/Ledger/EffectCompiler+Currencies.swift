internal import InputOutputTables
internal import Quantities
internal import Scenarios

// Swap lines: x' = min(x, cap) on whole days while what is drawn lasts (LEVERS.md G).
extension EffectCompiler {
  /// Lets the lines of a scenario hold its currencies, in the order of the file, and books their cost.
  mutating func holdCurrencies(_ plan: EffectPlan, scenario k: Int) {
    for case (let entry, .money(.swap(let swap))) in plan.effects {
      let own = rises.indices.filter {
        rises[$0].scenario == k && rises[$0].region == swap.region
      }
      guard !own.isEmpty else { continue }
      let perDay = imports(of: swap.region)
      var drawn = 0.0
      var path: [Double] = []
      for day in 0..<plan.scenario.horizon {
        let free = own.reduce(1) { $0 * (1 + rises[$1].depreciation(on: day)) } - 1
        let held = swap.held(free, on: day)
        let today = swap.drain * (free - held) * perDay
        let isHeld = drawn + today <= swap.line * (1 + 1e-12)
        if isHeld { drawn += today }
        path.append(drawn)
        leave(isHeld && free > 0 ? held / free : 1, of: own, on: day)
      }
      book(swap, entry, drawn: path, scenario: k)
    }
  }

  /// Takes a part of a day's depreciation away.
  private mutating func leave(_ share: Double, of own: [Int], on day: Int) {
    for index in own {
      if rises[index].left.count == day { rises[index].left.append(1) }
      rises[index].left[day] *= share
    }
  }

  private mutating func book(_ swap: CurrencySwap, _ entry: Int, drawn: [Double], scenario k: Int) {
    // What is drawn is money of the table, and the ledger is in USD.
    guard let unit = Unit.tableMoney(economy.table.description.moneyUnit), unit.currency == "USD"
    else { return }
    ledger.append(
      LedgerItem(
        scenario: k, entry: entry, payer: "government:\(economy.table.countryCodes[swap.region])",
        region: swap.region,
        amount: .path(drawn.map { unit.base($0) * swap.spread / 365 }), window: .since(0)))
  }
}

extension CurrencySwap {
  /// What it leaves of a depreciation on a day.
  fileprivate func held(_ depreciation: Double, on day: Int) -> Double {
    let most = depreciation - (depreciation - cap) * window.intensity(on: day)
    return min(depreciation, most)
  }
}
