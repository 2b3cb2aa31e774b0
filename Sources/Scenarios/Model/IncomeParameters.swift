/// How a dearer import bill lowers private demand (LEVERS.md G).
///
/// s_r follows the bill's rise over GDP with lag τ_Y; private final demand is multiplied by
/// 1 − m·s_r·GDP/C. m is calibrated on the slope of a published estimate of oil prices on Japan's GDP
/// (NRI 2026: 0.42% of GDP lost per 1% of GDP of bill in the first year), so that it is no validation.
package struct IncomeParameters: Sendable, Hashable {
  /// Where the effect shows.
  package enum Show: String, Sendable, CaseIterable {
    /// In a second run beside the volumes, where a price or a currency moves.
    case beside
    /// In the run itself.
    case within = "in"
    /// Nowhere.
    case off
  }

  /// Where the effect shows.
  package var show: Show
  /// Propensity m, income lost per unit of bill that is not spent.
  package var propensity: Double
  /// Lag τ_Y, days.
  package var lagDays: Double

  /// The range of m: the lowest and highest of the published slopes (DIR 0.31, IMF 2005 0.59).
  package static let propensityRange = 0.46...0.86

  /// Makes parameters.
  package init(show: Show, propensity: Double, lagDays: Double) {
    self.show = show
    self.propensity = propensity
    self.lagDays = lagDays
  }

  /// No effect.
  package static let off = IncomeParameters(show: .off, propensity: 0, lagDays: 1)
}
