import Decisions
import Diagnostics
import Quantities
import Reporting
import Scenarios
import Statistics

/// How policies do over the same draws of what is not known, as a report.
enum PoliciesAnswer {
  static func answer(_ request: DecideRequest) async throws -> DecideAnswer {
    let acceptable = try request.options.acceptable.map {
      try ThresholdAnswer.share($0, of: "--acceptable")
    }
    let policies = try request.policies()
    let runs = policies.reduce(0) { $0 + $1.scenarios.count }
    Terminal.progress("\(runs) runs")
    let trial = await PolicyTrial(
      policies.map(\.scenarios), region: request.region, acceptable: acceptable,
      on: request.model)
    guard let trial else { throw request.noProduct }
    let words = Words(
      names: policies.map(\.name), found: trial.comparison.policies,
      draws: policies[0].scenarios.count, acceptable: acceptable)
    return DecideAnswer(
      request, title: Bilingual("policies over what is not known", "不確実性の下での政策比較"),
      findings: words.findings(request), tables: [words.table],
      assumptions: [
        Bilingual(
          "Every policy met the same \(words.draws) draws of the file's `uncertainty` (common random numbers); \(runs) runs on the full model.",
          "全ての政策に同じ\(words.draws)回の抽出（共通乱数）を用い、計\(runs)回をモデルで計算した。")
      ], isDoubtful: trial.isDoubtful)
  }

  /// A comparison in words.
  private struct Words {
    let names: [Bilingual]
    let found: [PolicyComparison.Policy]
    let draws: Int
    let acceptable: Double?

    func findings(_ request: DecideRequest) -> [Bilingual] {
      func least(_ number: (PolicyComparison.Policy) -> Double) -> Int {
        found.indices.min { (number(found[$0]), $0) < (number(found[$1]), $1) } ?? 0
      }
      let best = least(\.mean)
      let text = DecideTables.text
      var sentences = [
        Bilingual(
          "\(request.regionName.startingSentence) loses least in the mean with \(names[best].en): \(text(found[best].mean)) of GDP, \(text(found[0].mean)) with \(names[0].en).",
          "\(request.regionName.ja)の平均損失が最小なのは\(names[best].ja)：GDPの\(text(found[best].mean))（\(names[0].ja)では\(text(found[0].mean))）。"
        )
      ]
      let calm = least(\.mostRegret)
      let regret = text(found[calm].mostRegret)
      sentences.append(
        found[calm].mostRegret == 0
          ? Bilingual(
            "No other policy does better in any draw than \(names[calm].en).",
            "どの抽出でも\(names[calm].ja)を上回る政策はない。")
          : Bilingual(
            "The least largest regret is that of \(names[calm].en): in no draw does it lose more than \(regret) of GDP beyond the draw's best policy.",
            "最大後悔が最小なのは\(names[calm].ja)：どの抽出でも最良の政策との差はGDPの\(regret)以内。"))
      if let acceptable {
        // Of those that keep it as often, the one that loses least.
        let most = found.compactMap(\.satisfying).max() ?? 0
        let safe = least { $0.satisfying == most ? $0.mean : .infinity }
        let share = NumberFormat.rounded(most, as: .percent)
        sentences.append(
          Bilingual(
            "A loss of at most \(text(acceptable)) is kept most often by \(names[safe].en): in \(share) of the draws.",
            "損失を\(text(acceptable))以内に最も多く抑えるのは\(names[safe].ja)：抽出の\(share)。"))
      }
      return sentences
    }

    var table: Table {
      let satisfying =
        acceptable == nil
        ? []
        : [
          TableColumn(
            "satisfying", Bilingual("acceptable in", "許容できる割合"), kind: .number(.percent))
        ]
      return Table(
        name: "policies",
        title: Bilingual("Policies over the same \(draws) draws", "同じ\(draws)回の抽出における政策"),
        columns: [
          TableColumn("policy", Bilingual("policy", "政策"), kind: .text),
          DecideTables.loss("mean_loss", "mean loss", "平均損失"),
          DecideTables.change("difference", "against the first", "先頭との差"),
          TableColumn(
            "difference_half_width", Bilingual("± 95%", "±95%"),
            unit: Bilingual("points of GDP", "対GDP比ポイント"), kind: .number(.percent)),
          DecideTables.change("mean_regret", "mean regret", "平均後悔"),
          DecideTables.change("regret_95", "regret, 95%", "後悔の95%点"),
          DecideTables.change("largest_regret", "largest regret", "最大後悔"),
        ] + satisfying,
        rows: zip(names, found).enumerated().map { number, pair in
          let (name, policy) = pair
          // The first differs from itself by nothing that was estimated.
          let isFirst = number == 0
          return [
            .text(name), .number(policy.mean),
            .number(isFirst ? nil : policy.difference.mean, or: .notApplicable),
            .number(isFirst ? nil : halfWidth(policy), or: .notApplicable),
            .number(policy.meanRegret),
            .number(policy.regret95), .number(policy.mostRegret),
          ] + (acceptable == nil ? [] : [.number(policy.satisfying, or: .notComputed)])
        },
        notes: [
          Bilingual(
            "Regret: what a policy loses in a draw beyond the best policy of that draw. Differences are of the same draws, so that what all policies share falls out of their errors.",
            "後悔は、各抽出で最良の政策を上回る損失。差は同じ抽出どうしで取るため、共通の変動は誤差に入らない。")
        ])
    }

    /// Half of the 95% interval of the difference against the first, by Student's law over the draws.
    private func halfWidth(_ policy: PolicyComparison.Policy) -> Double? {
      policy.difference.standardError.map {
        $0 * StudentDistribution.bound(of: 0.95, freedom: draws - 1)
      }
    }
  }
}
