internal import InputOutputTables
internal import RiskMetrics
internal import Scenarios

// Variants side by side: one row each, for the first region of the report.
extension RiskReport {
  /// The variants' main measures in the region that the report names first.
  static func variants(_ study: RiskStudy) -> Table {
    let region = study.shownRegions.first ?? 0
    let start = study.base.scenario.start
    let rows = study.results.map { result -> [TableCell] in
      let m = result.assessment.regions[region]
      let cover = result.assessment.commodities.first { $0.region == region }
      return [
        .text(result.variant.map { Bilingual(same: $0) } ?? Words.asWritten),
        .number(m.valueAddedLossShare, or: .notApplicable),
        .number(m.finalDemandUnmetShare, or: .notApplicable),
        .day(m.worstDay, start: start, or: .notApplicable), .number(m.worstDayOutputShare),
        .number(cover?.stockDaysLowest, or: .notApplicable),
        .number(cover?.priceChangePeak, or: .notComputed),
        .number(m.importBillShare, or: .notComputed),
        .number(m.consumerPriceChange, or: .notComputed),
      ]
    }
    let name = study.name(of: region)
    return Table(
      name: "variants", title: Bilingual("Variants: \(name.en)", "ケース比較：\(name.ja)"),
      columns: [
        TableColumn("variant", Words.variant, kind: .text),
        TableColumn(
          "value_added_loss_share_of_gdp", Words.valueAddedLoss, unit: Words.ofGDP,
          kind: .number(.percent)),
        TableColumn("final_demand_unmet_share", Words.unmet, kind: .number(.percent)),
        TableColumn("worst_day", Words.worstDay, kind: .number(.days)),
        TableColumn("worst_day_output_share", Words.worstOutput, kind: .number(.percent)),
        TableColumn(
          "stock_days_lowest", Bilingual("lowest stock", "最低在庫"), unit: Words.daysOfUse,
          kind: .number(.significant)),
        TableColumn("price_change_peak", Words.pricePeak, kind: .number(.change(.percent))),
        TableColumn(
          "import_bill_change_share_of_gdp", Words.importBill, unit: Words.ofGDP,
          kind: .number(.percent)),
        TableColumn(
          "consumer_price_change", Words.consumerPrices, kind: .number(.change(.percent))),
      ], rows: rows)
  }
}
