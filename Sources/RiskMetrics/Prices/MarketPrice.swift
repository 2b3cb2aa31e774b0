internal import Quantities
internal import Commodities
internal import Propagation
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
    let shares = overlay.shares.indices.filter { $0 % width == number }.map { overlay.shares[$0] }
    let market = MarketBalance(overlay, commodity: commodity, scenario: scenario, shares: shares)
    multiple = (0..<scenario.horizon).map { day in
      if let set = MarketPrice.stated(scenario, commodity: overlay.commodity, day: day) {
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

  /// The price that a `price` shock sets, if one is in force.
  private static func stated(_ scenario: Scenario, commodity: Int, day: Int) -> Double? {
    for case .price(commodity, let level, let window) in scenario.shocks
    where window.isInForce(on: day) {
      return level
    }
    return nil
  }
}

/// What is missing from a commodity's market by day, units a day.
private struct MarketBalance {
  private let overlay: Overlay
  private let commodity: Commodity
  private let scenario: Scenario
  /// Shares by importer and origin of this scenario.
  private let shares: [Double]

  init(_ overlay: Overlay, commodity: Commodity, scenario: Scenario, shares: [Double]) {
    self.overlay = overlay
    self.commodity = commodity
    self.scenario = scenario
    self.shares = shares
  }

  func missing(on day: Int, released: Double) -> Double {
    let blocked = scenario.shocks.reduce(0) { $0 + self.blocked(by: $1, on: day) }
    guard blocked > 0 else { return 0 }
    return blocked - spare - max(scheduled(on: day), released)
  }

  private func blocked(by shock: Shock, on day: Int) -> Double {
    switch shock {
    case .closure(let name, let share, _, let bypass, let window):
      guard let strait = commodity.chokepoints.first(where: { $0.name == name }) else { return 0 }
      let net = commodity.netClosure(name, share: share * window.share(on: day), bypass: bypass)
      return net * (strait.flow.value ?? 0)
    case .ban(let exporter, let importer, let products, let share, let leak, let window)
    where products.contains(.commodity(overlay.commodity)):
      let links = flow(from: exporter, into: importer)
      return links * share * (1 - leak) * window.share(on: day)
    case .review(
      let exporter, let importer, let products, let covers, let delay, let approval, let window)
    where products.contains(.commodity(overlay.commodity)):
      let waiting = day < window.from + delay ? 1 : 1 - approval
      return flow(from: exporter, into: importer) * covers * waiting * window.share(on: day)
    default: return 0
    }
  }

  /// Baseline flow of links, units a day, of the importers that the overlay knows.
  private func flow(from exporter: Partner, into importer: Partner?) -> Double {
    let members = commodity.groups.first { $0.code == exporter.code }?.members ?? [exporter.code]
    var total = 0.0
    for (b, buyer) in overlay.importers.enumerated()
    where importer == nil || importer?.code == buyer.code {
      for (i, origin) in overlay.origins.enumerated()
      where members.contains(origin) && origin != buyer.code {
        total += buyer.use * shares[b * overlay.origins.count + i]
      }
    }
    return total
  }

  /// What origins outside the shock can add, units a day.
  private var spare: Double {
    let share = commodity.spareCapacity.value ?? 0
    let supply = commodity.price.supply.value ?? 0
    let blocked = scenario.shocks.reduce(0.0) { total, shock in
      total + self.blocked(by: shock, on: shock.firstDay)
    }
    return share * max(0, supply - blocked)
  }

  /// Dated releases by all holders, in the overlay or outside, units a day.
  private func scheduled(on day: Int) -> Double {
    var total = 0.0
    for case .release(let release) in scenario.responses
    where release.commodity == overlay.commodity {
      guard case .day(let first) = release.trigger, let rate = release.rate else { continue }
      for holder in release.holders {
        let stated = commodity.importers.first { $0.code == holder.holder.code }?.stocks
          .first { $0.kind.rawValue == release.kind.rawValue }?.volume.value
        guard let volume = holder.volume ?? stated else { continue }
        let gone = Double(max(0, day - first)) * rate
        let open = release.days.map { day < first + $0 } ?? true
        if day >= first, open { total += min(rate, max(0, volume - gone)) }
      }
    }
    return total
  }
}

extension Shock {
  /// First day of a trade shock; 0 for others.
  fileprivate var firstDay: Int {
    switch self {
    case .closure(_, _, _, _, let window), .ban(_, _, _, _, _, let window),
      .review(_, _, _, _, _, _, let window):
      window.from
    case .capacity, .destruction, .demand, .price, .currency: 0
    }
  }
}
