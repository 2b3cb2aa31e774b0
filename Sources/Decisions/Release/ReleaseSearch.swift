internal import Scenarios

/// Plays plans of a release in every case, each plan once.
struct ReleaseSearch {
  private let task: ReleaseTask
  private let cases: [DecisionCase]
  private let region: Int
  private let model: FullModel
  private var played: [ReleasePlan: ReleaseDecision.Played] = [:]
  private var order: [ReleasePlan] = []
  private var isDoubtful = false
  /// Scenarios played.
  private(set) var runs = 0

  init(_ task: ReleaseTask, _ cases: [DecisionCase], region: Int, model: FullModel) {
    (self.task, self.cases, self.region, self.model) = (task, cases, region, model)
  }

  /// What the holders are short of in each case without the release, and with ways around a chokepoint that
  /// carry more.
  mutating func shortages(_ trial: WideningTrial? = nil) async -> [Shortage] {
    let (commodity, codes) = (task.release.commodity, Set(task.holders.map(\.holder.code)))
    runs += cases.count
    let without = cases.map { task.scenario($0.scenario, nil) }
    return await model.watch(trial.map { without.map($0.scenario) } ?? without) {
      ShortageRecorder($0, commodity: commodity, codes: codes)
    } result: { recorder, _, column, _ in
      recorder.shortage(of: column)
    }
  }

  /// Plays the plans that were not played yet; false where the region has no GDP.
  mutating func play(_ plans: [ReleasePlan]) async -> Bool {
    var seen: Set<ReleasePlan> = []
    let new = plans.filter { played[$0] == nil && seen.insert($0).inserted }
    let task = task
    let found = await results(new.map { plan in { task.scenario($0, plan) } })
    guard let found else { return false }
    for (plan, result) in zip(new, found) {
      played[plan] = .init(plan: plan, result, cases)
      order.append(plan)
    }
    return true
  }

  /// The best plan so far; equal losses go to the plan that was thought of first.
  var best: ReleaseDecision.Played { ranked[0] }

  private var ranked: [ReleaseDecision.Played] {
    let plans = order.compactMap { played[$0] }
    return plans.indices.sorted {
      (plans[$0].expected, $0) < (plans[$1].expected, $1)
    }.map { plans[$0] }
  }

  /// Results of variations of every case, [variation][case]; nil where the region has no GDP.
  private mutating func results(
    _ variations: [(Scenario) -> Scenario]
  ) async -> [[(loss: Double, money: Double)]]? {
    let scenarios = variations.flatMap { vary in cases.map { vary($0.scenario) } }
    let found = await model.play(scenarios)
    runs += found.count
    isDoubtful = isDoubtful || found.contains(where: \.isDoubtful)
    var results: [(loss: Double, money: Double)] = []
    for run in found {
      guard let loss = run.lossShares[region] else { return nil }
      results.append((loss, run.losses[region]))
    }
    return variations.indices.map {
      Array(results[$0 * cases.count..<($0 + 1) * cases.count])
    }
  }

  /// The chain's programme over shortages.
  func programme(_ shortages: [Shortage]) throws(LinearProgrammeFault) -> ReleaseProgramme {
    try ReleaseProgramme(
      shortages, probabilities: cases.map(\.probability), volume: task.volume,
      rate: task.totalRate, earliest: task.earliest)
  }

  /// What more ways around each closed chokepoint are worth beside the best plan; nothing where the region
  /// has no GDP.
  mutating func bypasses(
    _ programme: ReleaseProgramme
  ) async throws(LinearProgrammeFault) -> [BypassWorth] {
    let (task, cases, best) = (task, cases, best)
    let trials = WideningTrial.all(cases, commodity: task.release.commodity, model.commodities)
    let found = await results(
      trials.map { trial in { trial.scenario(task.scenario($0, best.plan)) } })
    guard let found else { return [] }
    var worth: [BypassWorth] = []
    for (trial, results) in zip(trials, found) {
      let wider = try self.programme(await shortages(trial))
      worth.append(
        BypassWorth(
          chokepoint: trial.chokepoint, saved: saved(by: results, over: best) / trial.rate,
          unmet: (programme.unmet - wider.unmet) / trial.rate))
    }
    return worth
  }

  /// What a variation of every case loses less than a plan, expected, money of the table.
  private func saved(
    by results: [(loss: Double, money: Double)], over plan: ReleaseDecision.Played
  ) -> Double {
    zip(cases, zip(plan.money, results)).reduce(0) {
      $0 + $1.0.probability * ($1.1.0 - $1.1.1.money)
    }
  }

  /// Measures what surrounds the best plan; nil where the region has no GDP.
  mutating func decision(
    _ programme: ReleaseProgramme, _ byState: ReleaseByState, _ bypasses: [BypassWorth],
    use: Double
  ) async -> ReleaseDecision? {
    let plans = ranked
    guard let plan = plans[0].plan else { return nil }
    let (task, cases, commodity) = (task, cases, task.release.commodity)
    let tank = task.volume / max(use, 1e-300)
    let stock = { (days: Double) -> [any Lever] in
      task.holders.map { Stockpile(commodity: commodity, holder: $0.holder, days: days) }
    }
    let found = await results([
      { task.scenario($0, nil) }, { $0 }, { task.scenario($0, nil, also: stock(tank)) },
      { task.scenario($0, plan, scale: 1.05) },
      { task.scenario($0, plan.scaled(rate: 1.1)) },
      { task.scenario($0, plan, also: stock(1)) },
    ])
    guard let found else { return nil }
    let rate = plan.stages[0].rate.map { $0 * Double(task.holders.count) }
    let least = cases.indices.map { number in
      min(plans.map { $0.losses[number] }.min() ?? .infinity, found[2][number].loss)
    }
    return ReleaseDecision(
      plans: plans, without: .init(plan: nil, found[0], cases),
      asWritten: .init(plan: nil, found[1], cases), programme: programme, byState: byState,
      leastByCase: least,
      worth: .init(
        perVolume: saved(by: found[3], over: plans[0]) / (0.05 * task.volume),
        perRate: rate.map { saved(by: found[4], over: plans[0]) / (0.1 * $0) },
        perStockDay: saved(by: found[5], over: plans[0]), bypasses: bypasses), runs: runs,
      isDoubtful: isDoubtful,
      bound: zip(cases, least).reduce(0) { $0 + $1.0.probability * $1.1 })
  }
}

extension ReleaseDecision.Played {
  init(plan: ReleasePlan?, _ results: [(loss: Double, money: Double)], _ cases: [DecisionCase]) {
    self.plan = plan
    losses = results.map(\.loss)
    money = results.map(\.money)
    expected = zip(cases, results).reduce(0) { $0 + $1.0.probability * $1.1.loss }
  }
}
