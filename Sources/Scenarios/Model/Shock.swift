/// What goes wrong in a scenario.
package enum Shock: Sendable, Hashable {
  /// Lost production capacity, a share of it; overlapping losses take the largest.
  case capacity(nodes: [Int], by: Double, window: Window)
  /// Destroyed productive capital, a share of it; overlapping losses add up to the whole.
  case destruction(nodes: [Int], by: Double, window: Window, rebuild: Rebuild?)
  /// Final demand of regions for sectors' products changes by a share (−1 or more).
  case demand(regions: [Int], sectors: [Int], by: Double, window: Window)
  /// An export ban: links from exporter to importer lose `by·(1 − leak)`; nil importer: every other.
  case ban(
    exporter: Partner, importer: Partner?, products: [Product], by: Double, leak: Double,
    window: Window)
  /// A tightened review: the covered share waits, then the approved part of it arrives.
  case review(
    exporter: Partner, importer: Partner?, products: [Product], covers: Double,
    delay: Int, approval: Double, window: Window)
  /// A closed chokepoint: flows through it lose `by`; shares through it may be set by importer.
  case closure(
    chokepoint: String, by: Double, shareThrough: [ShareThrough], bypass: Double?,
    window: Window)
  /// A commodity's price is set, in USD per unit.
  case price(commodity: Int, to: Double, window: Window)
  /// A currency loses value against the table's, with a pass-through to import prices.
  case currency(region: Int, depreciation: Double, passThrough: Double, window: Window)

  /// The share of an importer's imports that passes a chokepoint.
  package struct ShareThrough: Sendable, Hashable {
    /// The importer.
    package let importer: Partner
    /// Share of its imports, 0 to 1.
    package let share: Double

    /// Makes a share.
    package init(importer: Partner, share: Double) {
      self.importer = importer
      self.share = share
    }
  }
}

/// Rebuilding of destroyed capital (MODEL.md section 4, step 12).
package struct Rebuild: Sendable, Hashable {
  /// Rebuilding time τ_r in days: each day 1/τ_r of what remains is demanded.
  package let over: Double
  /// Sectors that rebuild and their weights, summing to 1.
  package let sectors: [SectorWeight]
  /// Rebuilding demand per unit of destroyed capital.
  package let factor: Double
  /// Households' damage by final-demand column, in the table's money.
  package let households: [HouseholdDamage]

  /// A sector and its weight.
  package struct SectorWeight: Sendable, Hashable {
    /// Sector index.
    package let sector: Int
    /// Weight, 0 to 1.
    package let weight: Double

    /// Makes a weight.
    package init(sector: Int, weight: Double) {
      self.sector = sector
      self.weight = weight
    }
  }

  /// Damage in a final-demand column.
  package struct HouseholdDamage: Sendable, Hashable {
    /// Index of the final-demand column.
    package let column: Int
    /// Damage in the table's money.
    package let amount: Double

    /// Makes a damage.
    package init(column: Int, amount: Double) {
      self.column = column
      self.amount = amount
    }
  }

  /// Makes a rebuilding.
  package init(
    over: Double, sectors: [SectorWeight], factor: Double, households: [HouseholdDamage]
  ) {
    self.over = over
    self.sectors = sectors
    self.factor = factor
    self.households = households
  }
}
