/// A table of the risk report, by the name that `report.tables` and `--table` take.
package enum ReportTable: String, Sendable, CaseIterable {
  /// Losses and prices by region.
  case regions
  /// What took the regions' output: their own capacity, inputs, demand, and dearer imports.
  case causes
  /// The nodes that lose most.
  case sectors
  /// Stocks and prices of commodities.
  case commodities
  /// Who supplies whom before the shock.
  case dependency
  /// Variants side by side.
  case variants
  /// The same scenario on several economies.
  case economies
  /// What levers cost whom, by year.
  case budget
  /// What each response avoids and costs, alone and beside the others; run where it is asked for.
  case policy
  /// Published estimates, for comparison.
  case estimates
  /// How dependency moved over the years.
  case dependencyHistory = "dependency_history"
}
