import Diagnostics
import Ensembles
import Quantities
import Reporting
import Statistics

/// An ensemble's results as tables of a report.
struct EnsembleTables {
  let results: EnsembleResults
  private let summaries: [OutcomeSummary]

  init(_ results: EnsembleResults) {
    self.results = results
    summaries = results.plan.outcomes.indices.compactMap { results.summary($0) }
  }

  /// Every table, the most important first.
  var all: [Table] {
    [shares, days].compactMap(\.self) + DriverTables(results).all
      + [ScreeningTable.table(results), ShapleyTable.table(results)].compactMap(\.self)
      + [DiscoveryTable(results)?.table, RulesTable(results)?.table, precision].compactMap(\.self)
  }

  private var plan: EnsemblePlan { results.plan }

  private func index(of outcome: Outcome) -> Int {
    plan.outcomes.firstIndex(of: outcome) ?? 0
  }

  // MARK: - Ranges

  /// Losses and prices: what nine of ten draws lie between.
  private var shares: Table? {
    let shown = summaries.filter { $0.outcome.kind == .share }
    guard !shown.isEmpty else { return nil }
    let columns =
      [nameColumn, number("own", "File's own", "ファイルの値"), number("mean", "Mean", "平均")]
      + quantileColumns
      + [number("expected_shortfall_95", "Worst 5%, mean", "最悪5%の平均")]
    return Table(
      name: "ranges", title: Bilingual("Losses and prices over the draws", "抽出にわたる損失と価格"),
      columns: columns,
      rows: shown.map { summary in
        [.text(plan.words(summary.outcome)), cell(results.own(index(of: summary.outcome)))]
          + [cell(summary.mean?.mean)]
          + Self.shown.map { cell(summary.quantile($0)) } + [cell(summary.expectedShortfall)]
      },
      notes: [drawsNote])
  }

  /// When things happen: days of the run.
  private var days: Table? {
    let first = plan.outcomes.first?.region
    // What never happens elsewhere is no news.
    let shown = summaries.filter {
      [.day, .days, .optionalDay].contains($0.outcome.kind)
        && ($0.outcome.region == first || $0.count > 0)
    }
    guard !shown.isEmpty else { return nil }
    let whole = TableColumn.Kind.number(.significant)
    return Table(
      name: "days", title: Bilingual("When: days of the run", "時期（経過日数）"),
      columns: [
        nameColumn,
        TableColumn(
          "probability", Bilingual("It happens in", "起きる割合"), kind: .number(.percent)),
        TableColumn(
          "probability_low", Bilingual("95% from", "95%区間の下限"), kind: .number(.percent),
          isDetail: true),
        TableColumn(
          "probability_high", Bilingual("to", "上限"), kind: .number(.percent), isDetail: true),
        TableColumn("own", Bilingual("File's own", "ファイルの値"), kind: whole),
      ] + quantileColumns.map { TableColumn($0.key, $0.heading, kind: whole) },
      rows: shown.map { summary in
        [.text(plan.words(summary.outcome))] + probability(of: summary)
          + [.number(results.own(index(of: summary.outcome)), or: .notReached)]
          + Self.shown.map { .number(summary.quantile($0), or: .notReached) }
      },
      notes: [
        Bilingual(
          "Day 0 is \(plan.start ?? "the first day"); — is a day that does not come within \(plan.horizon) days. Quantiles count the draws in which it does not come as later than any day; those of the day of lowest output are of the draws in which output falls.",
          "0日目は\(plan.start ?? "初日")。— は\(plan.horizon)日以内に起きないことを示す。起きない抽出はどの日よりも後として数える。ただし産出が最低の日は、産出が減る抽出だけで数える。"
        ),
        drawsNote,
      ])
  }

  /// In how many draws a day comes, with Wilson's interval; a number of days is there in every draw.
  private func probability(of summary: OutcomeSummary) -> [TableCell] {
    guard summary.outcome.kind != .days else {
      return [TableCell](repeating: .missing(.notApplicable), count: 3)
    }
    let known = summary.coming
    return [.number(known.share), .number(known.low), .number(known.high)]
  }

  // MARK: - Precision

  /// How sure the numbers are, and what more draws would give.
  private var precision: Table? {
    let rows = summaries.filter { $0.outcome.kind == .share }.flatMap { summary in
      [0.5, 0.95].compactMap { share -> [TableCell]? in
        let ends = summary.interval(share)
        guard let known = summary.precision(share), known.halfWidth > 0 else { return nil }
        return [
          .text(plan.words(summary.outcome)), .name("p\(NumberFormat.exact(share * 100))"),
          cell(known.estimate), cell(ends.low), cell(ends.high),
          .count(known.more(for: known.halfWidth / 2), or: .notComputed),
        ]
      }
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      name: "precision", title: Bilingual("How sure these numbers are", "推定の精度"),
      columns: [
        nameColumn, TableColumn("quantile", Bilingual("Quantile", "分位点"), kind: .text),
        number("estimate", "Estimate", "推定値"), number("low", "95% from", "95%区間の下限"),
        number("high", "to", "上限"),
        TableColumn(
          "more_draws", Bilingual("Draws more to halve it", "幅を半分にする追加抽出数"),
          kind: .number(.count)),
      ], rows: rows, notes: [drawsNote])
  }

  // MARK: - Parts

  private static let shown = [0.05, 0.5, 0.95]

  private var nameColumn: TableColumn {
    TableColumn("outcome", Bilingual("Outcome", "結果"), kind: .text)
  }

  private func number(_ key: String, _ en: String, _ ja: String) -> TableColumn {
    TableColumn(key, Bilingual(en, ja), kind: .number(.percent))
  }

  private var quantileColumns: [TableColumn] {
    [
      number("p05", "5% below", "5%点"), number("p50", "Median", "中央値"),
      number("p95", "95% below", "95%点"),
    ]
  }

  private func cell(_ value: Double?) -> TableCell { .number(value, or: .notComputed) }

  private var drawsNote: Bilingual {
    Bilingual(
      "\(results.draws) draws (\(plan.samplingWords.en), seed \(plan.seed)); a negative loss is a gain.",
      "抽出\(results.draws)回（\(plan.samplingWords.ja)、種\(plan.seed)）。負の損失は増加を示す。")
  }
}
