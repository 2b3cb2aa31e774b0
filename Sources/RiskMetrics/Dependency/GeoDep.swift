/// CEPII's GeoDep screen of a product in one year: import HHI above 0.4, world-export HHI above 0.4,
/// imports over exports above 1.
package struct GeoDepYear: Sendable, Hashable {
  /// CEPII's value of imports over exports where nothing is exported.
  package static let noExports = 9999.0

  /// HHI of the imports, 0 to 1.
  package let importConcentration: Double
  /// HHI of the world's exports, 0 to 1.
  package let exportConcentration: Double
  /// Imports over exports; 9999 where nothing is exported.
  package let importsOverExports: Double
  /// What the indicators count.
  package let basis: Basis

  /// Computes the screen; nil if nothing is imported.
  package init?(_ trade: TradeFlows, product: String, importer: String, year: Int) {
    guard let imports = trade.imports(of: product, into: [importer], year: year),
      let exports = trade.worldExports(of: product, year: year)
    else { return nil }
    let bought = trade.value(of: product, year: year) {
      $0.importer == importer && $0.exporter != importer
    }
    let sold = trade.value(of: product, year: year) {
      $0.exporter == importer && $0.importer != importer
    }
    importConcentration = imports.herfindahl
    exportConcentration = exports.herfindahl
    importsOverExports = sold > 0 ? bought / sold : Self.noExports
    basis = imports.basis
  }

  /// Whether all three are above their thresholds.
  package var isDependent: Bool {
    importConcentration > 0.4 && exportConcentration > 0.4 && importsOverExports > 1
  }
}

/// CEPII's GeoDep screen over three years: dependent when at least two of them are.
package struct GeoDepScreen: Sendable, Hashable {
  /// The screen of each year in which something was imported.
  package let years: [Int: GeoDepYear]

  /// Screens the three years that end with `last`.
  package init(_ trade: TradeFlows, product: String, importer: String, last: Int) {
    var years: [Int: GeoDepYear] = [:]
    for year in (last - 2)...last {
      years[year] = GeoDepYear(trade, product: product, importer: importer, year: year)
    }
    self.years = years
  }

  /// Whether at least two of the three years are dependent.
  package var isDependent: Bool { years.values.count { $0.isDependent } >= 2 }
}
