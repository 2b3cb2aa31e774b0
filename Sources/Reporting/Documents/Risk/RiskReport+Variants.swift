internal import Diagnostics
internal import Quantities
internal import RiskMetrics
internal import Scenarios

// Variants side by side: one row each, for the first region of the report.
extension RiskReport {
  /// The variants' main measures in the region that the report names first.
  static func variants(_ study: RiskStudy, in region: Int? = nil) -> Table {
    let region = region ?? study.leadingRegion
    let start = study.base.scenario.start
    let rows = study.compared.map { result -> [TableCell] in
      let name = study.name(of: result)
      guard let m = result.measures(of: region) else {
        return notComputed(.text(name), of: variantColumns)
      }
      let cover = result.assessment.commodities.first { $0.region == region }
      return [
        .text(name), .number(m.valueAddedLossShare, or: .notApplicable),
        .number(m.incomeLossShare, or: .notComputed),
        .number(m.finalDemandUnmetShare, or: .notApplicable),
        .day(m.worstDay, start: start, or: .notApplicable), .number(m.worstDayOutputShare),
        .number(cover?.stockDaysLowest, or: .notApplicable),
        .number(cover?.priceChangeMean, or: .notComputed),
        .number(cover?.priceChangePeak, or: .notComputed),
        .number(m.importBillAtBaseVolumeShare, or: .notComputed),
        .number(m.importBillChangeShare, or: .notComputed),
        .number(m.consumerPriceChange, or: .notComputed),
      ]
    }
    let name = study.name(of: region)
    return Table(
      name: "variants", title: Bilingual("Variants: \(name.en)", "ケース比較：\(name.ja)"),
      columns: variantColumns, rows: rows,
      notes: cutNotes(study) + commodityNotes(study, in: region))
  }

  private static let variantColumns: [TableColumn] =
    [
      TableColumn("variant", SubjectWord.variant.words, kind: .text),
      TableColumn(
        "value_added_loss_share_of_gdp", MeasureWord.valueAddedLoss.words, unit: Words.ofGDP,
        kind: .number(.percent)),
      .incomeLoss,
      .unmetFinalDemand,
      .worstDay,
      TableColumn(
        "worst_day_output_share", Words.worstOutput, kind: .number(.percent), isDetail: true),
      .coverLowest,
      .priceMean,
      .pricePeak,
      TableColumn(
        "import_bill_q0dp_share_of_gdp", MeasureWord.importBillAtBaseVolume.words,
        unit: Words.ofGDP, kind: .number(.percent), isDetail: true),
      .importBillChange,
      .consumerPrices,
    ]

  /// Says of which commodity cover and prices are, where the region has several.
  private static func commodityNotes(_ study: RiskStudy, in region: Int) -> [Bilingual] {
    let own = study.base.assessment.commodities.filter { $0.region == region }
    guard own.count > 1, let first = own.first else { return [] }
    let name = Self.name(first.commodity, study)
    let others = FindingText.list(own.dropFirst().map { Self.name($0.commodity, study) })
    return [
      Bilingual(
        "Cover and price are those of \(name.en) alone; \(others.en) may run short earlier and stand in the table of commodities.",
        "備蓄日数と価格は\(name.ja)のもの。\(others.ja)はこれより早く不足し得るため、物資の表を参照。")
    ]
  }

  /// Says that variants of different horizons are compared over the days that all have.
  private static func cutNotes(_ study: RiskStudy) -> [Bilingual] {
    let horizons = Set(study.results.map { $0.assessment.days }).sorted()
    guard horizons.count > 1 else { return [] }
    let list = horizons.map { "\($0)" }
    return [
      Bilingual(
        "The horizons differ (\(list.joined(separator: ", ")) days): all variants are compared over their first \(horizons[0]) days; each one's own horizon stands in the summary.",
        "計算期間が異なるため（\(list.joined(separator: "、"))日）、いずれも最初の\(horizons[0])日間で比較。各ケース自身の期間の結果は要約（summary）にある。"
      )
    ]
  }
}
