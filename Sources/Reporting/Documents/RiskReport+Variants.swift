internal import Diagnostics
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
        .text(result.variant.map { Bilingual(same: $0) } ?? SubjectWord.baseline.words),
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
        TableColumn("variant", SubjectWord.variant.words, kind: .text),
        TableColumn(
          "value_added_loss_share_of_gdp", MeasureWord.valueAddedLoss.words, unit: Words.ofGDP,
          kind: .number(.percent)),
        TableColumn(
          "final_demand_unmet_share", MeasureWord.unmetFinalDemand.words, kind: .number(.percent)),
        TableColumn("worst_day", MeasureWord.worstDay.words, kind: .number(.days)),
        TableColumn("worst_day_output_share", Words.worstOutput, kind: .number(.percent)),
        TableColumn(
          "stock_days_lowest", Words.coverLowest, unit: Words.daysOfUse,
          kind: .number(.significant)),
        TableColumn("price_change_peak", MeasureWord.pricePeak.words, kind: .number(.percent)),
        TableColumn(
          "import_bill_change_share_of_gdp", MeasureWord.importBill.words, unit: Words.ofGDP,
          kind: .number(.percent)),
        TableColumn(
          "consumer_price_change", MeasureWord.consumerPrices.words, kind: .number(.percent)),
      ], rows: rows)
  }
}
