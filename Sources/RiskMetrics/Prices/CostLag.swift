/// How much of a cost consumer prices show as time goes on: CPI += Δt/τ_p·(CPI* − CPI), the day's own cost
/// counted (LEVERS.md G).
///
/// CPI* is linear in costs, so that a lag of the prices is the same lag of each cost. Costs are means of a
/// day, whatever the run's step, so that Δt is a day.
struct CostLag {
  /// Part of the way that prices go in a day.
  private let part: Double

  /// `days`: τ_p; up to a day, prices show costs on the day.
  init(days: Double) { part = days > 1 ? 1 / days : 1 }

  /// What prices show of a cost by day, mean of all days.
  func shown(_ cost: [Double]) -> Double {
    var level = 0.0
    var sum = 0.0
    for cost in cost {
      level = part < 1 ? level + (cost - level) * part : cost
      sum += level
    }
    return cost.isEmpty ? 0 : sum / Double(cost.count)
  }
}
