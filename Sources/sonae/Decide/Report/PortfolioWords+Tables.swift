import Decisions
import Diagnostics
import Quantities
import Reporting

extension PortfolioWords {
  /// Sets shown.
  private static let most = 10

  private func money(_ key: String, _ en: String, _ ja: String) -> TableColumn {
    TableColumn(
      key, Bilingual(en, ja),
      unit: Bilingual("billion \(budget.currency)", "10億\(budget.currency)"),
      kind: .number(.significant))
  }

  private func cost(_ usd: Double) -> TableCell { .number(usd * budget.perDollar / 1e9) }

  private var lossColumns: [TableColumn] {
    [
      DecideTables.loss("expected", "expected loss", "期待損失"),
      DecideTables.loss("shortfall", "mean of the worst tenth", "最悪1割の平均"),
      DecideTables.loss("worst", "worst case", "最悪の場合"),
    ]
  }

  private func losses(_ one: Portfolio) -> [TableCell] {
    [.number(one.expected), .number(one.shortfall), .number(one.worst)]
  }

  /// The best sets within the budget.
  func sets(_ found: PortfolioDecision) -> Table {
    let shown = found.distinct.prefix(Self.most)
    var rows = shown.map { index in
      let one = found.affordable[index]
      return [cost(one.cost)] + losses(one)
        + [.number(found.regrets[index]), .text(name(one.items))]
    }
    if !shown.contains(where: { found.affordable[$0].items.isEmpty }) {
      rows.append(
        [cost(0)] + losses(found.none) + [.missing(.notComputed), .text(name([]))])
    }
    return Table(
      name: "sets", title: Bilingual("Sets within the budget", "予算内の組み合わせ"),
      columns: [money("cost", "cost", "費用")] + lossColumns
        + [
          DecideTables.loss("regret", "largest regret", "最大後悔"),
          TableColumn("set", Bilingual("responses", "対応策"), kind: .text),
        ],
      rows: rows,
      notes: [
        Bilingual(
          "The best \(min(Self.most, found.affordable.count)) of \(found.affordable.count) affordable sets played; table `items` says which response is which.",
          "予算内で計算した\(found.affordable.count)通りの上位\(min(Self.most, found.affordable.count))件。どの対応策かは表`items`にある。"
        )
      ])
  }

  /// What each response costs and is worth beside the best set.
  func items(_ found: PortfolioDecision) -> Table {
    Table(
      name: "items", title: Bilingual("Response by response", "対応策ごと"),
      columns: [
        TableColumn("response", Bilingual("response", "対応策"), kind: .text),
        TableColumn("chosen", Bilingual("chosen", "採否"), kind: .text),
        money("cost", "cost alone", "単独の費用"),
        DecideTables.change("marginal", "change of expected loss", "期待損失の変化"),
        TableColumn("stated", Bilingual("as the file says it", "ファイルの記述"), kind: .text),
      ],
      rows: paths.indices.map { index in
        let isChosen = found.best.items.contains(index)
        return [
          .coded(paths[index], names[index].words),
          .text(isChosen ? Bilingual("yes", "採用") : Bilingual("no", "不採用")),
          cost(found.costs[index]),
          .number(found.marginal[index], or: .notComputed),
          .text(Bilingual(same: details[index])),
        ]
      },
      notes: [
        Bilingual(
          "The change is what the response brings when it joins the best set, or what it brought as its last member.",
          "変化は、最良の組み合わせに最後に加わる場合の効果。")
      ])
  }

  /// Cost against expected loss.
  func frontier(_ found: PortfolioDecision) -> Table {
    Table(
      name: "frontier", title: Bilingual("What more or less money buys", "予算の増減と損失"),
      columns: [money("cost", "cost", "費用")] + lossColumns
        + [TableColumn("set", Bilingual("responses", "対応策"), kind: .text)],
      rows: found.frontier.map { [cost($0.cost)] + losses($0) + [.text(name($0.items))] },
      notes: [
        Bilingual(
          "Sets that none of \(found.played.count) played beats in both cost and expected loss.",
          "計算した\(found.played.count)通りの中で、費用と期待損失の両方で劣らない組み合わせ。")
      ])
  }

  /// Fresh draws.
  func fresh(_ checks: [FreshCheck]) -> Table {
    Table(
      name: "fresh", title: Bilingual("On fresh draws", "新しい抽出での検証"),
      columns: [
        TableColumn("set", Bilingual("responses", "対応策"), kind: .text),
        DecideTables.loss("expected", "mean loss", "平均損失"),
        DecideTables.loss("standard_error", "standard error", "標準誤差"),
      ],
      rows: checks.map {
        [
          .text(name($0.items)), .number($0.mean),
          .number($0.standardError, or: .notApplicable),
        ]
      })
  }
}
