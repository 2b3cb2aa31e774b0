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
        let bill = billShare(of: region, k, state, income, day: moment.day)
        state.billShare[cell] += (bill - state.billShare[cell]) * income.rate[k]
      }
    }
  }

  /// B_r: what a region pays more for the same goods on a day, over its GDP.
  private func billShare(
    of region: Int, _ k: Int, _ state: borrowing State, _ income: Income, day: Int
  ) -> Double {
    var rise = 1.0
    var total = 0.0
    for entry in income.depreciations
    where entry.rise.scenario == k && entry.rise.region == region {
      let depreciation = entry.rise.depreciation * entry.rise.window.share(on: day)
      rise *= 1 + depreciation
      total += depreciation * entry.share
    }
    for bill in income.bills where bill.region == region {
      total += share(of: bill, k, state, rise: rise)
    }
    return total
  }

  /// received abroad · (P·(1 + x) − P₀) over GDP.
  private func share(
    of bill: Income.Bill, _ k: Int, _ state: borrowing State, rise: Double
  ) -> Double {
    let overlay = batch.overlays[bill.overlay]
    guard overlay.isPriced(in: k), let base = overlay.basePrice[k] else { return 0 }
    var volume = 1.0
    var multiple = state.overlays[bill.overlay].price[k]
    if let b = bill.importer {
      let usual = bill.usual[k]
      volume =
        usual > 0 ? received(by: b, k, overlay, state.overlays[bill.overlay]) / usual : 1
      let isOwn = overlay.isBloc && overlay.restricts(b, scenario: k)
      multiple =
        isOwn ? 1 : state.overlays[bill.overlay].price[overlay.price(of: b) * width + k]
    }
    return bill.importsOverGDP * volume * base * (multiple * rise - 1)
  }

  /// Received from abroad by a country, its slices included, units a day.
  private func received(by country: Int, _ k: Int, _ overlay: Overlay, _ s: OverlayState) -> Double
  {
    var received = 0.0
    for (b, importer) in overlay.importers.enumerated() where importer.whole == country {
      received += s.receivedAbroad[b * width + k]
    }
    return received
  }
}
