import Diagnostics
import Ensembles
import Quantities
import Reporting
import Statistics

/// An ensemble's report: what it found in sentences, then the tables.
enum EnsembleReport {
  static func report(_ results: EnsembleResults) -> Report {
    let plan = results.plan
    return Report(
      title: Bilingual("\(plan.title.en): ensemble", "\(plan.title.ja)：アンサンブル"),
      subtitle: Bilingual(
        "\(plan.economy), \(plan.horizon) days, \(results.draws) draws of \(plan.variables.count) assumptions",
        "\(plan.economy)、\(plan.horizon)日間、\(plan.variables.count)個の前提を\(results.draws)回抽出"),
      findings: findings(results), tables: EnsembleTables(results).all,
      charts: EnsembleCharts.all(results),
      warnings: plan.warnings.map { Bilingual($0.en, $0.ja) })
  }

  /// The three questions of the first region: how much, because of what, and when stocks fail.
  static func findings(_ results: EnsembleResults) -> [Bilingual] {
    let outcomes = results.plan.outcomes
    guard let first = outcomes.first?.region else { return [] }
    return outcomes.indices.filter { outcomes[$0].region == first }.flatMap { index in
      switch outcomes[index].measure {
      case .gdpLossShare, .incomeLossShare:
        [range(results, index), drivers(results, index)].compactMap(\.self)
      case .firstShortDay: [failure(results, index)].compactMap(\.self)
      default: [Bilingual]()
      }
    }
  }

  private static func range(_ results: EnsembleResults, _ index: Int) -> Bilingual? {
    guard let summary = results.summary(index), let low = summary.quantile(0.05),
      let middle = summary.quantile(0.5), let high = summary.quantile(0.95)
    else { return nil }
    let outcome = results.plan.outcomes[index]
    let (a, b, c) = (outcome.text(low), outcome.text(middle), outcome.text(high))
    guard a != c else {
      return Bilingual(
        "\(outcome.words.en): \(a) in at least nine of ten draws.",
        "\(outcome.words.ja)：抽出の9割以上で\(a)。")
    }
    return Bilingual(
      "\(outcome.words.en): \(a) to \(c) in nine of ten draws, \(b) in the median.",
      "\(outcome.words.ja)：抽出の9割で\(a)〜\(c)、中央値は\(b)。")
  }

  private static func drivers(_ results: EnsembleResults, _ index: Int) -> Bilingual? {
    guard let summary = results.summary(index), let low = summary.quantile(0.05),
      let high = summary.quantile(0.95), high - low > 1e-6
    else { return nil }
    let strongest = Drivers.sorted(results, index).prefix(3).filter { $0.weight > 0.01 }
    guard !strongest.isEmpty else { return nil }
    let en = strongest.map { word($0) }.joined(separator: ", ")
    return Bilingual("It is decided by \(en).", "左右する前提：\(en)。")
  }

  private static func word(_ driver: Driver) -> String {
    guard let index = driver.index else { return "`\(driver.variable.path)`" }
    return "`\(driver.variable.path)` (\(NumberFormat.rounded(index.total.value, as: .percent)))"
  }

  private static func failure(_ results: EnsembleResults, _ index: Int) -> Bilingual? {
    guard let summary = results.summary(index) else { return nil }
    let outcome = results.plan.outcomes[index]
    let name = outcome.commodity ?? ""
    let share = NumberFormat.rounded(Double(summary.count) / Double(results.draws), as: .percent)
    guard summary.count > 0 else {
      return Bilingual(
        "\(outcome.region), \(name): the stock lasts in every draw.",
        "\(outcome.region)・\(name)：備蓄はどの抽出でも尽きない。")
    }
    let days = [0.05, 0.5, 0.95].map { share in
      summary.quantile(share).map { NumberFormat.rounded($0, as: .days) }
    }
    let spanEn = "from day \(days[0] ?? "—") (5% of draws) over day \(days[1] ?? "—") (half)"
    let spanJa = "\(days[0] ?? "—")日目（5%）、\(days[1] ?? "—")日目（半数）"
    let lastEn = days[2].map { " to day \($0) (95%)" } ?? ""
    let lastJa = days[2].map { "、\($0)日目（95%）" } ?? ""
    return Bilingual(
      "\(outcome.region), \(name): users' stock falls under its minimum in \(share) of draws, \(spanEn)\(lastEn).",
      "\(outcome.region)・\(name)：抽出の\(share)で備蓄が最低量を割る。\(spanJa)\(lastJa)。")
  }
}
