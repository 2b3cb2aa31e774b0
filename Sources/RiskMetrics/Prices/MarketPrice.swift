internal import Commodities
internal import Propagation
internal import Quantities
internal import Scenarios

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The price of an overlay commodity by day (MODEL.md section 4, step 13).
///
/// L = (blocked − bypass − spare capacity − releases a day) / market supply, from what a shock blocks
/// and not from users' unmet need: a closure that stocks bridge still moves the price.
/// ln π = −ln(1 − L)/(e_S − e_D), bounded.
struct MarketPrice {
  /// Price over its base by day; nil if a figure is missing.
  let multiple: [Double]?
  /// Price before the shock, USD per unit; nil if missing.
  let base: Double?

  private struct Inputs {
    let supply: Double
    let responsiveness: Double
    let bound: Double
    let base: Double
  }

  init(
    _ overlay: Overlay, commodity: Commodity, scenario: Scenario,
    accounts: OverlayAccounts, number: Int, width: Int
  ) {
    base = commodity.price.base.value
    guard let inputs = MarketPrice.inputs(commodity) else {
      multiple = nil
      return
    }
    let market = MarketBalance(overlay.market, commodity: commodity, number: number)
    multiple = (0..<scenario.horizon).map { day in
      if let set = market.stated(on: day) {
        return set / inputs.base
      }
      let missing = max(0, market.missing(on: day, released: accounts.releasedByDay[day]))
      let share = min(missing / inputs.supply, 1 - 1e-9)
      return min(exp(-log(1 - share) / inputs.responsiveness), inputs.bound)
    }
  }

  private static func inputs(_ commodity: Commodity) -> Inputs? {
    let price = commodity.price
    guard let base = price.base.value, let supply = price.supply.value,
      let supplied = price.supplyElasticity.value, let demanded = price.demandElasticity.value,
      let bound = price.bound.value, supply > 0, supplied - demanded > 0, base > 0
    else { return nil }
    return Inputs(supply: supply, responsiveness: supplied - demanded, bound: bound, base: base)
  }
}

/// What is missing from a commodity's market by day, units a day.
private struct MarketBalance {
  private let commodity: Commodity
  private let cuts: [Overlay.Cut]
  private let sales: [Overlay.Sale]
  private let settings: [Overlay.Setting]

  init(_ market: Overlay.Market, commodity: Commodity, number: Int) {
    self.commodity = commodity
    cuts = market.cuts.filter { $0.scenario == number }
    sales = market.sales.filter { $0.scenario == number }
    settings = market.settings.filter { $0.scenario == number }
  }

  /// The price that an effect sets, if one is in force.
  func stated(on day: Int) -> Double? {
    settings.first { $0.window.isInForce(on: day) }?.price
  }

  func missing(on day: Int, released: Double) -> Double {
    let blocked = cuts.reduce(0) { $0 + $1.missing(on: day) }
    guard blocked > 0 else { return 0 }
    return blocked - spare - max(scheduled(on: day), released)
  }

  /// What origins outside the shock can add, units a day.
  private var spare: Double {
    let share = commodity.spareCapacity.value ?? 0
    let supply = commodity.price.supply.value ?? 0
    let blocked = cuts.reduce(0) { $0 + $1.missing(on: $1.window.from) }
    return share * max(0, supply - blocked)
  }

  /// Dated releases by all holders, in the overlay or outside, units a day.
  private func scheduled(on day: Int) -> Double {
    sales.reduce(0) { $0 + $1.sold(on: day) }
  }
}
