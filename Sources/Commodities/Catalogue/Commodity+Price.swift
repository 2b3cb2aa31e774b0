package import Quantities

extension Commodity {
  /// The price's base and how it answers a shortfall (MODEL.md section 4, step 13).
  package struct Price: Sendable {
    /// Where the price forms.
    package let market: Market
    /// Price before the shock, USD per unit; value nil if missing.
    package let base: Figure
    /// Market supply, units per day: the denominator of the shortfall.
    package let supply: Figure
    /// Supply elasticity e_S, 0 or more.
    package let supplyElasticity: Figure
    /// Demand elasticity e_D, below 0.
    package let demandElasticity: Figure
    /// Upper bound of the price over its base.
    package let bound: Figure
    /// What it follows instead of a market of its own; nil: none.
    package let link: Link?
    /// Published estimates to compare with; shown, never used.
    package let comparisons: [(item: String, figure: Figure)]

    /// Makes a price.
    package init(
      market: Market, base: Figure, supply: Figure, supplyElasticity: Figure,
      demandElasticity: Figure, bound: Figure, link: Link? = nil,
      comparisons: [(item: String, figure: Figure)]
    ) {
      self.market = market
      self.base = base
      self.supply = supply
      self.supplyElasticity = supplyElasticity
      self.demandElasticity = demandElasticity
      self.bound = bound
      self.link = link
      self.comparisons = comparisons
    }
  }
}
