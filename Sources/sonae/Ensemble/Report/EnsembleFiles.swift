import Diagnostics
import Ensembles
import Files
import Quantities
import Reporting
import RiskMetrics
import Statistics

/// The files that sum up an ensemble (INTERFACE.md section 6).
enum EnsembleFiles {
  /// Writes every file into the ensemble's folder; the same bytes however it was cut.
  static func write(
    _ results: EnsembleResults, to folder: BlockFolder, in language: Language
  ) throws {
    try folder.put(ParquetWriter.bytes(columns(results), rowsPerGroup: 4096), "draws.parquet")
    try folder.put(Array(quantiles(results).utf8), "quantiles.csv")
    try folder.put(Array(sensitivity(results).utf8), "sensitivity.csv")
    try folder.put(Array(paths(results).utf8), "paths.csv")
    let stored = StoredReport(EnsembleReport.report(results), in: [language])
    try ReportFiles(stored: stored, pictures: []).each { try folder.put($1, $0) }
  }

  /// Draws with values of the variables and outcomes.
  static func columns(_ results: EnsembleResults) -> [ParquetColumn] {
    let plan = results.plan
    return [ParquetColumn("draw", .integers(Array(0..<results.draws)))]
      + zip(plan.variables, results.drawn).map { ParquetColumn($0.path, .numbers($1)) }
      + plan.outcomes.indices.map {
        ParquetColumn(plan.outcomes[$0].name, .numbers(results.draws($0)))
      }
  }

  static func quantiles(_ results: EnsembleResults) -> String {
    let header = [
      "outcome", "n", "mean", "standard_error", "p05", "p25", "p50", "p75", "p95",
      "expected_shortfall_95", "missing", "p05_low", "p05_high", "p50_low", "p50_high", "p95_low",
      "p95_high",
    ]
    let rows = results.plan.outcomes.indices.map { index -> [String] in
      let name = csvField(results.plan.outcomes[index].name)
      guard let summary = results.summary(index) else {
        return [name, "0"] + [String](repeating: "", count: 8) + ["\(results.draws)"]
          + [String](repeating: "", count: 6)
      }
      let ends = [0.05, 0.5, 0.95].flatMap { share in
        let interval = summary.interval(share)
        return [interval.low, interval.high]
      }
      let numbers =
        [summary.mean?.mean, summary.mean?.standardError]
        + OutcomeSummary.shares.map { summary.quantile($0) } + [summary.expectedShortfall]
      return [name, "\(summary.count)"] + numbers.map(field) + ["\(summary.missing)"]
        + ends.map(field)
    }
    return lines([header] + rows)
  }

  /// Quantiles of every kept series, day by day.
  static func paths(_ results: EnsembleResults) -> String {
    let plan = results.plan
    let header = ["series", "day", "n", "p05", "p25", "p50", "p75", "p95"]
    let rows = zip(plan.paths, results.fans).flatMap { series, fan in
      plan.pathDays.enumerated().map { index, day -> [String] in
        [csvField(series.name), "\(day)", "\(fan.counts[index])"]
          + fan.values.map { field($0[index]) }
      }
    }
    return lines([header] + rows)
  }

  static func sensitivity(_ results: EnsembleResults) -> String {
    let header = [
      "outcome", "variable", "first_order", "total_order", "standard_error", "swing_low",
      "swing_high", "total_order_standard_error", "rank_correlation", "morris_mu_star",
      "morris_mu_star_half_width", "morris_mu", "morris_sigma",
      "shapley_effect", "shapley_effect_standard_error",
    ]
    let rows = results.plan.outcomes.indices.flatMap { index in
      let effects = results.elementaryEffects(index)
      let shares = results.shapleyEffects(index)
      return results.drivers(index).enumerated().map { number, driver -> [String] in
        let effect = effects.indices.contains(number) ? effects[number] : nil
        let share = shares.indices.contains(number) ? shares[number] : nil
        return [csvField(results.plan.outcomes[index].name), csvField(driver.variable.path)]
          + [
            driver.index?.first.value, driver.index?.total.value,
            driver.index?.first.standardError, driver.low, driver.high,
            driver.index?.total.standardError, driver.rankCorrelation, effect?.meanSize,
            effect?.halfWidth, effect?.mean, effect?.deviation,
            share?.share, share?.standardError,
          ].map(field)
      }
    }
    return lines([header] + rows)
  }

  private static func field(_ value: Double?) -> String { value.map(NumberFormat.exact) ?? "" }

  private static func lines(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: ",") + "\n" }.joined()
  }
}
