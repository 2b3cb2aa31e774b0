import Diagnostics
import Ensembles
import Quantities
import Reporting
import Statistics

/// Which assumptions decide the outcomes of the first region, a table for each.
struct DriverTables {
  private let results: EnsembleResults

  init(_ results: EnsembleResults) { self.results = results }

  private static let measures: [(measure: Outcome.Measure, name: String)] = [
    (.gdpLossShare, "drivers"), (.incomeLossShare, "drivers.income"),
    (.firstShortDay, "drivers.stock"),
  ]

  /// Tables of outcomes that vary.
  var all: [Table] {
    let plan = results.plan
    return DriverTables.measures.flatMap { measure, name in
      let shown = plan.outcomes.indices.filter {
        plan.outcomes[$0].measure == measure
          && plan.outcomes[$0].region == plan.outcomes.first?.region
      }
      return shown.enumerated().compactMap { number, index in
        table(index, name: number == 0 ? name : "\(name).\(number + 1)")
      }
    }
  }

  private func table(_ index: Int, name: String) -> Table? {
    let drivers = results.drivers(index).byStrength
    guard drivers.contains(where: { $0.weight != 0 }) else { return nil }
    let outcome = results.plan.outcomes[index]
    let words = results.plan.words(outcome)
    return Table(
      name: name,
      title: Bilingual(
        "What decides: \(words.en)", "左右する前提：\(words.ja)"),
      columns: columns(outcome.kind),
      rows: drivers.map { [results.plan.cell($0.variable)] + cells($0, outcome) },
      notes: drivers.indicesAddUp ? [note] : [Self.tooFew(results.plan), note])
  }

  private func columns(_ kind: Outcome.Kind) -> [TableColumn] {
    let swing = TableColumn.Kind.number(kind == .share ? .percent : .significant)
    let share = TableColumn.Kind.number(.percent)
    return [
      TableColumn("variable", Bilingual("Assumption", "前提"), kind: .text),
      TableColumn("total_order", Bilingual("Decides", "総合効果"), kind: share),
      TableColumn("total_error", Bilingual("± error", "±誤差"), kind: share),
      TableColumn("first_order", Bilingual("Alone", "単独効果"), kind: share),
      TableColumn("first_error", Bilingual("± error", "±誤差"), kind: share, isDetail: true),
      TableColumn("low", Bilingual("From", "下端"), kind: .text),
      TableColumn("swing_low", Bilingual("gives", "その結果"), kind: swing),
      TableColumn("high", Bilingual("To", "上端"), kind: .text),
      TableColumn("swing_high", Bilingual("gives", "その結果"), kind: swing),
      TableColumn(
        "rank_correlation", Bilingual("Rank correlation", "順位相関"), kind: .number(.significant),
        isDetail: true),
    ]
  }

  private func cells(_ driver: Driver, _ outcome: Outcome) -> [TableCell] {
    let reason: MissingReason = outcome.kind == .day ? .notReached : .notComputed
    return [
      cell(driver.index?.total.value), cell(driver.index?.total.standardError),
      cell(driver.index?.first.value), cell(driver.index?.first.standardError),
      end(driver.variable.low), .number(driver.low, or: reason), end(driver.variable.high),
      .number(driver.high, or: reason), cell(driver.rankCorrelation),
    ]
  }

  private func end(_ text: String) -> TableCell { .coded(text, results.plan.end(text)) }

  private func cell(_ value: Double?) -> TableCell { .number(value, or: .notComputed) }

  /// What to say where indices cannot be right.
  static func tooFew(_ plan: EnsemblePlan) -> Bilingual {
    let rows = max(64, 4 * plan.indexRows)
    return Bilingual(
      "Sobol' indices of so few runs say nothing here: total indices add up to 100% or more, and these do not (`--indices \(rows)`).",
      "計算回数が少なく、ここではソボル指数を判定に使えない：総合効果の合計は100%以上のはずだが、そうなっていない（`--indices \(rows)`）。")
  }

  private var note: Bilingual {
    let runs = results.plan.runs(of: .indices)
    guard runs > 0 else {
      return Bilingual(
        "Without Sobol' indices: in the order of rank correlations over the draws (in CSV). From and to are the 5% and 95% points, the other assumptions as the file has them; — is not computed, or not within the horizon.",
        "ソボル指数なし：抽出での順位相関（CSVに掲載）の順。両端は5%点と95%点で、ほかの前提はファイルの値のまま。— は未計算または期間内に起きない。")
    }
    return Bilingual(
      "Sobol' indices of \(runs) runs: the share of the variance that would go if the assumption were known, with all in which it takes part, and by it alone; a little under 0 or over 100% is sampling error (\u{00B1} one standard error). From and to are the 5% and 95% points, the other assumptions as the file has them; — is not computed, or not within the horizon.",
      "ソボル指数（\(runs)回の計算）。その前提が分かれば消える分散の割合で、総合効果は交互作用を含む。0未満や100%超は標本誤差（±は標準誤差）。両端は5%点と95%点で、ほかの前提はファイルの値のまま。— は未計算または期間内に起きない。"
    )
  }
}
