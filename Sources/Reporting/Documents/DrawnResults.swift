package import RiskMetrics
package import Statistics

/// Results of a scenario and its variants over the same draws of what is not known: common random numbers.
package struct DrawnResults: Sendable {
  /// Seed of the draws.
  package let seed: Int
  /// Results of the scenario as written by draw, over each draw's own days; at least one.
  package let own: [ScenarioResult]
  /// Results of each case, the scenario as written first, by draw, over the days that all cases have.
  package let compared: [[ScenarioResult]]

  /// What is followed day by day of the scenario as written, and between what it lies; empty where it is not
  /// kept.
  package let fans: [(series: PathSeries, quantiles: PathQuantiles)]
  /// The days of those.
  package let fanDays: [Int]

  /// Makes results of draws; `paths`: numbers of the draws of the scenario as written, [draw][series][day].
  package init(
    seed: Int, own: [ScenarioResult], compared: [[ScenarioResult]],
    reading: PathReading? = nil, paths: [[[Double?]]] = []
  ) {
    precondition(!own.isEmpty, "DrawnResults: no draws")
    precondition(
      compared.allSatisfy { $0.count == own.count }, "DrawnResults: cases of other draws")
    self.seed = seed
    self.own = own
    self.compared = compared
    let days = reading?.days ?? []
    fanDays = days
    fans =
      paths.isEmpty
      ? []
      : (reading?.series ?? []).enumerated().map { index, series in
        (series, PathQuantiles(days.indices.map { day in paths.map { $0[index][day] } }))
      }
  }

  /// Number of draws.
  package var count: Int { own.count }

  /// Shares of the draws that lie below the ends of a range.
  package static let shares = (low: 0.05, high: 0.95)
}
