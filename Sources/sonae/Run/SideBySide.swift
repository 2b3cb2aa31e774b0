import Diagnostics
import InputOutputTables
import Propagation
import Reporting
import RiskMetrics
import Scenarios

/// Runs of files of one economy, side by side in the same batches: their scenarios and variants, the ends of
/// ranges, responses one by one, and the twins with income effects.
struct SideBySide {
  /// What a run leaves.
  struct Found: Sendable {
    var trajectory: Trajectory?
    var assessment: RiskAssessment
    /// What the scenario reaches; nil: a second run, which reaches what its scenario does.
    var reach: Reach?
    var paths: DailyPaths?
    /// What of a draw's days is kept, [series][day].
    var kept: [[Double?]]?
  }

  /// The files.
  private let files: [ScenarioFile]
  /// Their economy.
  private let economy: Economy
  /// Scenarios and variants of all files, in their order, cut ones after each file's own.
  private let runs: [(name: String?, scenario: Scenario)]
  /// By file.
  private let ranges: [RangeRuns?]
  private let policies: [PolicyRuns?]
  private let draws: [RangeDraws?]
  /// Place of the first draw among all runs.
  private let firstDraw: Int
  private let twins: IncomeTwins

  /// Prepares the runs; throws what a scenario asks for and cannot be run on its economy.
  init(_ files: [ScenarioFile], isRanged: Bool, comparesPolicies: Bool) throws {
    self.files = files
    economy = Economy(files[0].table)
    runs = files.flatMap { $0.runs + $0.cutRuns }
    try Reach.refuse(runs, in: economy, commodities: files[0].commodities)
    ranges = files.map { file in
      isRanged ? RangeRuns(file.runs[0].scenario, commodities: file.commodities) : nil
    }
    policies = files.map { file in
      comparesPolicies || file.runs[0].scenario.report.tables.contains(.policy)
        ? PolicyRuns(file.runs[0].scenario, commodities: file.commodities) : nil
    }
    draws = try files.map { try RangeDraws($0) }
    let others =
      runs.map(\.scenario) + ranges.flatMap { $0?.scenarios ?? [] }
      + policies.flatMap { $0?.scenarios ?? [] }
    firstDraw = others.count
    twins = IncomeTwins(
      others + draws.flatMap { $0?.scenarios ?? [] }, commodities: files[0].commodities)
  }

  /// Runs all, income effects joined to their scenarios; throws that the task is cancelled.
  func played(
    keeping stockDays: Set<Int>?, drawing: Bool, _ options: Batching
  ) async throws -> [Found] {
    let runner = BatchRunner(
      economy, commodities: files[0].commodities, width: options.width, threads: options.threads)
    let prices = PriceBase(files[0].table)
    let every = try await runner.runUnlessCancelled(
      twins.scenarios, recorded: recorded(isKept: stockDays != nil), tracingLimits: true
    ) {
      RunRecorder($0, keeping: stockDays, drawing: drawing)
    } result: { recorder, batch, column, index in
      found(recorder, batch, column: column, index: index, prices)
    }
    return twins.joined(every, assessment: \.assessment)
  }

  private func found(
    _ recorder: RunRecorder, _ batch: CompiledBatch, column: Int, index: Int, _ prices: PriceBase
  ) -> Found {
    let accounts = recorder.accounts.accounts(of: column, batch)
    let isDraw = index >= firstDraw && index < firstDraw + drawCount
    let scenario = twins.scenarios[index]
    let reading = isDraw ? pathReading(of: index) : nil
    let paths = (index < runs.count || reading != nil ? recorder.paths : nil).map {
      DailyPaths($0, accounts, batch: batch, column: column)
    }
    let reach =
      index < runs.count || isDraw
      ? Reach(
        batch, column: column, of: scenario, named: isDraw ? nil : runs[index].name,
        commodities: files[0].commodities) : nil
    return Found(
      trajectory: recorder.trajectories?.trajectories[column],
      assessment: RiskAssessment(
        accounts, batch: batch, number: column, scenario: scenario,
        commodities: files[0].commodities, prices: prices),
      reach: reach, paths: index < runs.count ? paths : nil,
      kept: paths.flatMap { paths in
        reading?.values(paths, uncomputed: reach?.uncomputed ?? [])
      })
  }

  /// What is followed of a draw; nil unless it is of a file's scenario as written.
  private func pathReading(of index: Int) -> PathReading? {
    var start = firstDraw
    for draws in draws.compactMap(\.self) {
      if (start..<start + draws.draws).contains(index) { return draws.reading }
      start += draws.scenarios.count
    }
    return nil
  }

  private var drawCount: Int { draws.reduce(0) { $0 + ($1?.scenarios.count ?? 0) } }

  /// The draws' results of each file.
  private func drawn(of found: [Found]) -> [DrawnResults?] {
    var start = firstDraw
    return draws.map { draws in
      guard let draws else { return nil }
      defer { start += draws.scenarios.count }
      return draws.results(
        draws.scenarios.indices.map { index in
          ScenarioResult(
            variant: draws.variants[index], scenario: draws.scenarios[index],
            assessment: found[start + index].assessment,
            uncomputed: found[start + index].reach?.uncomputed ?? [])
        }, paths: (0..<draws.draws).compactMap { found[start + $0].kept })
    }
  }

  /// The study of each file.
  func studies(of found: [Found]) -> [StudyRunner] {
    let results = zip(found, runs).map { found, run in
      ScenarioResult(
        variant: run.name, scenario: run.scenario, assessment: found.assessment,
        uncomputed: found.reach?.uncomputed ?? [], paths: found.paths)
    }
    var start = 0
    var ends = found[runs.count...].map(\.assessment)[...]
    var measures = ends.dropFirst(ranges.reduce(0) { $0 + ($1?.scenarios.count ?? 0) })
    let drawn = drawn(of: found)
    return files.indices.map { index in
      let (file, ranged, policy) = (files[index], ranges[index], policies[index])
      let own = start..<start + file.runs.count + file.cutRuns.count
      start = own.upperBound
      let atEnds = Array(ends.prefix(ranged?.scenarios.count ?? 0))
      ends = ends.dropFirst(atEnds.count)
      let measured = Array(measures.prefix(policy?.scenarios.count ?? 0))
      measures = measures.dropFirst(measured.count)
      return StudyRunner(
        file, economy: economy, results: own.map { (found[$0].trajectory, results[$0]) },
        ranges: ranged?.ranges(atEnds, around: found[own.lowerBound].assessment) ?? [],
        policies: policy.map { ($0, measured) }, drawn: drawn[index],
        messages: Reach.distinct(own.flatMap { found[$0].reach?.messages ?? [] }))
    }
  }

  /// Bytes that are kept of a run.
  private func recorded(isKept: Bool) -> Int {
    let days = runs.map(\.scenario.horizon).max() ?? 1
    return Accounts.bytes(of: economy, days: days, tracingLimits: true)
      + (isKept ? Trajectory.bytes(of: economy, days: days) : 0)
  }
}

/// A run's accounts, and its trajectories and daily paths where they are asked for.
private struct RunRecorder: Observer {
  var accounts: AccountsRecorder
  var trajectories: TrajectoryRecorder?
  var paths: DailyPathsRecorder?

  init(_ batch: CompiledBatch, keeping stockDays: Set<Int>?, drawing: Bool) {
    accounts = AccountsRecorder(batch, tracingLimits: true)
    trajectories = stockDays.map { TrajectoryRecorder(batch, stockDays: $0) }
    paths = drawing ? DailyPathsRecorder(batch) : nil
  }

  mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    accounts.observe(moment, state: state, batch: batch)
    trajectories?.observe(moment, state: state, batch: batch)
    paths?.observe(moment, state: state, batch: batch)
  }
}
