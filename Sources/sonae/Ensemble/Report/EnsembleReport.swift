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
        "\(plan.names.economy.en), \(plan.horizon) days, \(results.draws) draws of \(plan.variables.count) assumptions",
        "\(plan.names.economy.ja)、\(plan.horizon)日間、\(plan.variables.count)個の前提を\(results.draws)回抽出"
      ),
      findings: findings(results), tables: EnsembleTables(results).all,
      charts: EnsembleCharts.all(results),
      warnings: plan.warnings.map { Bilingual($0.en, $0.ja) } + unmet(results))
  }

  /// That all draws were made and the rule which would have ended them is not met.
  private static func unmet(_ results: EnsembleResults) -> [Bilingual] {
    guard let rule = results.plan.stopping, !results.isPreciseEnough else { return [] }
    let width = { (share: Double) in "\u{00B1}" + NumberFormat.rounded(share, as: .percent) }
    let index = results.plan.outcomes.firstIndex { $0.name == rule.outcome }
    let known = index.flatMap { results.summary($0)?.precision(rule.share)?.relative }
    let text = "\(rule.outcome) p\(NumberFormat.exact(rule.share * 100)) \(width(rule.relative))"
    let told = Diagnostic(.warning, EnsembleProblem.notPrecise(text, known: known.map(width)))
    return ScenarioFile.sentences([told])
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
    let words = results.plan.words(outcome)
    let (a, b, c) = (outcome.text(low), outcome.text(middle), outcome.text(high))
    guard a != c else {
      return Bilingual(
        "\(words.en): \(a) in at least nine of ten draws.",
        "\(words.ja)：抽出の9割以上で\(a)。")
    }
    return Bilingual(
      "\(words.en): \(a) to \(c) in nine of ten draws, \(b) in the median.",
      "\(words.ja)：抽出の9割で\(a)〜\(c)、中央値は\(b)。")
  }

  private static func drivers(_ results: EnsembleResults, _ index: Int) -> Bilingual? {
    guard let summary = results.summary(index), let low = summary.quantile(0.05),
      let high = summary.quantile(0.95), high - low > 1e-6
    else { return nil }
    let all = results.drivers(index).byStrength
    guard all.indicesAddUp else { return swing(all[0], results, index) }
    guard all.contains(where: { $0.index != nil }) else { return related(all, results, index) }
    let strongest = all.prefix(3).filter { $0.weight > 0.01 }
    guard !strongest.isEmpty else { return nil }
    let words = strongest.map { driver in
      results.plan.wordsWithPath(driver.variable, driver.index.map { share($0.total) })
    }
    return Bilingual(
      "What decides it: \(words.map(\.en).joined(separator: "; ")).",
      "左右する前提：\(words.map(\.ja).joined(separator: "、"))。")
  }

  /// What goes with an outcome where no indices say what decides it: rank correlations that three standard
  /// errors tell from none, and where the variables are correlated themselves a swing of its own.
  private static func related(
    _ all: [Driver], _ results: EnsembleResults, _ index: Int
  ) -> Bilingual? {
    let least = 3 / Double(max(results.draws - 1, 1)).squareRoot()
    let told = all.filter {
      $0.weight > least && (!results.plan.isCorrelated || $0.swing > 0)
    }.prefix(3)
    guard !told.isEmpty else { return nil }
    let words = told.map { driver in
      results.plan.wordsWithPath(
        driver.variable, driver.rankCorrelation.map { NumberFormat.rounded($0, as: .significant) })
    }
    return Bilingual(
      "What goes with it most, by rank correlation: \(words.map(\.en).joined(separator: "; ")).",
      "関連の強い前提（順位相関）：\(words.map(\.ja).joined(separator: "、"))。")
  }

  /// An index with its standard error, such as `66.4% ± 31.6`.
  private static func share(_ estimate: SobolIndex.Estimate) -> String {
    let error = NumberFormat.rounded(100 * estimate.standardError, as: .significant)
    return NumberFormat.rounded(estimate.value, as: .percent) + " \u{00B1} " + error
  }

  /// What moves an outcome most where indices do not say it.
  private static func swing(
    _ driver: Driver, _ results: EnsembleResults, _ index: Int
  ) -> Bilingual? {
    guard let low = driver.low, let high = driver.high else { return nil }
    let outcome = results.plan.outcomes[index]
    let (from, to) = (outcome.text(low), outcome.text(high))
    let few = DriverTables.tooFew(results.plan)
    let words = results.plan.wordsWithPath(driver.variable)
    return Bilingual(
      "What moves it most alone: \(words.en), from \(from) to \(to). \(few.en)",
      "単独で影響が最大の前提：\(words.ja)、\(from)〜\(to)。\(few.ja)")
  }

  private static func failure(_ results: EnsembleResults, _ index: Int) -> Bilingual? {
    guard let summary = results.summary(index) else { return nil }
    let outcome = results.plan.outcomes[index]
    let subject = results.plan.subject(outcome)
    let share = NumberFormat.rounded(Double(summary.count) / Double(results.draws), as: .percent)
    guard summary.count > 0 else {
      return Bilingual(
        "\(subject.en): the stock lasts in every draw.",
        "\(subject.ja)：備蓄はどの抽出でも尽きない。")
    }
    let (en, ja) = days(summary, first: results.draws(index).compactMap(\.self).min())
    return Bilingual(
      "\(subject.en): users' stock falls under its minimum in \(share) of draws, \(en).",
      "\(subject.ja)：抽出の\(share)で備蓄が最低量を割る（\(ja)）。")
  }

  /// By which day a stock has failed in one draw of twenty, in half, in nineteen of twenty: as far as it does.
  private static func days(_ summary: OutcomeSummary, first: Double?) -> (en: String, ja: String) {
    let text = { (day: Double) in NumberFormat.rounded(day, as: .days) }
    let told = [
      (0.05, "in one of twenty", "20回に1回は"), (0.5, "in half", "半数は"),
      (0.95, "in nineteen of twenty", "20回に19回は"),
    ].compactMap { share, en, ja in
      summary.quantile(share).map { ("\(en) by day \(text($0))", "\(ja)\(text($0))日目まで") }
    }
    guard !told.isEmpty else {
      let day = first.map(text) ?? "—"
      return ("on day \(day) at the earliest", "早くて\(day)日目")
    }
    return (told.map(\.0).joined(separator: ", "), told.map(\.1).joined(separator: "、"))
  }
}
