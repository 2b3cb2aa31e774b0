/// The European Commission's supply risk of a raw material at one stage (2017, 2020, 2023).
///
/// SR = [HHI_GS · IR/2 + HHI_EU · (1 − IR/2)] · (1 − EoL_RIR) · SI_SR. If only one of global supply
/// and sourcing is known it is used alone.
package struct SupplyRisk: Sendable, Hashable {
  /// Which concentration the Commission uses.
  package enum SupplyUsed: String, Sendable, CaseIterable {
    /// Global supply and sourcing, weighed by import reliance.
    case both
    /// Global supply alone.
    case global
    /// Sourcing alone.
    case sourcing
  }

  /// The threshold of supply risk, compared after rounding to one decimal.
  package static let threshold = 1.0

  /// HHI_GS of global supply, weighted by governance and trade factor, 0 or more.
  package let global: Double?
  /// HHI_EU of sourcing, domestic production included, weighted likewise.
  package let sourcing: Double?
  /// Import reliance IR, 0 to 1; needed where both concentrations are used.
  package let importReliance: Double?
  /// End-of-life recycling input rate EoL_RIR, 0 to 1.
  package let recycling: Double
  /// Substitution index SI_SR, 0 to 1; 1 means no substitute.
  package let substitution: Double
  /// Which concentration is used; nil means whatever is known.
  package let used: SupplyUsed?

  /// Makes the inputs.
  package init(
    global: Double?, sourcing: Double?, importReliance: Double?, recycling: Double,
    substitution: Double, used: SupplyUsed? = nil
  ) {
    self.global = global
    self.sourcing = sourcing
    self.importReliance = importReliance
    self.recycling = recycling
    self.substitution = substitution
    self.used = used
  }

  /// The concentration that enters; nil if an input it needs is missing.
  package var concentration: Double? {
    let known: SupplyUsed = sourcing == nil ? .global : global == nil ? .sourcing : .both
    switch used ?? known {
    case .global: return global
    case .sourcing: return sourcing
    case .both:
      guard let global, let sourcing, let importReliance else { return nil }
      return global * importReliance / 2 + sourcing * (1 - importReliance / 2)
    }
  }

  /// Supply risk SR, 0 or more; nil if an input it needs is missing.
  package var value: Double? {
    concentration.map { $0 * (1 - recycling) * substitution }
  }

  /// Import reliance IR = net imports / (domestic production + net imports), floored at 0, 0 to 1.
  ///
  /// Nil if nothing is supplied; one unit for all three.
  package static func importReliance(
    imports: Double, exports: Double, production: Double
  ) -> Double? {
    let net = max(0, imports - exports)
    return production + net > 0 ? net / (production + net) : nil
  }

  /// Whether SR ≥ 1.0 and EI ≥ 2.8, both rounded to one decimal as the Commission compares them.
  package static func isCritical(supplyRisk: Double, economicImportance: Double) -> Bool {
    rounded(supplyRisk) >= rounded(threshold)
      && rounded(economicImportance) >= rounded(EconomicImportance.threshold)
  }

  /// Tenths, halves away from zero.
  private static func rounded(_ value: Double) -> Double { (value * 10).rounded() }
}
