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
    for bill in bills[region] { total += share(of: bill, k, state, batch, rise: rise) }
    for index in paidAbroad[region * batch.width + k] {
      let item = batch.ledger[index]
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
    for bill in bills[region] {
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
    guard let base = bill.basePrice[k] else { return 0 }
    let width = batch.width
    var volume = 1.0
    if let buyers = bill.buyers, bill.usual[k] > 0 {
      var received = 0.0
      for b in buyers { received += state.overlays[bill.overlay].receivedAbroad[b * width + k] }
      volume = received / bill.usual[k]
    }
    let multiple = bill.isOwn[k] ? 1 : state.overlays[bill.overlay].price[bill.price * width + k]
    return bill.importsOverGDP * volume * base * (multiple * rise - 1)
  }
}
