package import InputOutputTables
internal import LinearAlgebra

/// Change of each region's consumer prices, and what it is weighted by.
package struct ConsumerPrices: Sendable {
  /// The final demand that weighs prices.
  package enum Basis: String, Sendable {
    /// Positive final demand of the region's household columns.
    case households
    /// Positive domestic final demand of all its columns, for want of a household column.
    case allFinalDemand = "all-final-demand"
    /// The region buys nothing; its change is given as 0.
    case none
  }

  /// Columns of final demand whose purchases weigh prices.
  package struct Buyers: Sendable {
    /// Household columns of each region.
    fileprivate let households: [[Int]]
    /// All columns of each region's domestic final demand.
    fileprivate let all: [[Int]]

    /// Finds them by their kinds and labels.
    package init(_ table: InputOutputTable) {
      let domestic = table.regions.indices.map { region in
        table.finalDemandLabels.indices.filter {
          table.finalDemandRegion[$0] == region && table.finalDemandKinds[$0] == .domestic
        }
      }
      all = domestic
      households = domestic.map { columns in
        columns.filter { isHousehold(table.finalDemandLabels[$0]) }
      }
    }
  }

  /// Relative change by region, in the table's order (0.01 is 1%).
  package let change: [Double]
  /// What each region's change is weighted by.
  package let basis: [Basis]

  /// Weighs price changes of the nodes, n, by each region's final demand.
  package init(priceChange: [Double], in table: InputOutputTable) {
    self.init(priceChange: priceChange, in: table, Buyers(table))
  }

  /// The same with the buyers of the table, for many changes.
  package init(priceChange: [Double], in table: InputOutputTable, _ buyers: Buyers) {
    precondition(priceChange.count == table.nodeCount, "ConsumerPrices: \(priceChange.count)")
    let regions = table.regions.indices.map { region in
      Self.weigh(priceChange, in: table, buyers, region: region)
    }
    change = regions.map { $0.change }
    basis = regions.map { $0.basis }
  }

  /// True if a final-demand column is household consumption, told by its label.
  package static func isHousehold(_ label: String) -> Bool {
    let label = label.lowercased()
    let others = ["npish", "non-profit", "nonprofit", "outside households", "government"]
    if others.contains(where: label.contains) { return false }
    let endings = ["hfce", "cons_h", "p3_s14", "f01000"]
    return endings.contains(where: label.hasSuffix)
      || ["household", "consumption expenditure (private)", "private consumption"]
        .contains(where: label.contains)
  }

  private static func weigh(
    _ priceChange: [Double], in table: InputOutputTable, _ buyers: Buyers, region: Int
  ) -> (change: Double, basis: Basis) {
    let (households, all) = (buyers.households[region], buyers.all[region])
    for (columns, basis) in [(households, Basis.households), (all, .allFinalDemand)] {
      var (bought, dearer) = (0.0, 0.0)
      for f in columns {
        for i in 0..<table.nodeCount where table.finalDemand[i, f] > 0 {
          bought += table.finalDemand[i, f]
          dearer += table.finalDemand[i, f] * priceChange[i]
        }
      }
      if bought > 0 { return (dearer / bought, basis) }
    }
    return (0, .none)
  }
}
