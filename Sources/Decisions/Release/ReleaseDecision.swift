internal import Scenarios

/// The best plan of a release found for cases with probabilities, and how far from the best it can be.
package struct ReleaseDecision: Sendable {
  /// A plan that was played on the full model in every case.
  package struct Played: Sendable {
    /// The plan; nil: no release.
    package let plan: ReleasePlan?
    /// Losses over the horizon's GDP, by case.
    package let losses: [Double]
    /// Losses in the table's money, by case.
    package let money: [Double]
    /// Σ probability·loss.
    package let expected: Double
  }

  /// Plans played, the best first; equals in the order in which they were thought of.
  package let plans: [Played]
  /// Without the release.
  package let without: Played
  /// As the file has it.
  package let asWritten: Played
  /// What the chain alone says.
  package let programme: ReleaseProgramme
  /// How long the chain can wait, by what is left in store.
  package let byState: ReleaseByState
  /// By case, the least loss of any plan played and of the whole volume in users' tanks on the first day.
  package let leastByCase: [Double]
  /// Expected money saved by a share more of the volume, of the rate, and by a day more of users' stock.
  package let worth: Worth
  /// Scenarios played.
  package let runs: Int
  /// Whether output collapses or swings in any run.
  package let isDoubtful: Bool

  /// What a little more is worth with the best plan, on the full model, expected, money of the table.
  package struct Worth: Sendable, Hashable {
    /// For a unit of volume, from 5% more.
    package let perVolume: Double
    /// For a unit a day of rate, from 10% more; nil where the best plan has no rate.
    package let perRate: Double?
    /// For a day of use in users' tanks.
    package let perStockDay: Double
    /// For a unit a day more of ways around each chokepoint that a case closes.
    package let bypasses: [BypassWorth]
  }

  /// The best plan played.
  package var best: Played { plans[0] }
  /// No plan that was played, and none whose cases are known in advance, loses less.
  package let bound: Double
  /// What the best plan loses more than that.
  package var gap: Double { best.expected - bound }
}

extension ReleaseDecision {
  /// Finds a plan; nil where the region has no GDP. Throws what the solver says.
  package static func find(
    _ task: ReleaseTask, over cases: [DecisionCase], region: Int, on model: FullModel,
    progress: (Int) -> Void = { _ in }
  ) async throws(LinearProgrammeFault) -> ReleaseDecision? {
    var search = ReleaseSearch(task, cases, region: region, model: model)
    let shortages = await search.shortages()
    let programme = try search.programme(shortages)
    let proposals =
      ReleasePlan.grid(for: task, horizon: cases[0].scenario.horizon)
      + [ReleasePlan(programme, for: task)].compactMap(\.self)
    guard await search.play(proposals) else { return nil }
    progress(search.runs)
    for step in [2, 1] {
      guard let best = search.best.plan else { break }
      guard await search.play(best.neighbours(step: step, task)) else { return nil }
      progress(search.runs)
    }
    let byState = ReleaseByState(
      shortages, probabilities: cases.map(\.probability), volume: task.volume,
      rate: task.totalRate, earliest: task.earliest)
    let bypasses = try await search.bypasses(programme)
    return await search.decision(
      programme, byState, bypasses, use: shortages.map(\.use).max() ?? 0)
  }
}

extension ReleaseTask {
  /// Highest rate of all holders together; nil: none.
  package var totalRate: Double? { release.rate.map { $0 * Double(holders.count) } }
}

extension ReleasePlan {
  /// Days after the earliest on which plans may start.
  private static let starts = [0, 7, 15, 30, 45, 60, 90, 120, 150]
  /// Shares of the highest rate.
  private static let rates = [1, 0.7, 0.5, 0.3, 0.15]

  /// Plans of one rate from a day on, and those that give a part first and the rest later.
  static func grid(for task: ReleaseTask, horizon: Int) -> [ReleasePlan] {
    let days = starts.map { task.earliest + $0 }.filter { $0 < horizon }
    let rates = task.rates(Self.rates)
    let single = days.flatMap { day in rates.map { ReleasePlan(from: day, rate: $0) } }
    let double = days.dropFirst(3).flatMap { day in
      [0.25, 0.5, 0.75].map { share in
        ReleasePlan([
          Stage(from: task.earliest, rate: rates[0], share: share),
          Stage(from: day, rate: rates[0], share: 1 - share),
        ])
      }
    }
    return single + double
  }

  /// What the chain's programme gives, neighbouring periods of a like rate as one stage; nil if nothing.
  init?(_ programme: ReleaseProgramme, for task: ReleaseTask) {
    let total = programme.given.reduce(0, +)
    guard total > 1e-9 else { return nil }
    var stages: [(from: Int, given: Double, periods: Int)] = []
    for (number, share) in programme.given.enumerated() where share > 1e-6 {
      let day = max(task.earliest, number * programme.period)
      if let last = stages.last, last.from + last.periods * programme.period >= day,
        abs(last.given / Double(last.periods) - share) < 0.2 * share
      {
        stages[stages.count - 1].given += share
        stages[stages.count - 1].periods += 1
      } else {
        stages.append((day, share, 1))
      }
    }
    let volume = task.volume / Double(task.holders.count)
    self.init(
      stages.prefix(12).map { stage in
        let rate = stage.given * volume / Double(stage.periods * programme.period)
        return Stage(
          from: stage.from, rate: min(rate, task.release.rate ?? rate), share: stage.given / total)
      })
  }

  /// Plans around one: first days and rates a little up and down.
  func neighbours(step: Int, _ task: ReleaseTask) -> [ReleasePlan] {
    var found: [ReleasePlan] = []
    for (index, stage) in stages.enumerated() {
      for days in [-3 * step, 3 * step] {
        found.append(
          with(
            Stage(
              from: max(task.earliest, stage.from + days), rate: stage.rate, share: stage.share),
            at: index))
      }
      for factor in [1 - 0.1 * Double(step), 1 + 0.1 * Double(step)] {
        guard let rate = stage.rate else { continue }
        let changed = min(rate * factor, task.release.rate ?? .infinity)
        found.append(
          with(Stage(from: stage.from, rate: changed, share: stage.share), at: index))
      }
    }
    return found
  }

  private func with(_ stage: Stage, at index: Int) -> ReleasePlan {
    var other = stages
    other[index] = stage
    return ReleasePlan(other.sorted { $0.from < $1.from })
  }

  /// The same plan at other rates.
  func scaled(rate: Double) -> ReleasePlan {
    ReleasePlan(
      stages.map { Stage(from: $0.from, rate: $0.rate.map { $0 * rate }, share: $0.share) })
  }
}

extension ReleaseTask {
  /// Rates of each holder: shares of the highest; where there is none, as much as is short, and the volume
  /// over 30 days in those shares.
  fileprivate func rates(_ shares: [Double]) -> [Double?] {
    let most = release.rate ?? volume / Double(holders.count) / 30
    let rates = shares.map { Optional($0 * most) }
    return release.rate == nil ? [nil] + rates : rates
  }
}
