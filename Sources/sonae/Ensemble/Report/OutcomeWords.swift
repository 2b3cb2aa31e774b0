import Diagnostics
import Ensembles
import Quantities

extension Outcome {
  /// The outcome in words: measure, commodity, region.
  var words: Bilingual {
    let measure = measure.words
    guard let commodity else {
      return Bilingual("\(region): \(measure.en)", "\(region)：\(measure.ja)")
    }
    return Bilingual(
      "\(region), \(commodity): \(measure.en)", "\(region)・\(commodity)：\(measure.ja)")
  }

  /// A number of the outcome for readers.
  func text(_ value: Double) -> String {
    switch kind {
    case .share: NumberFormat.rounded(value, as: .percent)
    case .money: NumberFormat.rounded(value, as: .significant)
    case .days, .day, .optionalDay: NumberFormat.rounded(value, as: .significant)
    }
  }
}

extension Outcome.Measure {
  /// The measure in words, its unit with it.
  var words: Bilingual {
    switch self {
    case .gdpLossShare: Bilingual("value-added loss, % of GDP", "付加価値損失（対GDP比）")
    case .incomeLossShare: Bilingual("income loss, % of GDP", "所得損失（対GDP比）")
    case .outputLoss: Bilingual("output loss", "産出損失")
    case .unmetShare: Bilingual("unmet final demand", "未充足の最終需要")
    case .peakDay: Bilingual("day of lowest output", "産出が最低の日")
    case .worstOutputShare: Bilingual("output on the worst day", "最悪日の産出水準")
    case .recoveryDays: Bilingual("day back to 99%", "99%回復日")
    case .consumerPriceChange: Bilingual("consumer prices, change", "消費者物価の変化")
    case .firstShortDay: Bilingual("day the stock fails", "備蓄が尽きる日")
    case .shortDays: Bilingual("days without stock", "備蓄が尽きた日数")
    case .lowestCover: Bilingual("lowest cover, days of use", "最低の備蓄日数")
    case .pricePeak: Bilingual("price peak, change", "価格上昇率の最大")
    }
  }
}
