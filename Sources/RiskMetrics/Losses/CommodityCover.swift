package import Commodities
package import Quantities

/// Days that an importer's stocks of a commodity last, each with what it was divided by.
package struct CommodityCover: Sendable {
  /// Code of the importer.
  package let importer: String
  /// Usable stock: industry's above its minimum, and what government and joint holders have, units.
  package let stock: Double
  /// The weakest confidence of the figures of stocks; `missing` makes the cover a lower bound.
  package let confidence: Figure.Confidence
  /// Days of use.
  package let ofUse: StockCover
  /// Days of imports; nil if imports have no figure.
  package let ofImports: StockCover?
  /// The foreign origin with the largest share of use, what is not split left out; nil if none is known.
  package let largestOrigin: SupplyShares.Origin?
  /// The loss of that origin; nil if none is known.
  package let cut: SupplyCut?

  /// Cover of every importer whose use is known, in the commodity's order.
  package static func all(of commodity: Commodity) -> [CommodityCover] {
    let shares = CommodityDependency.all(of: commodity)
    return commodity.importers.compactMap { importer in
      CommodityCover(importer, shares: shares.first { $0.importer == importer.code })
    }
  }

  private init?(_ importer: Commodity.Importer, shares: CommodityDependency?) {
    guard let use = importer.use.value, use > 0 else { return nil }
    let held = importer.industryStockDays.value
    let minimum = importer.minimumOperatingDays.value ?? 0
    let industry = max(0, (held ?? 0) - minimum) * use
    let stocks = importer.stocks.filter { $0.kind != .industry }.map { $0.volume }
    let stock = industry + stocks.reduce(0) { $0 + ($1.value ?? 0) }
    self.importer = importer.code
    self.stock = stock
    confidence = Self.weakest([importer.industryStockDays] + stocks)
    ofUse = StockCover(stock: stock, perDay: use, .consumption)
    ofImports = importer.imports.value.map { StockCover(stock: stock, perDay: $0, .imports) }
    let foreign = shares?.use.origins.filter { $0.code != importer.code && $0.code != "OTHER" }
    let largest = foreign?.max { ($0.share, $1.code) < ($1.share, $0.code) }
    largestOrigin = largest
    cut = largest.map { SupplyCut(stock: stock, dailyUse: use, lostShare: $0.share) }
  }

  /// The confidence that stands last in the list of all.
  private static func weakest(_ figures: [Figure]) -> Figure.Confidence {
    let order = Figure.Confidence.allCases
    let ranks = figures.map { figure in
      figure.value == nil ? order.count - 1 : order.firstIndex(of: figure.confidence) ?? 0
    }
    return order[ranks.max() ?? order.count - 1]
  }
}
