internal import Commodities
internal import InputOutputTables
internal import Quantities
internal import Propagation
internal import Scenarios

/// What price changes do to what regions pay for a commodity's imports (MODEL.md section 4, step 13).
///
/// P₁ = P₀·π·(1 + x): a commodity is paid in USD, so that a currency's depreciation x raises its price in
/// full and on top of the commodity's own rise. Goods are priced on the day on which they arrive. Money
/// is over GDP of the commodity's year, at the exchange rate of the base.
struct ImportBills {
  /// P₁Q₁ − P₀Q₀ over the horizon's GDP, by region; nil if not computed.
  private(set) var changeShare: [Double?]
  /// Q₀·(P₁ − P₀) over the horizon's GDP, by region; nil if not computed.
  private(set) var baseVolumeShare: [Double?]

  private let days: Int

  init(regions: Int, days: Int) {
    changeShare = [Double?](repeating: nil, count: regions)
    baseVolumeShare = changeShare
    self.days = days
  }

  /// Adds an importer's bill: `price` is P₁ by day, `volume` imports over baseline by day, nil where no
  /// volume is simulated. Nothing is added where a figure is missing.
  mutating func add(
    _ importer: Commodity.Importer, of commodity: Commodity, in region: Int, base: Double,
    price: [Double], volume: [Double]?
  ) {
    guard let gdp = importer.gdp.value, let imports = importer.imports.value, gdp > 0 else {
      return
    }
    let whole = gdp / Double(CalendarDate.days(ofYear: commodity.year)) * Double(days)
    let rise = price.reduce(0) { $0 + ($1 - base) }
    baseVolumeShare[region] = (baseVolumeShare[region] ?? 0) + imports * rise / whole
    guard let volume else { return }
    let change = zip(price, volume).reduce(0) { $0 + ($1.0 * $1.1 - base) }
    changeShare[region] = (changeShare[region] ?? 0) + imports * change / whole
  }
}
