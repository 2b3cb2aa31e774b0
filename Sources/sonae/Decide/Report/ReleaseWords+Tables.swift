import Commodities
import Decisions
import Diagnostics
import InputOutputTables
import Quantities
import Reporting
import Scenarios

extension ReleaseWords {
  /// Plans shown.
  private static let most = 8

  /// The best plans, the file's and none, with their losses by case; what a plan does stands last, where it has
  /// room.
  func plans(_ found: ReleaseDecision, _ cases: [DecisionCase]) -> Table {
    let row = { (name: Bilingual, played: ReleaseDecision.Played, words: TableCell) in
      [.text(name), .number(played.expected)] + played.losses.map { .number($0) } + [words]
    }
    let shown = found.plans.prefix(Self.most)
    let plans = shown.enumerated().map { number, played in
      row(
        number == 0 ? Bilingual("best", "最良") : Bilingual(same: "\(number + 1)"), played,
        .text(words(played.plan)))
    }
    let bound: [TableCell] =
      [.text(Bilingual("bound", "下限")), .number(found.bound)]
      + found.leastByCase.map { .number($0) } + [
        .text(Bilingual("the best of each case", "場合ごとの最良"))
      ]
    let others = [
      row(
        Bilingual("file", "ファイル"), found.asWritten,
        .text(Bilingual("as the file has it", "ファイルのまま"))),
      row(Bilingual("none", "なし"), found.without, .text(words(nil))),
    ]
    return Table(
      name: "plans", title: Bilingual("Plans and what they lose", "計画と損失"),
      columns: [
        TableColumn("plan", Bilingual("plan", "計画"), kind: .text),
        DecideTables.loss("expected", "expected loss", "期待損失"),
      ]
        + cases.enumerated().map { index, one in
          DecideTables.loss("case_\(index + 1)", one.name.en, one.name.ja)
        } + [TableColumn("release", Bilingual("what is released", "放出内容"), kind: .text)],
      rows: plans + others + [bound],
      notes: [
        Bilingual(
          "The best \(shown.count) of \(found.plans.count) plans.",
          "\(found.plans.count)通りの計画のうち上位\(shown.count)件。")
      ])
  }

  /// The best plan stage by stage.
  func stages(_ found: ReleaseDecision) -> Table {
    let date = request.file.decoded.base.start
    return Table(
      name: "schedule", title: Bilingual("The best plan", "最良の計画"),
      columns: [
        TableColumn("from", Bilingual("from", "開始"), kind: .number(.days)),
        TableColumn(
          "volume", Bilingual("volume", "量"), unit: Bilingual(same: commodity.unit),
          kind: .number(.significant)),
        TableColumn(
          "rate", Bilingual("highest rate", "最大速度"),
          unit: perDay,
          kind: .number(.significant)),
      ],
      rows: (found.best.plan?.stages ?? []).map { stage in
        [
          .day(stage.from, start: date, or: .notApplicable),
          .number(stage.share * task.volume),
          .number(
            stage.rate.map { $0 * Double(task.holders.count) }, or: .notApplicable),
        ]
      })
  }

  /// By day and by what is left in store, what must be given by then.
  func byState(_ found: ReleaseDecision) -> Table {
    let shares = ReleaseByState.shares
    let rows = stride(from: 0, to: found.byState.rules.count, by: shares.count).map {
      Array(found.byState.rules[$0..<$0 + shares.count])
    }
    // A row every 15 days, and where anything begins or ends.
    let shown = rows.indices.filter { index in
      guard index > 0 else { return true }
      let starts = zip(rows[index - 1], rows[index]).contains { ($0.rate > 0) != ($1.rate > 0) }
      return starts || rows[index][0].day % 15 == 0
    }
    let unmet = volume(found.byState.unmet)
    return Table(
      name: "by_stock",
      title: Bilingual("How long the stock can wait", "備蓄をいつまで残せるか"),
      columns: [
        TableColumn("day", Bilingual("while it lasts, on", "不足が続く間の日"), kind: .number(.days))
      ]
        + shares.map { share in
          let percent = Int(share * 100)
          return TableColumn(
            "left_\(percent)",
            Bilingual("rate with \(percent)% left", "残量\(percent)%での速度"),
            unit: perDay,
            kind: .number(.significant))
        },
      rows: shown.map { index in
        [
          .day(
            rows[index][0].day, start: request.file.decoded.base.start, or: .notApplicable)
        ] + rows[index].map { .number($0.rate) }
      },
      notes: [
        Bilingual(
          "On the chain alone, by a dynamic programme over what has happened and what is left: the least that must be given in the next \(ReleaseProgramme.days) days so that no more is unmet in the end than need be (\(unmet), expected), and nothing sooner; users draw their own stock first. More can be given earlier, and need not.",
          "供給網だけの動的計画法（経過と残量による）。以後\(ReleaseProgramme.days)日間に最低限必要な放出速度で、最終的な不足（期待値\(unmet)）を増やさず、早めもしないもの。使用者は自らの在庫を先に取り崩す。これより早い放出は可能だが必要ではない。"
        )
      ])
  }

  /// What a little more is worth, on the full model and on the chain alone.
  func worth(_ found: ReleaseDecision) -> Table {
    let unit = request.file.table.description.moneyUnit
    let size = isLarge ? 1e6 : 1
    let name = isLarge ? "Mbbl" : commodity.unit
    let pace = isLarge ? Bilingual(same: "mb/d") : perDay
    let (worth, chain) = (found.worth, found.programme)
    let daily = task.dailyUse(request.file.commodities)
    let rows: [(Bilingual, Double?, Double?)] =
      [
        (
          Bilingual("1 \(name) more of stock", "備蓄1\(name)の追加"), worth.perVolume * size,
          chain.perVolume * size
        ),
        (
          Bilingual("0.1 \(pace.en) more of rate", "放出速度0.1\(pace.ja)の追加"),
          worth.perRate.map { $0 * size * 0.1 }, chain.perRate * size * 0.1
        ),
        (
          Bilingual("a day more of use in users' tanks", "使用者在庫1日分の追加"), worth.perStockDay,
          daily.map { chain.perStock * $0 }
        ),
      ]
      + worth.bypasses.map { bypass in
        let place = PlaceName.chokepoint(bypass.chokepoint, of: commodity)
        return (
          Bilingual(
            "0.1 \(pace.en) more of ways around \(place.en)",
            "\(place.ja)の迂回能力0.1\(pace.ja)の追加"),
          bypass.saved * size * 0.1, bypass.unmet * size * 0.1
        )
      }
    let most = rows.compactMap { $0.1.map(abs) }.max() ?? 0
    return Table(
      name: "worth", title: Bilingual("What a little more is worth", "わずかな追加の価値"),
      columns: [
        TableColumn("more", Bilingual("more", "追加"), kind: .text),
        TableColumn(
          "saved", Bilingual("loss saved, full model", "損失の減少（全体モデル）"),
          unit: Bilingual(same: unit), kind: .number(.significant)),
        TableColumn(
          "unmet", Bilingual("unmet use saved, chain alone", "不足の減少（供給網のみ）"),
          unit: Bilingual(same: commodity.unit), kind: .number(.significant)),
      ],
      rows: rows.map { words, saved, unmet in
        [
          .text(words),
          saved.map { DecideTables.amount($0, of: most) } ?? .missing(.notApplicable),
          unmet.map { DecideTables.amount($0, of: task.volume) } ?? .missing(.notApplicable),
        ]
      },
      notes: [
        Bilingual(
          "Expected over the cases, with the best plan: 5% more volume, 10% more rate, a day more of stock, ways around that carry 1% of the flow more (of which the holders get their part). The plan keeps its days: a faster rate that empties the stock too soon costs. The chain's are dual prices, those of ways around differences.",
          "最良の計画の下での期待値（量5%増、速度10%増、在庫1日分増、迂回能力は通過量の1%増から算出。迂回分は全輸入者で分ける）。計画の日程は変えないため、速度を上げて備蓄が早く尽きれば損失が増える。供給網の値は双対価格（迂回能力は差分）。"
        )
      ])
  }

  private var isLarge: Bool { commodity.unit == "bbl" }

  private var perDay: Bilingual { Bilingual("\(commodity.unit)/d", "\(commodity.unit)/日") }
}

extension ReleaseTask {
  /// Use of the holders together, units a day; nil where a figure is missing.
  fileprivate func dailyUse(_ commodities: [Commodity]) -> Double? {
    let importers = commodities[release.commodity].importers
    var sum = 0.0
    for holder in holders {
      guard let use = importers.first(where: { $0.code == holder.holder.code })?.use.value else {
        return nil
      }
      sum += use
    }
    return sum
  }
}
