package import Diagnostics
internal import Scenarios

/// What reports measure, in the terms that Japanese ministries use.
package enum MeasureWord: Message {
  /// Gross output not produced.
  case outputLoss
  /// Output loss over the horizon's output.
  case outputLossShare
  /// Value added not produced.
  case valueAddedLoss
  /// Value-added loss over annual GDP.
  case lossOfGDP
  /// Final demand not delivered.
  case unmetFinalDemand
  /// The day of the least output.
  case worstDay
  /// Output of that day over output before.
  case worstDayOutput
  /// Days until output stays above 99% of its start.
  case daysToRecover
  /// The first day from which output stays above 99%.
  case recoveryDay
  /// What holds output down most.
  case limitedBy
  /// Loss where the shock strikes.
  case directLoss
  /// Loss handed on through inputs and orders.
  case indirectLoss
  /// Total loss over direct loss.
  case amplification
  /// Usable stock over daily use on the first day.
  case coverAtStart
  /// Usable stock over daily use on the last day.
  case coverAtEnd
  /// Cover at start less cover at end.
  case coverUsed
  /// Stock on the first day.
  case stockAtStart
  /// Stock on the last day.
  case stockAtEnd
  /// Drawn from strategic stocks.
  case released
  /// Physical need not met.
  case shortfall
  /// Shortfall over need.
  case shortfallShare
  /// Value added lost to dearer imports, beside the volumes.
  case incomeLoss
  /// Change of what is paid for imports, P₁Q₁ − P₀Q₀.
  case importBill
  /// Cost of the imports of the base at the new prices, Q₀ΔP.
  case importBillAtBaseVolume
  /// Change of the consumer price index.
  case consumerPrices
  /// Largest price change of a commodity.
  case pricePeak
  /// Imports over use.
  case importDependence
  /// Origin's share in direct input.
  case directShare
  /// Origin's share through every tier.
  case lookThroughShare
  /// Look-through less face value.
  case hiddenExposure
  /// Sum of squared origin shares.
  case concentration
  /// Mean over draws.
  case expectedLoss
  /// Mean of the worst 5% of draws.
  case expectedShortfall

  /// The text in every language.
  package var words: Bilingual {
    switch self {
    case .outputLoss: Bilingual("Output loss", "産出損失")
    case .outputLossShare: Bilingual("Output loss share", "産出損失率")
    case .valueAddedLoss: Bilingual("Value-added loss", "付加価値損失")
    case .lossOfGDP: Bilingual("Loss, % of annual GDP", "損失の対GDP比（年間）")
    case .unmetFinalDemand: Bilingual("Unmet final demand", "最終需要の未充足")
    case .worstDay: Bilingual("Worst day", "最悪日")
    case .worstDayOutput: Bilingual("Output on the worst day", "最悪日の産出水準")
    case .daysToRecover: Bilingual("Days to recover", "回復日数")
    case .recoveryDay: Bilingual("Recovery day", "回復日")
    case .limitedBy: Bilingual("Limited by", "制約要因")
    case .directLoss: Bilingual("Direct loss", "直接損失")
    case .indirectLoss: Bilingual("Indirect loss", "間接損失")
    case .amplification: Bilingual("Total loss per direct loss", "波及倍率")
    case .coverAtStart: Bilingual("Days of cover at start", "備蓄日数（期首）")
    case .coverAtEnd: Bilingual("Days of cover at end", "備蓄日数（期末）")
    case .coverUsed: Bilingual("Days of cover used", "備蓄の取崩し日数")
    case .stockAtStart: Bilingual("Stock at start", "期首在庫")
    case .stockAtEnd: Bilingual("Stock at end", "期末在庫")
    case .released: Bilingual("Released", "放出量")
    case .shortfall: Bilingual("Shortfall", "不足量")
    case .shortfallShare: Bilingual("Shortfall share", "不足率")
    case .incomeLoss: Bilingual("Income loss", "所得損失")
    case .importBill: Bilingual("Import bill, change", "輸入額の変化")
    case .importBillAtBaseVolume:
      Bilingual("Import bill, base volume", "輸入額の変化（基準数量）")
    case .consumerPrices: Bilingual("Consumer prices, change", "消費者物価の変化")
    case .pricePeak: Bilingual("Price peak, change", "価格上昇率の最大値")
    case .importDependence: Bilingual("Import dependence", "輸入依存度")
    case .directShare: Bilingual("Share at face value", "直接依存度")
    case .lookThroughShare: Bilingual("Look-through share", "実質依存度（全段階）")
    case .hiddenExposure: Bilingual("Hidden exposure", "隠れた依存度")
    case .concentration: Bilingual("Concentration (HHI)", "集中度（HHI）")
    case .expectedLoss: Bilingual("Expected loss", "期待損失")
    case .expectedShortfall: Bilingual("Expected shortfall, worst 5%", "期待ショートフォール（下位5%）")
    }
  }
}
