import Diagnostics
import InputOutputTables
import Propagation
import Reporting
import RiskMetrics
import Scenarios

/// Runs files' scenarios and variants; those of one economy run side by side in batches.
struct StudyRunner {
  /// The economy in daily balance.
  let economy: Economy
  /// Trajectories of the runs, in their order; none unless they were asked for.
  let trajectories: [Trajectory]
  /// The results.
  let study: RiskStudy
  /// What the scenarios ask for and the economy has nothing of; the study says it too.
  let messages: [Diagnostic]

  /// One study for each file, in their order; `keeping`: whether trajectories are kept, and with
  /// inventories at the start of which days; `isRanged`: whether each file's scenario is run at the ends of
  /// its headline's assumptions as well, and drawn day by day; `comparesPolicies`: whether its responses are run one by one though
  /// its report does not ask for them. Throws what a scenario asks for and cannot be run on its economy.
  static func run(
    _ files: [ScenarioFile], keeping stockDays: Set<Int>? = nil, isRanged: Bool = false,
    comparesPolicies: Bool = false, _ options: Batching = Batching()
  ) async throws -> [StudyRunner] {
    let runners = try await onOwn(
      files, keeping: stockDays, isRanged: isRanged, comparesPolicies: comparesPolicies, options)
    var complete: [StudyRunner] = []
    for (file, runner) in zip(files, runners) {
      complete.append(
        file.economies.isEmpty ? runner : try await runner.beside(file.economies, options))
    }
    return complete
  }

  /// The studies of files on their own economies.
  private static func onOwn(
    _ files: [ScenarioFile], keeping stockDays: Set<Int>?, isRanged: Bool,
    comparesPolicies: Bool, _ options: Batching
  ) async throws -> [StudyRunner] {
    var runners = [StudyRunner?](repeating: nil, count: files.count)
    for group in groups(files.map(\.table.description.sha256)) {
      let found = try await together(
        group.map { files[$0] }, keeping: stockDays, isRanged: isRanged,
        comparesPolicies: comparesPolicies, options)
      for (index, runner) in zip(group, found) { runners[index] = runner }
    }
    return runners.compactMap(\.self)
  }

  /// Files of one economy.
  private static func together(
    _ files: [ScenarioFile], keeping stockDays: Set<Int>?, isRanged: Bool,
    comparesPolicies: Bool, _ options: Batching
  ) async throws -> [StudyRunner] {
    let economy = Economy(files[0].table)
    let prices = PriceBase(files[0].table)
    let runs = files.flatMap { $0.runs + $0.cutRuns }
    try Reach.refuse(runs, in: economy, commodities: files[0].commodities)
    let runner = BatchRunner(
      economy, commodities: files[0].commodities, width: options.width, threads: options.threads)
    let ranges = files.map { file in
      isRanged ? RangeRuns(file.runs[0].scenario, commodities: file.commodities) : nil
    }
    let policies = files.map { file in
      comparesPolicies || file.runs[0].scenario.report.tables.contains(.policy)
        ? PolicyRuns(file.runs[0].scenario, commodities: file.commodities) : nil
    }
    let twins = IncomeTwins(
      runs.map(\.scenario) + ranges.flatMap { $0?.scenarios ?? [] }
        + policies.flatMap { $0?.scenarios ?? [] },
      commodities: files[0].commodities)
    let every = await runner.run(
      twins.scenarios, recorded: recorded(economy, runs, isKept: stockDays != nil),
      tracingLimits: true
    ) {
      RunRecorder($0, keeping: stockDays, drawing: isRanged)
    } result: { recorder, batch, column, index in
      let trajectory = recorder.trajectories?.trajectories[column]
      let accounts = recorder.accounts.accounts(of: column, batch)
      let paths = index < runs.count ? recorder.paths : nil
      let assessment = RiskAssessment(
        accounts, batch: batch, number: column,
        scenario: twins.scenarios[index],
        commodities: files[0].commodities, prices: prices)
      // Second runs and ends of ranges reach what their scenario does.
      let reach =
        index < runs.count
        ? Reach(
          batch, column: column, of: runs[index].scenario, named: runs[index].name,
          commodities: files[0].commodities) : nil
      return (
        trajectory: trajectory, assessment: assessment, reach: reach,
        paths: paths.map { DailyPaths($0, accounts, batch: batch, column: column) }
      )
    }
    try Task.checkCancellation()
    let joined = twins.joined(every, assessment: \.assessment)
    let results = zip(joined, runs).map { found, run in
      (
        found.trajectory,
        ScenarioResult(
          variant: run.name, scenario: run.scenario, assessment: found.assessment,
          uncomputed: found.reach?.uncomputed ?? [], paths: found.paths),
        found.reach?.messages ?? []
      )
    }
    var start = 0
    var ends = joined[runs.count...].map(\.assessment)[...]
    var measures = ends.dropFirst(ranges.reduce(0) { $0 + ($1?.scenarios.count ?? 0) })
    return zip(files, zip(ranges, policies)).map { file, besides in
      let (ranged, policy) = besides
      let count = file.runs.count + file.cutRuns.count
      defer { start += count }
      let own = start..<start + count
      let atEnds = Array(ends.prefix(ranged?.scenarios.count ?? 0))
      ends = ends.dropFirst(atEnds.count)
      let measured = Array(measures.prefix(policy?.scenarios.count ?? 0))
      measures = measures.dropFirst(measured.count)
      return StudyRunner(
        file, economy: economy, results: results[own].map { ($0.0, $0.1) },
        ranges: ranged?.ranges(atEnds, around: results[own.lowerBound].1.assessment) ?? [],
        policies: policy.map { ($0, measured) },
        messages: Reach.distinct(results[own].flatMap(\.2)))
    }
  }

  private init(
    _ file: ScenarioFile, economy: Economy, results: [(Trajectory?, ScenarioResult)],
    ranges: [LossRange], policies: (runs: PolicyRuns, results: [RiskAssessment])?,
    messages: [Diagnostic]
  ) {
    let own = results.prefix(file.runs.count)
    self.economy = economy
    self.messages = messages
    trajectories = own.compactMap(\.0)
    let plain = RiskStudy(
      results: own.map(\.1), compared: results.suffix(file.runs.count).map(\.1),
      ranges: ranges, economy: economy, commodities: file.commodities,
      warnings: file.sentences(.warning)
        + ScenarioFile.sentences(messages.filter { $0.severity == .warning })
        + StabilityWording.sentences(file.runs.map(\.scenario.model), table: file.table),
      remarks: file.sentences(.note)
        + ScenarioFile.sentences(messages.filter { $0.severity == .note }))
    study = policies.map { plain.with($0.runs, $0.results) } ?? plain
  }

  /// A study with those on other economies beside it.
  init(_ runner: StudyRunner, _ economies: [EconomyStudy], _ warnings: [Bilingual]) {
    economy = runner.economy
    trajectories = runner.trajectories
    messages = runner.messages
    study = RiskStudy(
      results: runner.study.results, compared: runner.study.compared,
      ranges: runner.study.ranges, policies: runner.study.policies,
      economy: runner.study.economy,
      commodities: runner.study.commodities,
      warnings: runner.study.warnings + warnings, remarks: runner.study.remarks,
      economies: economies)
  }

  /// Bytes that are kept of a run.
  private static func recorded(
    _ economy: Economy, _ runs: [(name: String?, scenario: Scenario)], isKept: Bool
  ) -> Int {
    let days = runs.map(\.scenario.horizon).max() ?? 1
    return Accounts.bytes(of: economy, days: days, tracingLimits: true)
      + (isKept ? Trajectory.bytes(of: economy, days: days) : 0)
  }

  /// Indices of equal keys, in order of first appearance.
  private static func groups(_ keys: [String]) -> [[Int]] {
    var order: [String] = []
    var members: [String: [Int]] = [:]
    for (index, key) in keys.enumerated() {
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(index)
    }
    return order.compactMap { members[$0] }
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
