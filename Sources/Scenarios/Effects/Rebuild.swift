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
