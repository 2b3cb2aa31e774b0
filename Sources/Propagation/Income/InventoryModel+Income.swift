internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

// Income: private demand of a step after what was known the evening before, and a step's bills over GDP.
extension InventoryModel {
  /// f = max(0, 1 − m·s·GDP/C) on private columns.
  func spendIncome(_ state: inout State, _ income: Income) {
    for region in 0..<batch.economy.regionCount {
      for k in 0..<width where income.answer[region * width + k] > 0 {
        let cell = region * width + k
        let left = max(0, 1 - income.answer[cell] * state.billShare[cell])
        for f in income.columns[region] { state.columns.income[f * width + k] = left }
      }
    }
  }

  /// s += Δt/τ_Y·(B − s).
  func followBills(_ state: inout State, _ income: Income, at moment: Moment) {
    for region in 0..<batch.economy.regionCount {
      for k in 0..<width where income.answer[region * width + k] > 0 {
        let cell = region * width + k
        let bill = income.share(of: region, k, state, batch, day: moment.day)
        state.billShare[cell] += (bill - state.billShare[cell]) * income.rate[k]
      }
    }
  }
}
