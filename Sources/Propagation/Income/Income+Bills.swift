internal import LinearAlgebra
internal import Scenarios

// What a region pays more for the same goods on a day.
extension Income {
  /// B_r·(1 − shield) over the region's GDP: what dearer imports and premiums paid abroad take.
  func share(
    of region: Int, _ k: Int, _ state: borrowing State, _ batch: CompiledBatch, day: Int
  ) -> Double {
    let rise = rise(of: region, k, day: day)
    var total = 0.0
    for entry in depreciations where entry.rise.scenario == k && entry.rise.region == region {
      total += entry.rise.depreciation(on: day) * entry.share
    }
    for bill in bills where bill.region == region {
      total += share(of: bill, k, state, batch, rise: rise)
    }
    for item in batch.ledger where item.scenario == k && item.region == region {
      guard let product = item.dayOfGDP else { continue }
      total += item.perDay(day, state, batch) / product
    }
    var left = 1.0
    for shield in shields where shield.scenario == k && shield.region == region {
      left *= 1 - shield.share * shield.window.intensity(on: day)
    }
    return total * left
  }

  /// The bill of a region before any shield, USD a day.
  func bill(
    of region: Int, _ k: Int, _ state: borrowing State, _ batch: CompiledBatch, day: Int
  ) -> Double {
    let rise = rise(of: region, k, day: day)
    var total = 0.0
    for entry in depreciations where entry.rise.scenario == k && entry.rise.region == region {
      total += entry.rise.depreciation(on: day) * entry.share * (productPerDay?[region] ?? 0)
    }
    for bill in bills where bill.region == region {
      total += share(of: bill, k, state, batch, rise: rise) * bill.dayOfGDP
    }
    return total
  }

  /// 1 + x of a region's currencies.
  private func rise(of region: Int, _ k: Int, day: Int) -> Double {
    var rise = 1.0
    for entry in depreciations where entry.rise.scenario == k && entry.rise.region == region {
      rise *= 1 + entry.rise.depreciation(on: day)
    }
    return rise
  }

  /// received abroad · (P·(1 + x) − P₀) over GDP.
  private func share(
    of bill: Bill, _ k: Int, _ state: borrowing State, _ batch: CompiledBatch, rise: Double
  ) -> Double {
    let width = batch.width
    let overlay = batch.overlays[bill.overlay]
    guard overlay.isPriced(in: k), let base = overlay.basePrice[k] else { return 0 }
    var volume = 1.0
    var multiple = state.overlays[bill.overlay].price[k]
    if let b = bill.importer {
      let usual = bill.usual[k]
      volume =
        usual > 0
        ? overlay.receivedAbroad(by: b, k, state.overlays[bill.overlay], width: width) / usual : 1
      let isOwn = overlay.isBloc && overlay.restricts(b, scenario: k)
      multiple =
        isOwn ? 1 : state.overlays[bill.overlay].price[overlay.price(of: b) * width + k]
    }
    return bill.importsOverGDP * volume * base * (multiple * rise - 1)
  }
}
