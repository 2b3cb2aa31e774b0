import Diagnostics
import Ensembles
import Quantities
import Reporting
import Statistics

/// Charts of an ensemble.
enum EnsembleCharts {
  /// The exceedance curve of the first region's losses, where they vary.
  static func all(_ results: EnsembleResults) -> [Chart] {
    [exceedance(results)].compactMap(\.self)
  }

  /// How likely a loss is to be passed: bars at equal steps of probability read worse than a line, so
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
    let levels = [99, 95, 90, 75, 50, 25, 10, 5, 1]
    return Chart(
      name: "exceedance",
      title: Bilingual("\(first): losses and how likely they are passed", "\(first)：損失とその超過確率"),
      subtitle: Bilingual(
        "% of GDP over \(plan.horizon) days, \(results.draws) draws",
        "対GDP比（\(plan.horizon)日間、抽出\(results.draws)回）"),
      axis: .categories(
        levels.map { Bilingual("passed in \($0)% of draws", "\($0)%の抽出で超過") }),
      style: .percent,
      series: summaries.map { summary in
        Chart.Series(
          key: summary.outcome.measure.rawValue, name: summary.outcome.measure.words,
          values: levels.map { summary.quantile(1 - Double($0) / 100) })
      })
  }
}
