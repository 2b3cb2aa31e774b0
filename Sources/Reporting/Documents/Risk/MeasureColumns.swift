internal import Diagnostics
internal import Quantities
internal import Scenarios

/// Columns of measures that several tables of a risk report show, with the keys of files.
extension TableColumn {
  /// Loss by dearer imports over GDP.
  static let incomeLoss = TableColumn(
    "income_loss_share_of_gdp", MeasureWord.incomeLoss.words, unit: Words.ofGDP,
    kind: .number(.percent))
  /// Final demand not met over final demand; a detail.
  static let unmetFinalDemand = TableColumn(
    "final_demand_unmet_share", MeasureWord.unmetFinalDemand.words, kind: .number(.percent),
    isDetail: true)
  /// Day of the lowest output; a detail.
  static let worstDay = TableColumn(
    "worst_day", MeasureWord.worstDay.words, kind: .number(.days), isDetail: true)
  /// Users' lowest stock, days of use.
  static let coverLowest = TableColumn(
    "stock_days_lowest", Words.coverLowest, unit: Words.daysOfUse,
    kind: .number(.significant))
  /// Mean of a price's change against its base.
  static let priceMean = TableColumn(
    "price_change_mean", Words.priceMean, unit: Words.percent,
    kind: .number(.change(.percent)))
  /// Its peak.
  static let pricePeak = TableColumn(
    "price_change_peak", MeasureWord.pricePeak.words, unit: Words.percent,
    kind: .number(.change(.percent)))
  /// Change of what imports cost, P₁Q₁ − P₀Q₀, over GDP; a detail.
  static let importBillChange = TableColumn(
    "import_bill_change_share_of_gdp", MeasureWord.importBill.words, unit: Words.ofGDP,
    kind: .number(.change(.percent)), isDetail: true)
  /// Mean change of consumer prices.
  static let consumerPrices = TableColumn(
    "consumer_price_change", MeasureWord.consumerPrices.words, unit: Words.percent,
    kind: .number(.change(.percent)))
}
