/// The European Commission's economic importance of a raw material.
///
/// EI = (10 / max_s Q_s) · Σ_s A_s · Q_s · SI_EI, over manufacturing sectors at two digits of NACE.
package struct EconomicImportance: Sendable, Hashable {
  /// The threshold since 2017.
  package static let threshold = 2.8

  /// A use of the material.
  package struct Use: Sendable, Hashable {
    /// Share of the material's use A_s, 0 to 1.
    package let share: Double
    /// Value added of the using sector Q_s, money.
    package let valueAdded: Double

    /// Makes a use.
    package init(share: Double, valueAdded: Double) {
      self.share = share
      self.valueAdded = valueAdded
    }
  }

  /// Economic importance EI, 0 to 10.
  package let value: Double

  /// Computes it; `largest` is the value added of the largest sector, above 0, in the same money.
  package init(uses: [Use], largest: Double, substitution: Double) {
    precondition(largest > 0, "EconomicImportance: the largest sector has \(largest)")
    value = 10 / largest * uses.reduce(0) { $0 + $1.share * $1.valueAdded } * substitution
  }
}
