import Diagnostics
import InputOutputTables
import Propagation
import Reporting
import RiskMetrics
import ScenarioText
import Scenarios

/// A grid of scenarios around one file, and what each costs.
struct Sweep {
  /// What varies; the last axis runs fastest.
  let axes: [SweepAxis]
  /// One study a point of the grid, in order.
  let studies: [RiskStudy]
  /// The regions shown.
  let shown: [Int]
  /// What the reader should know: of the file, of points, and of what the axes do to shares.
  let warnings: [Diagnostic]

  /// Runs every point of the grid, those that can in the same batches.
  init(_ file: ScenarioFile, _ grid: SweepGrid, _ options: Batching) async throws {
    let (scenarios, names) = (grid.scenarios, grid.names)
    let economy = Economy(file.table)
    let commodities = file.commodities
    try Reach.refuse(Array(zip(names, scenarios)), in: economy, commodities: commodities)
    let prices = PriceBase(file.table)
    let runner = BatchRunner(
      economy, commodities: commodities, width: options.width, threads: options.threads)
    let recorded = Accounts.bytes(
      of: economy, days: scenarios.map(\.horizon).max() ?? 1, tracingLimits: false)
    let twins = IncomeTwins(scenarios, commodities: commodities)
    let every = await runner.run(twins.scenarios, recorded: recorded, tracingLimits: false) {
      AccountsRecorder($0, tracingLimits: false)
    } result: { recorder, batch, column, index in
      // Second runs reach what their scenario does.
      let reach =
        index < scenarios.count
        ? Reach(
          batch, column: column, of: scenarios[index], named: names[index],
          commodities: commodities) : nil
      let assessment = RiskAssessment(
        recorder.accounts(of: column, batch), batch: batch, number: column,
        scenario: twins.scenarios[index], commodities: commodities, prices: prices)
      return (assessment: assessment, reach: reach)
    }
    let whole = twins.joined(every) { $0.assessment.addIncome($1.assessment) }
    let results = zip(whole, scenarios).map {
      found, scenario in
      (
        result: ScenarioResult(
          variant: nil, scenario: scenario, assessment: found.assessment,
          uncomputed: found.reach?.uncomputed ?? []), messages: found.reach?.messages ?? []
      )
    }
    axes = grid.axes
    studies = results.map {
      RiskStudy(results: [$0.result], economy: economy, commodities: commodities, warnings: [])
    }
    shown = studies[0].shownRegions
    // What holds for the file's own values may hold at no point.
    warnings =
      (file.standing + file.ofOneEconomy).filter { $0.severity == .warning } + grid.remarks
      + Sweep.few(Reach.distinct(results.flatMap(\.messages)).filter { $0.severity == .warning })
      + Sweep.horizons(scenarios)
  }

  /// Messages with a place, and of those about single points a handful and the number of the rest.
  private static func few(_ messages: [Diagnostic]) -> [Diagnostic] {
    let points = messages.filter { $0.place == nil }
    let rest = points.count - 5
    return messages.filter { $0.place != nil } + points.prefix(5)
      + (rest > 0 ? [Diagnostic(.warning, RunProblem.morePoints(rest))] : [])
  }

  private static func horizons(_ scenarios: [Scenario]) -> [Diagnostic] {
    let days = scenarios.map(\.horizon)
    guard let shortest = days.min(), let longest = days.max(), shortest < longest else {
      return []
    }
    return [
      Diagnostic(.warning, RunProblem.ownHorizons(shortest: shortest, longest: longest))
    ]
  }

  /// Whether any run shows collapse or oscillation.
  var isDoubtful: Bool { studies.contains { !$0.base.assessment.signs.isEmpty } }
}
