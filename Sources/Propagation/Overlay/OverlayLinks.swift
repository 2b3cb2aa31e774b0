internal import Commodities
internal import Quantities
internal import Scenarios

/// The links of an overlay: who supplies whom, through what, how long at sea.
struct OverlayLinks {
  let commodity: Commodity
  let importers: [Commodity.Importer]
  let origins: [String]
  /// Shares T as the commodity file has them, [b][i].
  let shares: [Double]
  /// Days at sea, [b][i].
  let travelDays: [Int]
  /// Where each link's ring starts, in days, [b][i].
  let transitOffset: [Int]

  init(_ commodity: Commodity, _ importers: [Commodity.Importer], origins: [String]) {
    self.commodity = commodity
    self.importers = importers
    self.origins = origins
    shares = importers.flatMap { importer in
      origins.map { code in importer.origins.first { $0.origin == code }?.share ?? 0 }
    }
    travelDays = importers.flatMap { importer in
      origins.map { code in
        Int((importer.daysAtSea(from: code) ?? 0).rounded())
      }
    }
    var total = 0
    transitOffset = travelDays.map { days in
      defer { total += days }
      return total
    }
  }

  /// Importers that a partner names; nil names all.
  func importers(named partner: Partner?) -> [Int] {
    guard let partner else { return Array(importers.indices) }
    return importers.indices.filter { importers[$0].code == partner.code }
  }

  /// Buyers that a partner names, listed ones alone where a list is given.
  func buyers(named partner: Partner?, listed: Listed?, in overlay: Overlay) -> [Int] {
    let all = buyers(named: partner)
    guard let listed else { return all }
    return all.filter { $0 < overlay.rest && overlay.importers[$0].listed == listed }
  }

  /// Buyers that a partner names; nil names all, the rest of the market among them.
  func buyers(named partner: Partner?) -> [Int] {
    partner == nil ? Array(0...importers.count) : importers(named: partner)
  }

  /// Code of a buyer; nil for the rest of the market.
  func code(of buyer: Int) -> String? { buyer < importers.count ? importers[buyer].code : nil }

  /// Origins that a partner names: a country, or the members of a group.
  func origins(named partner: Partner) -> [Int] {
    let group = commodity.members(of: partner.code)
    return origins.indices.filter { group.contains(origins[$0]) }
  }

  /// Sets the share of an origin or group in an importer's supply; others scale pro rata.
  func setDependency(_ change: SupplyShare, in shares: inout [Double]) {
    // Summed in the origins' order: that of a set changes from run to run, and the last bits with it.
    let chosen = origins(named: change.origin)
    for b in importers(named: change.importer) {
      let row = b * origins.count
      let current = chosen.reduce(0) { $0 + shares[row + $1] }
      let rest = 1 - current
      for i in origins.indices {
        let isChosen = chosen.contains(i)
        let target = isChosen ? change.share : 1 - change.share
        let total = isChosen ? current : rest
        if total > 0 {
          shares[row + i] *= target / total
        } else {
          // Nothing to scale: the part is spread evenly.
          shares[row + i] = target / Double(isChosen ? chosen.count : origins.count - chosen.count)
        }
      }
    }
  }
}

extension Commodity.Importer {
  /// Days at sea from an origin: the mean of its whole ways by their shares, or a route's; nil if not
  /// known.
  fileprivate func daysAtSea(from origin: String) -> Double? {
    let own = ways.filter {
      $0.travelDays?.value != nil
        && ($0.origins.isEmpty ? origin != code : $0.origins.contains(origin))
    }
    let whole = own.reduce(0) { $0 + ($1.share.value ?? 0) }
    if whole > 0 {
      return own.reduce(0) { $0 + ($1.share.value ?? 0) * ($1.travelDays?.value ?? 0) } / whole
    }
    return routes.first { $0.travelDays?.value != nil && $0.carries(origin, to: code) }?
      .travelDays?.value
  }
}

extension Commodity.Route {
  /// Whether the route is an origin's way to an importer.
  func carries(_ origin: String, to importer: String) -> Bool {
    origins.isEmpty ? origin != importer : origins.contains(origin)
  }
}
