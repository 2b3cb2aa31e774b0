internal import InputOutputTables
internal import LinearAlgebra
internal import Propagation
internal import Scenarios

/// Many different scenarios on a made-up economy, timed against what the machine can do.
///
/// Every scenario has its own losses and a ban of its own, drawn with seed 1, and leaves every
/// product short on every day; no result is known beforehand and none is shared between scenarios.
package struct BatchBenchmark: Sendable {
  /// Regions of the table.
  package let regions: Int
  /// Sectors of the table.
  package let sectors: Int
  /// Number of scenarios.
  package let scenarios: Int
  /// Days that are timed.
  package let days: Int
  /// Batches that run at the same time.
  package let threads: Int
  /// Rules of the model, and with them the number of matrix products a step.
  package let rules: BenchmarkRules
  /// Scenarios a batch; nil: the engine's own choice.
  package let width: Int?
  /// Counts allocations; nil: they are not measured.
  package let counter: AllocationCounter?

  /// Makes a benchmark; counts must be positive.
  package init(
    regions: Int, sectors: Int, scenarios: Int, days: Int, threads: Int,
    rules: BenchmarkRules, width: Int? = nil, counter: AllocationCounter? = nil
  ) {
    self.regions = regions
    self.sectors = sectors
    self.scenarios = scenarios
    self.days = days
    self.threads = threads
    self.rules = rules
    self.width = width
    self.counter = counter
  }

  /// Days that warm the caches before the clock starts; they count in losses, not in times.
  static let warmUp = 2

  /// Runs everything and returns the figures, in the order in which they are shown.
  package func run() async -> [Measured] {
    let before = await MachineRate.dgemm(threads: threads)
    Footprint.resetPeak()
    let economy = Economy(syntheticTable(regions: regions, sectors: sectors))
    let packed = PackedShares.isFast ? PackedShares(economy) : nil
    Footprint.resetPeak()
    let table = Footprint.resident
    let draws = ScenarioDraws(economy: economy, days: days + Self.warmUp, rules: rules)
    let all = (0..<scenarios).map { draws.scenario($0) }
    let width = width ?? BatchPlan.width(for: economy)
    let batched = await together(economy, all, width: width, packed: packed)
    let peak = Footprint.peak
    let alone = await one(economy, all)
    let triad = MachineRate.triad()
    let after = await MachineRate.dgemm(threads: threads)
    let dgemm = max(before, after)
    let n = Double(economy.nodeCount)
    let perStep = Double(2 * rules.products) * n * n
    let rate = perStep / batched.seconds / 1e9
    let read = 2 * 8 * n * n / alone.seconds / 1e9
    let allocations =
      counter.map { counter in
        [
          Measured("allocations_per_step", batched.allocations),
          Measured("allocation_control", Double(Measurement.allocationControl(counter))),
        ]
      } ?? []
    let worst = zip(batched.losses, alone.losses).map { abs($0 - $1) / abs($1) }.max() ?? 0
    return [
      Measured("nodes", n), Measured("products", Double(economy.productCount)),
      Measured("batch", Double(scenarios)), Measured("block_width", Double(batched.width)),
      Measured("days", Double(days)), Measured("threads", Double(threads)),
      Measured("seconds_per_scenario_step", batched.seconds),
      Measured("single_seconds_per_step", alone.seconds),
      Measured("dgemm_gflops", dgemm), Measured("share_of_dgemm", rate / dgemm),
      Measured("triad_gbps", triad), Measured("share_of_triad", read / triad),
    ] + allocations + [
      Measured("peak_mb", peak), Measured("table_mb", table),
      Measured("mb_per_scenario", (peak - table) / Double(min(scenarios, batched.width * threads))),
      Measured("least_products_short", Double(alone.leastShort)),
      Measured("loss", batched.losses.reduce(0, +)),
      Measured("checksum", batched.losses.reduce(0, +)),
      Measured("checksum_of_single_runs", alone.losses.reduce(0, +)),
      Measured("largest_relative_difference", worst),
    ]
  }

  /// What batches gave: seconds a scenario and step, allocations a step, losses.
  private struct Batched {
    var width: Int
    var seconds: Double
    var allocations: Double
    var losses: [Double]
  }

  /// Runs all batches, `threads` at a time; the clock of each runs only while it steps.
  private func together(
    _ economy: Economy, _ all: [Scenario], width: Int, packed: PackedShares?
  ) async -> Batched {
    let plan = BatchPlan(all, width: width).batches
    let days = days
    let counter = counter
    let runs = await inParallel(
      plan.count, threads: threads
    ) { number -> (seconds: Double, allocations: Int, losses: [Double]) in
      let batch = CompiledBatch(
        economy, plan[number].columns.map { all[$0] }, commodities: [], packed: packed)
      var simulation = Simulation(batch, tracingLimits: false)
      var recorder = AccountsRecorder(batch, tracingLimits: false)
      for _ in 0..<Self.warmUp { simulation.advance(&recorder) }
      let before = counter?() ?? 0
      let time = ContinuousClock().measure { for _ in 0..<days { simulation.advance(&recorder) } }
      let allocated = (counter?() ?? 0) - before
      let losses = (0..<batch.width).map {
        recorder.accounts(of: $0, batch).outputLoss.reduce(0, +)
      }
      return (time / .seconds(1), allocated, losses)
    }
    var losses = [Double](repeating: 0, count: all.count)
    for (batch, run) in zip(plan, runs) {
      for (index, loss) in zip(batch.columns.prefix(batch.used), run.losses) {
        losses[index] = loss
      }
    }
    // Threads at work on average: batches run in rounds, and the last may leave threads idle.
    let rounds = (plan.count + threads - 1) / threads
    let atWork = Double(plan.count) / Double(rounds)
    let seconds = runs.reduce(0) { $0 + $1.seconds }
    let allocations = runs.reduce(0) { $0 + $1.allocations }
    return Batched(
      width: plan[0].columns.count,
      seconds: seconds / (atWork * Double(all.count * days)),
      allocations: Double(allocations) / Double(days * plan.count), losses: losses)
  }

  /// What single runs gave; the first is timed while nothing else runs.
  private struct Alone: Sendable {
    var seconds = 0.0
    var leastShort = Int.max
    var losses: [Double] = []
  }

  private func one(_ economy: Economy, _ all: [Scenario]) async -> Alone {
    var alone = Alone()
    let runner = BatchRunner(economy, commodities: [], width: 1, threads: threads)
    let found = await runner.run(all, tracingLimits: false) {
      ShortageWatch($0)
    } result: { watch, _, _, _ in
      (watch.totals.losses[0], watch.leastShort)
    }
    alone.losses = found.map(\.0)
    alone.leastShort = found.map(\.1).min() ?? 0
    let batch = CompiledBatch(economy, [all[0]], commodities: [])
    var simulation = Simulation(batch, tracingLimits: false)
    var totals = LossTotals(batch)
    for _ in 0..<Self.warmUp { simulation.advance(&totals) }
    let time = ContinuousClock().measure { for _ in 0..<days { simulation.advance(&totals) } }
    alone.seconds = time / .seconds(1) / Double(days)
    return alone
  }
}

/// Losses of a single run, and the fewest products that were short on any day.
private struct ShortageWatch: Observer {
  var totals: LossTotals
  var leastShort = Int.max

  init(_ batch: CompiledBatch) { totals = LossTotals(batch) }

  mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    totals.observe(moment, state: state, batch: batch)
    let economy = batch.economy
    var short = 0
    for p in 0..<economy.productCount {
      var isShort = false
      for i in economy.suppliers(of: p) where state.deliveredShare[i] < 1 { isShort = true }
      if isShort { short += 1 }
    }
    leastShort = min(leastShort, short)
  }
}
