import Diagnostics
import Ensembles
import Quantities
import Reporting
import RiskMetrics
import Statistics

/// Charts of an ensemble.
enum EnsembleCharts {
  /// How likely losses are passed, between what the days of the first region lie, and which assumptions swing
  /// the loss, where they vary.
  static func all(_ results: EnsembleResults) -> [Chart] {
    [exceedance(results), tornado(results)].compactMap(\.self) + fans(results)
  }

  /// Output, and cover and price of at most three commodities; every series is in `paths.csv`.
  private static func fans(_ results: EnsembleResults) -> [Chart] {
    let plan = results.plan
    guard let first = plan.paths.first?.region else { return [] }
    let charts = zip(plan.paths, results.fans).filter { $0.0.region == first }.compactMap {
      series, quantiles in
      FanChart.chart(
        series, quantiles, days: plan.pathDays, start: plan.start.flatMap { CalendarDate($0) },
        place: plan.place(first), commodity: series.commodity.map { plan.commodity($0) },
        draws: results.draws, before: series.measure == .cover ? "days" : "ranges")
    }
    return Array(charts.prefix(7))
  }

  /// What the first region's loss of GDP becomes at both ends of each assumption, the widest first.
  private static func tornado(_ results: EnsembleResults) -> Chart? {
    let (plan, outcomes) = (results.plan, results.plan.outcomes)
    guard let first = outcomes.first?.region,
      let index = outcomes.firstIndex(where: {
        $0.region == first && $0.measure == .gdpLossShare
      }), let own = results.own(index)
    else { return nil }
    let swings = results.drivers(index).compactMap { driver in
      driver.low.flatMap { low in driver.high.map { (driver.variable, low: low, high: $0) } }
    }.filter { $0.low != $0.high }.sorted {
      (abs($1.high - $1.low), $0.0.path) < (abs($0.high - $0.low), $1.0.path)
    }.prefix(10)
    guard let widest = swings.first.map({ plan.words($0.0) }) else { return nil }
    let place = plan.place(first)
    return Chart(
      name: "tornado", before: "drivers",
      title: Bilingual(
        "What moves the loss most, \(place.en): \(widest.en)",
        "\(place.ja)：損失を最も左右する前提は\(widest.ja)"),
      subtitle: Bilingual(
        "% of GDP at the 5% and 95% points, the others as the file has them",
        "対GDP比（5%点と95%点、ほかの前提はファイルの値）"),
      axis: .ranges(
        swings.map { variable, _, _ in
          let (words, low, high) = (
            plan.words(variable), plan.end(variable.low), plan.end(variable.high)
          )
          return Bilingual(
            "\(words.en) (\(low.en) … \(high.en))", "\(words.ja)（\(low.ja)…\(high.ja)）")
        }, about: own),
      style: .percent,
      series: [
        Chart.Series(key: "low", name: Bilingual("Low end", "下端"), values: swings.map(\.low)),
        Chart.Series(key: "high", name: Bilingual("High end", "上端"), values: swings.map(\.high)),
      ])
  }

  /// How likely a loss is to be reached: bars at equal steps of probability read worse than a line, so
  /// losses stand at probabilities from 99% down to 1%.
  private static func exceedance(_ results: EnsembleResults) -> Chart? {
    let plan = results.plan
    guard let first = plan.outcomes.first?.region else { return nil }
    let shown = plan.outcomes.indices.filter {
      plan.outcomes[$0].region == first
        && [.gdpLossShare, .incomeLossShare].contains(plan.outcomes[$0].measure)
    }
    let summaries = shown.compactMap { results.summary($0) }.filter { $0.missing == 0 }
    guard !summaries.isEmpty else { return nil }
    let place = plan.place(first)
    let levels = [99, 95, 90, 75, 50, 25, 10, 5, 1]
    return Chart(
      name: "exceedance", before: "ranges",
      title: Bilingual(
        "\(place.en): losses and how likely they are reached", "\(place.ja)：損失とその超過確率"),
      subtitle: Bilingual(
        "% of GDP over \(plan.horizon) days, \(results.draws) draws",
        "対GDP比（\(plan.horizon)日間、抽出\(results.draws)回）"),
      axis: .categories(
        levels.map { Bilingual("reached in \($0)% of draws", "\($0)%の抽出でこれ以上") }),
      style: .percent,
      series: summaries.map { summary in
        Chart.Series(
          key: summary.outcome.measure.rawValue, name: summary.outcome.measure.words,
          values: levels.map { summary.sample.reached(by: Double($0) / 100) })
      })
  }
}
