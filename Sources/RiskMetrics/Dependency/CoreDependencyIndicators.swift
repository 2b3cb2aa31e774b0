/// The European Commission's three core dependency indicators of a product and year (CDI, 2021).
///
/// CDI1: HHI of imports from outside the bloc, above 0.4. CDI2: imports from outside over all
/// imports, those among members included, above 0.5. CDI3: imports from outside over all exports of
/// members, above 1. Money; the three thresholds are strict.
package struct CoreDependencyIndicators: Sendable, Hashable {
  /// The thresholds of CDI1 to CDI3.
  package static let thresholds = (concentration: 0.4, scarcity: 0.5, substitution: 1.0)

  /// CDI1: concentration of the imports from outside, 0 to 1.
  package let concentration: Double
  /// CDI2: imports from outside over all imports, 0 to 1; 1 for a country alone.
  package let scarcity: Double
  /// CDI3: imports from outside over exports; nil if there are no exports, which counts as above 1.
  package let substitution: Double?
  /// What the indicators count.
  package let basis: Basis

  /// Computes the indicators; nil if nothing is imported from outside.
  package init?(_ trade: TradeFlows, product: String, bloc: TradeFlows.Bloc, year: Int) {
    guard let imports = trade.imports(of: product, into: bloc, year: year) else { return nil }
    let outside = trade.value(of: product, year: year) {
      bloc.contains($0.importer) && !bloc.contains($0.exporter)
    }
    let bought = trade.value(of: product, year: year) { bloc.contains($0.importer) }
    let sold = trade.value(of: product, year: year) { bloc.contains($0.exporter) }
    concentration = imports.herfindahl
    scarcity = outside / bought
    substitution = sold > 0 ? outside / sold : nil
    basis = imports.basis
  }

  /// Whether all three are above their thresholds.
  package var isDependent: Bool {
    concentration > Self.thresholds.concentration && scarcity > Self.thresholds.scarcity
      && (substitution ?? .infinity) > Self.thresholds.substitution
  }
}
