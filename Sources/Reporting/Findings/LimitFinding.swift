import Commodities
import Diagnostics
import RiskMetrics
import Scenarios

/// What the numbers leave out.
enum LimitFinding {
  private static let sales = Bilingual(
    "the lost sales of the exporters who are stopped", "止められた輸出国の売上減")

  /// One sentence.
  static func list(_ study: RiskStudy) -> [Bilingual] {
    let open = study.shownCommodities.flatMap { index in
      study.commodities[index].omissions.prefix(3).map { Bilingual($0.name, $0.nameJa) }
    }
    let general =
      study.base.assessment.regions.contains { $0.incomeLossShare != nil }
      ? Bilingual(
        "what exporters spend of the dearer price, and fiscal and monetary reactions",
        "輸出国の支出増、財政・金融政策の反応")
      : Bilingual("price changes and what they do to incomes", "価格変動とその所得への影響")
    let exporters = UncountedExporters(study).regions.isEmpty ? [] : [sales]
    let parts = FindingText.list(open + exporters + [general])
    let head =
      Findings.isLowerBound(study)
      ? Bilingual("A lower bound: not counted are", "下限推計であり、次は含まない：")
      : Bilingual("Not counted:", "含まないもの：")
    return [Bilingual("\(head.en) \(parts.en).", "\(head.ja)\(parts.ja)。")]
  }
}
