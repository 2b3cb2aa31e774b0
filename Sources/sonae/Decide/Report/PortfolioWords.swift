import Decisions
import Diagnostics
import Quantities
import Reporting
import ScenarioText
import Scenarios

/// A portfolio decision in words.
struct PortfolioWords {
  let request: DecideRequest
  let budget: Budget
  let cases: [DecisionCase]
  /// Paths of the responses in the file.
  let paths: [String]
  /// Their kinds, numbered where there are several of one.
  let names: [NumberedName]
  /// What the file says of each.
  let details: [String]

  init(_ request: DecideRequest, budget: Budget, cases: [DecisionCase]) {
    self.request = request
    self.budget = budget
    self.cases = cases
    let responses = request.file.decoded.base.levers.filter { $0.list == .responses }
    paths = responses.map(\.path)
    let commodities = request.file.commodities
    names = responses.map {
      LeverWords.numbered($0, among: responses, commodities: commodities)
    }
    details = paths.map { path in
      guard case .mapping(let entries)? = request.file.document.node(at: path)?.content else {
        return ""
      }
      return flow(entries)
    }
  }

  /// A set in words.
  func name(_ set: Set<Int>) -> Bilingual {
    if set.isEmpty { return Bilingual("none", "なし") }
    if set.count == paths.count { return Bilingual("all responses", "全対応策") }
    return NumberedName.list(set.sorted().map { names[$0] })
  }

  func findings(_ found: PortfolioDecision) -> [Bilingual] {
    let best = found.best
    let loss = DecideTables.text(best.expected)
    let none = DecideTables.text(found.none.expected)
    let (cost, costJa) = (budget.words(best.cost), budget.wordsJa(best.cost))
    let (gap, bound) = (DecideTables.text(found.gap), DecideTables.text(found.bound))
    var sentences = [
      Bilingual(
        "Of \(budget.text), spend \(cost) on \(name(best.items).en): \(request.regionName.inSentence.en) then loses \(loss) of GDP, expected, instead of \(none).",
        "予算\(budget.text)のうち\(costJa)を\(name(best.items).ja)に充てる。\(request.regionName.ja)の期待損失はGDPの\(none)から\(loss)になる。"
      ),
      found.isExact
        ? Bilingual(
          "No other set within the budget loses less: all \(found.played.count) sets were played on the full model.",
          "予算内でこれより損失の小さい組み合わせはない（全\(found.played.count)通りをモデルで計算）。")
        : Bilingual(
          "No set within the budget loses less than \(bound), unless responses strengthen each other: at most \(gap) of GDP could still be gained.",
          "対応策が強め合わない限り、予算内のどの組み合わせも損失は\(bound)を下回らない。改善の余地は最大でGDPの\(gap)。"),
    ]
    if found.leastRegret.items != best.items {
      let set = name(found.leastRegret.items)
      sentences.append(
        Bilingual(
          "Without chances, \(set.en) has the least largest regret.",
          "確率を置かない場合、最大後悔が最小なのは\(set.ja)。"))
    }
    return sentences
  }

  func finding(_ checks: [FreshCheck], _ found: PortfolioDecision) -> [Bilingual] {
    guard let first = checks.first else { return [] }
    let inside = DecideTables.text(found.best.expected)
    let outside = DecideTables.text(first.mean)
    let error = first.standardError.map { " ± \(DecideTables.text(1.96 * $0))" } ?? ""
    let holds = !checks.dropFirst().contains { $0.mean < first.mean }
    return [
      Bilingual(
        "On \(cases.count) fresh draws the set loses \(outside)\(error), \(inside) on those it was chosen on; \(holds ? "no runner-up does better there" : "a runner-up does better there: the choice between them is not settled").",
        "新しい\(cases.count)回の抽出での損失は\(outside)\(error)（選んだ抽出では\(inside)）。\(holds ? "次点の組み合わせはこれを下回らない" : "次点の方が良く、両者の優劣は定まらない")。"
      )
    ]
  }

  func assumptions(_ found: PortfolioDecision) -> [Bilingual] {
    var chances = Bilingual(
      "\(cases.count) cases of equal chance.", "同じ確率の\(cases.count)通り。")
    if cases.count <= 8 {
      chances = Bilingual(
        "Chances: "
          + cases.map { "\($0.name.en) \(DecideTables.text($0.probability))" }
          .joined(separator: ", ") + ".",
        "確率："
          + cases.map { "\($0.name.ja) \(DecideTables.text($0.probability))" }
          .joined(separator: "、") + "。")
    }
    let rate = NumberFormat.brief(budget.perDollar)
    return [
      chances,
      Bilingual(
        "A cost is what a response pays out over the run and before it, purchases of stock among it, whoever pays; what one sells or saves buys nothing else."
          + (budget.currency == "USD" ? "" : " \(rate) \(budget.currency) are taken for a USD."),
        "費用は計算期間とそれ以前の支払額（備蓄の購入費を含み、支払者を問わない）。売却益や節約は他に充てない。"
          + (budget.currency == "USD" ? "" : "1USD＝\(rate)\(budget.currency)とした。")),
      Bilingual(
        "\(found.runs) scenarios were played on the full model; responses are bought whole.",
        "モデルで\(found.runs)通りを計算した。対応策は丸ごと採否を決める。"),
    ]
  }
}
