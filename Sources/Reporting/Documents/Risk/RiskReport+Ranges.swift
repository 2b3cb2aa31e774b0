internal import RiskMetrics
internal import Scenarios

// What the numbers of a report lie between over draws of what is not known.
extension RiskReport {
  /// A headline table, with ranges where the study has draws.
  static func ranged(_ table: ReportTable, _ study: RiskStudy) -> Table {
    let (keys, measures) = measures(of: table, study)
    let found = headline(table, study, like: study)
    guard let drawn = study.drawn, !keys.isEmpty else { return found }
    return found.ranged(
      over: (0..<drawn.count).map { headline(table, study.draw($0), like: study) },
      seed: drawn.seed, keys: keys, of: measures)
  }

  /// The table of one study, with rows of the regions and nodes that another shows.
  private static func headline(
    _ table: ReportTable, _ study: RiskStudy, like main: RiskStudy
  ) -> Table {
    switch table {
    case .sectors: return sectors(study, showing: losingNodes(main))
    case .commodities: return commodities(study)
    case .variants: return variants(study, in: main.leadingRegion)
    case .economies: return economies(study, showing: main.shownRegions)
    default: return regions(study, showing: main.shownRegions)
    }
  }

  /// Columns whose cells name a row, and those that have a range.
  private static func measures(
    of table: ReportTable, _ study: RiskStudy
  ) -> (keys: [String], measures: [String]) {
    let losses = ["value_added_loss_share_of_gdp", "income_loss_share_of_gdp"]
    switch table {
    case .regions:
      return (["region"], losses + ["consumer_price_change"])
    case .sectors: return (["node"], ["output_loss_share"])
    case .commodities:
      return (
        ["commodity", "importer"], ["shortfall_share", "stock_days_lowest", "price_change_peak"]
      )
    case .variants:
      return (["variant"], losses + ["stock_days_lowest", "consumer_price_change"])
    case .economies:
      return (["region", "measure"], study.economies.indices.map { "economy_\($0 + 1)" })
    default: return ([], [])
    }
  }
}
