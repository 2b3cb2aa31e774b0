internal import InputOutputTables
internal import Propagation

/// Shortfall, stocks and releases of one overlay commodity, by importer.
struct CommodityAccounts {
  private let overlay: Overlay
  private let accounts: OverlayAccounts
  private let price: MarketPrice
  private let number: Int
  private let width: Int
  private let days: Int

  init(
    _ overlay: Overlay, accounts: OverlayAccounts, price: MarketPrice, number: Int,
    width: Int, days: Int
  ) {
    self.overlay = overlay
    self.accounts = accounts
    self.price = price
    self.number = number
    self.width = width
    self.days = days
  }

  /// What is stopped of the market as a whole; nil if each importer has its own, or none is computed.
  var market: MarketMeasures? {
    guard let supply = overlay.marketSupply, !accounts.blocked.isEmpty else { return nil }
    return MarketMeasures(
      commodity: overlay.commodity, supply: supply,
      blockedPeak: accounts.blocked.max() ?? 0,
      blockedDays: accounts.blocked.count { $0 > 1e-9 * supply })
  }

  func measures(economy: Economy) -> [CommodityMeasures] {
    overlay.countries.map { b in
      let importer = overlay.importers[b]
      let use = overlay.countryUse(of: b)
      let multiple = price.multiple(of: b)
      // Homes and other users without a node are served as the others are.
      let whole = importer.wholeUse > 0 ? importer.wholeUse / use : 1
      let imports = whole * overlay.importsAtBaseline(of: b, scenario: number, width: width)
      let received = (0..<days).map { accounts.receivedAbroad[$0 * overlay.countries.count + b] }
      return CommodityMeasures(
        commodity: overlay.commodity, importer: importer.code, region: importer.region,
        dependency: dependency(b),
        shortfallShare: accounts.shortfall[b] / (use * Double(days)),
        stockDaysStart: overlay.targetDays[b * width + number],
        stockDaysLowest: accounts.lowestStock[b] / use,
        lowestDay: accounts.lowestDay[b], shortDays: accounts.shortDays[b],
        firstShortDay: accounts.firstShortDay[b],
        stockDaysEnd: accounts.latestStock[b] / use, released: accounts.released[b],
        restrained: accounts.restraint[b] * use,
        forgoneShare: forgone(by: b, restraint: accounts.restraint[b], economy),
        priceChangePeak: multiple.map { ($0.max() ?? 1) - 1 },
        priceChangeMean: multiple.map { $0.reduce(0, +) / Double($0.count) - 1 },
        priceBase: multiple == nil ? nil : price.base, importsBefore: imports,
        importsLowest: received.min().map { whole * $0 } ?? imports)
    }
  }

  /// Value added of the products that restrained use would have made at baseline output, over GDP:
  /// Σ_t r·Σ_u e·v. nil if the region has no GDP.
  private func forgone(by b: Int, restraint: Double, _ economy: Economy)
    -> Double?
  {
    let importer = overlay.importers[b]
    let gdp = economy.regionNodes[importer.region].reduce(0) { $0 + economy.valueAdded[$1] }
    guard gdp > 0 else { return nil }
    let users = overlay.members(of: b).flatMap { overlay.importers[$0].users }
    let exposed = users.reduce(0) {
      $0 + overlay.users[$1].weight * overlay.users[$1].exposed
        * economy.valueAdded[overlay.users[$1].node]
    }
    return restraint * exposed / (gdp * Double(days))
  }

  private func dependency(_ b: Int) -> [(origin: String, share: Double)] {
    overlay.origins.enumerated().map { i, code in
      (code, overlay.shares[(b * overlay.origins.count + i) * width + number])
    }.filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
  }
}
