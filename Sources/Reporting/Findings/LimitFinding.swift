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
    let counted = study.shownCommodities.map { study.commodities[$0] }
    let open = counted.flatMap { commodity in
      commodity.omissions.prefix(3).map { $0.words(without: counted) }
    }
    let general =
      study.base.assessment.regions.contains { $0.incomeLossShare != nil }
      ? Bilingual(
        "what exporters spend of the dearer price, and fiscal and monetary reactions",
        "輸出国の支出増、財政・金融政策の反応")
      : Bilingual("price changes and what they do to incomes", "価格変動とその所得への影響")
    let exporters = UncountedExporters(study).regions.isEmpty ? [] : [sales]
    let parts = FindingText.list(open + levers(study) + exporters + [general])
    let head =
      Findings.isLowerBound(study)
      ? Bilingual("A lower bound: not counted are", "下限推計であり、次は含まない：")
      : Bilingual("Not counted:", "含まないもの：")
    return [Bilingual("\(head.en) \(parts.en).", "\(head.ja)\(parts.ja)。")]
  }

  /// What the scenario's own shocks leave out, each once: goods that pass a chokepoint without figures, unless
  /// the file states the table's trade through it; what a cheaper currency sells.
  private static func levers(_ study: RiskStudy) -> [Bilingual] {
    var found: [Bilingual] = []
    for entry in study.base.scenario.levers {
      var words: Bilingual?
      if let closure = entry.lever.as(Closure.self), closure.tableTrade == nil {
        let name = PlaceName.chokepoint(closure.chokepoint, of: study.commodities)
        words = Bilingual("other goods through \(name.inSentence.en)", "\(name.ja)を通るその他の財")
      } else if entry.lever.as(Currency.self) != nil {
        words = Bilingual("what a changed exchange rate does to exports", "為替変動の輸出量への影響")
      }
      if let words, !found.contains(words) { found.append(words) }
    }
    return found
  }
}

extension Commodity.Omission {
  /// What is left out where some commodities are counted.
  func words(without counted: [Commodity]) -> Bilingual {
    let parts = besides.compactMap { name in counted.first { $0.name == name } }
    return Bilingual(
      name(without: parts.map { $0.name }), nameJa(without: parts.map { $0.nameJa }))
  }
}
