package import Commodities
package import InputOutputTables
internal import Propagation
internal import RiskMetrics
package import Scenarios

/// The whole job of a sweep, timed against the bare kernel of the same batches in the same minute.
///
/// The whole job compiles, steps, keeps accounts, finds prices and assesses. The kernel steps the same
/// models without shocks, commodities and observer: dense work that no scenario can do without.
package struct ScenarioBenchmark: Sendable {
  /// The economy that all share.
  package let economy: Economy
  /// The scenarios, all different.
  package let scenarios: [Scenario]
  /// Catalogue of overlay commodities.
  package let commodities: [Commodity]
  /// Batches that run at the same time.
  package let threads: Int
  /// Scenarios a batch; nil: the engine's own choice.
  package let width: Int?

  /// Makes a benchmark of at least one scenario.
  package init(
    _ economy: Economy, _ scenarios: [Scenario], commodities: [Commodity], threads: Int,
    width: Int?
  ) {
    self.economy = economy
    self.scenarios = scenarios
    self.commodities = commodities
    self.threads = threads
    self.width = width
  }

  /// Seconds of a batch, and the scenario-steps that it took them for.
  private struct Timed: Sendable {
    var whole = 0.0
    var kernel = 0.0
    var steps = 0
    var loss = 0.0
  }

  /// Runs everything and returns the figures, in the order in which they are shown.
  package func run() async -> [Measured] {
    let chosen = width ?? BatchPlan.width(for: economy)
    let plan = BatchPlan(scenarios, width: chosen).batches
    let packed = PackedShares(economy, for: plan)
    let prices = PriceBase(economy.table)
    // What is made once for all, such as the factored price model, is not part of any scenario.
    _ = job(BatchPlan([scenarios[0]], width: 1).batches[0], packed, prices)
    Footprint.resetPeak()
    let before = Footprint.resident
    _ = job(plan[0], packed, prices)
    let memory = (Footprint.peak - before) / Double(plan[0].columns.count)
    let found = await inParallel(plan.count, threads: threads) { number in
      time(plan[number], packed, prices)
    }
    let steps = Double(found.reduce(0) { $0 + $1.steps })
    let whole = found.reduce(0) { $0 + $1.whole } / steps
    let kernel = found.reduce(0) { $0 + $1.kernel } / steps
    return [
      Measured("nodes", Double(economy.nodeCount)),
      Measured("products", Double(economy.productCount)),
      Measured("batch", Double(scenarios.count)),
      Measured("block_width", Double(plan[0].columns.count)),
      Measured("days", Double(scenarios[0].horizon)), Measured("threads", Double(threads)),
      Measured("whole_job_seconds_per_scenario_step", whole),
      Measured("kernel_seconds_per_scenario_step", kernel),
      Measured("whole_job_ratio", whole / kernel), Measured("mb_per_scenario", memory),
      Measured("loss", found.reduce(0) { $0 + $1.loss }),
    ]
  }

  /// Half of the kernel, the job, the other half: a machine that slows down slows both.
  private func time(
    _ batch: BatchPlan.Batch, _ packed: PackedShares?, _ prices: PriceBase
  ) -> Timed {
    let clock = ContinuousClock()
    var timed = Timed()
    let bare = batch.columns.map { scenarios[$0].withoutEntries }
    let compiled = CompiledBatch(economy, bare, commodities: commodities, packed: packed)
    var simulation = Simulation(compiled, tracingLimits: false)
    var nothing = Unwatched()
    func step(_ days: Int) -> Double {
      clock.measure { for _ in 0..<days { simulation.advance(&nothing) } } / .seconds(1)
    }
    let half = compiled.horizon / 2
    timed.kernel += step(half)
    timed.whole = clock.measure { timed.loss = job(batch, packed, prices) } / .seconds(1)
    timed.kernel += step(compiled.horizon - half)
    // Padding is work of both, and no scenario's.
    timed.steps = batch.used * compiled.horizon * compiled.stepsPerDay
    return timed
  }

  /// All that a sweep does with a batch; the shares of output lost, added up.
  private func job(
    _ batch: BatchPlan.Batch, _ packed: PackedShares?, _ prices: PriceBase
  ) -> Double {
    let compiled = CompiledBatch(
      economy, batch.columns.map { scenarios[$0] }, commodities: commodities, packed: packed)
    var recorder = AccountsRecorder(compiled, tracingLimits: false)
    var simulation = Simulation(compiled, tracingLimits: false)
    simulation.run(&recorder)
    return (0..<batch.used).reduce(0) { sum, column in
      let assessment = RiskAssessment(
        recorder.accounts(of: column, compiled), batch: compiled, number: column,
        scenario: scenarios[batch.columns[column]], commodities: commodities, prices: prices)
      return sum + assessment.worldOutputLossShare
    }
  }
}

/// Watches nothing.
private struct Unwatched: Observer {
  func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {}
}

extension Scenario {
  /// The same model and days, with nothing that happens.
  fileprivate var withoutEntries: Scenario {
    Scenario(
      title: title, titleJa: titleJa, economy: economy, start: start, horizon: horizon,
      model: model, levers: [], report: report)
  }
}
