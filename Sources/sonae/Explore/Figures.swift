import Diagnostics
import InputOutputTables
import Quantities
import Reporting
import RiskMetrics

/// The figures of a region that a page shows in large type, rounded as every report rounds them.
enum Figures {
  /// The figures of a region, each with its value and its text; a value that was not computed is null.
  static func json(_ region: Int, _ study: RiskStudy) -> JSON {
    let m = study.base.measures(of: region)
    let goods = study.base.assessment.commodities.filter { $0.region == region }
    let isKnown = m != nil
    let cover = isKnown ? goods.map { $0.stockDaysLowest }.min() : nil
    let price = isKnown ? goods.compactMap { $0.priceChangePeak }.max() : nil
    return [
      "region": .string(study.economy.table.regions[region].code),
      "figures": [
        figure(
          "value_added_loss_share_of_gdp", m?.valueAddedLossShare, .percent, "Loss of GDP (volume)",
          "GDP損失（数量）"),
        figure(
          "income_loss_share_of_gdp", m?.incomeLossShare, .percent, "Income loss, of GDP",
          "所得損失（GDP比）"),
        figure(
          "worst_day_output_share", m?.worstDayOutputShare, .percent, "Output on the worst day",
          "最悪日の産出"),
        figure(
          "import_bill_q0dp_share_of_gdp", m?.importBillAtBaseVolumeShare, .percent,
          "Dearer imports, of GDP", "輸入代金の増加（GDP比）"),
        figure(
          "consumer_price_change", m?.consumerPriceChange, .change(.percent),
          "Consumer prices, change [%]", "消費者物価の変化［%］"),
        figure(
          "price_change_peak", price, .change(.percent), "Highest price rise [%]",
          "最高の価格上昇［%］"),
        figure(
          "stock_days_lowest", cover, .significant, "Lowest cover [days of use]",
          "最低の在庫［使用日数］"),
      ],
    ]
  }

  private static func figure(
    _ key: String, _ value: Double?, _ style: NumberStyle, _ en: String, _ ja: String
  ) -> JSON {
    let text = value.map { NumberFormat.rounded($0, as: style) } ?? NumberFormat.missing
    return [
      "key": .string(key), "name": ["en": .string(en), "ja": .string(ja)], "value": .number(value),
      "text": .string(text),
    ]
  }
}
