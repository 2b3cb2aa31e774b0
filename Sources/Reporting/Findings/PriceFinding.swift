import Commodities
import Diagnostics
import InputOutputTables
import Quantities
import RiskMetrics
import Scenarios

/// What prices do: peak and mean, import bill, consumer prices.
enum PriceFinding {
  /// One sentence; none where no price moves.
  static func list(_ study: RiskStudy, _ region: Int) -> [Bilingual] {
    let prices = study.shownCommodities.compactMap { price($0, study, region) }
    let costs = bills(study, region)
    guard !prices.isEmpty || !costs.isEmpty else { return [] }
    let name = study.name(of: region).inSentence
    let parts = FindingText.list(costs)
    let tail =
      costs.isEmpty
      ? Bilingual(same: "") : Bilingual("For \(name.en) \(parts.en).", "\(name.ja)では\(parts.ja)。")
    let head = prices.prefix(2)
    return [
      Bilingual(
        (head.map { $0.en } + (costs.isEmpty ? [] : [tail.en])).joined(separator: " "),
        head.map { $0.ja }.joined() + tail.ja)
    ]
  }

  private static func price(_ index: Int, _ study: RiskStudy, _ region: Int) -> Bilingual? {
    let commodity = study.commodities[index]
    let shown = study.base.assessment.commodities.filter { $0.commodity == index }
    guard let m = shown.first(where: { $0.region == region }) ?? shown.first,
      let peak = m.priceChangePeak, let mean = m.priceChangeMean, let base = m.priceBase,
      peak > FindingText.least
    else { return nil }
    let (unit, scale) = commodity.priceUnit
    let level = { (change: Double) in NumberFormat.brief(base / scale * (1 + change)) }
    let days = study.base.assessment.days
    let isBound = commodity.price.bound.value.map { peak >= $0 - 1 - 1e-9 } ?? false
    let high = FindingText.percent(peak).en
    let middle = FindingText.percent(mean)
    return Bilingual(
      "The price of \(commodity.name) rises from \(level(0)) to \(level(peak)) \(unit) at the peak (+\(high)\(isBound ? ", its bound" : "")) and averages \(level(mean)) over \(days) days (+\(middle.en)).",
      "\(commodity.nameJa)の価格は\(level(0))から最高\(level(peak)) \(unit)（+\(high)\(isBound ? "、上限" : "")）に上がり、\(days)日間の平均は\(level(mean))（+\(middle.ja)）。"
    )
  }

  private static func bills(_ study: RiskStudy, _ region: Int) -> [Bilingual] {
    guard let m = study.base.measures(of: region) else { return [] }
    var parts: [Bilingual] = []
    if let bill = m.importBillAtBaseVolumeShare, bill != 0 {
      let share = FindingText.percent(bill)
      parts.append(
        Bilingual(
          "the usual imports cost \(share.en) of GDP more", "通常の輸入量に対する支払増はGDPの\(share.ja)"))
    }
    if let change = m.consumerPriceChange, change != 0 {
      let points = FindingText.percent(change)
      parts.append(
        Bilingual(
          "consumer prices are \(points.en) higher on average", "消費者物価は平均\(points.ja)上昇"))
    }
    return parts
  }
}

extension Commodity {
  /// The unit that prices are told in, and how many of it a unit of the commodity has: what markets state,
  /// energy where the commodity is sold by it, kilograms for what else is counted in tonnes.
  fileprivate var priceUnit: (name: String, count: Double) {
    if let energyContent { return ("USD/MMBtu", energyContent) }
    return unit == "t" ? ("USD/kg", 1000) : ("USD/\(unit)", 1)
  }
}
