package import Commodities
internal import Quantities

/// Dependence of an importer on each origin of a commodity in physical units.
package struct CommodityDependency: Sendable {
  /// Code of the importer.
  package let importer: String
  /// Shares of its use, home included.
  package let use: SupplyShares
  /// Shares of its imports; nil if it imports nothing.
  package let imports: SupplyShares?

  /// Dependence of every importer whose origins are known, in the commodity's order.
  package static func all(of commodity: Commodity) -> [CommodityDependency] {
    commodity.importers.compactMap { CommodityDependency($0, year: commodity.year) }
  }

  private init?(_ importer: Commodity.Importer, year: Int) {
    guard !importer.origins.isEmpty else { return nil }
    let figure = importer.origins.first { $0.origin != importer.code }?.figure
    let basis = Basis(
      .weight, .domesticIncluded, year: figure?.year ?? "\(year)",
      source: figure.map { "\($0.source): \($0.basis)" } ?? "")
    self.importer = importer.code
    use = SupplyShares(
      importer.origins.map { .init($0.origin, min(1, max(0, $0.share))) }, basis: basis)
    imports = use.importsOnly(into: importer.code)
  }
}
