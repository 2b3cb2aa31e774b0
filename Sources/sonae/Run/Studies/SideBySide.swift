import Diagnostics
import InputOutputTables
import Propagation
import Reporting
import RiskMetrics
import Scenarios

/// Runs of files of one economy, side by side in the same batches: their scenarios and variants, the ends of
/// ranges, responses one by one, and the twins with income effects.
struct SideBySide: Sendable {
  /// What of a file is run.
  struct Extent: Sendable {
    /// Whether its scenario runs at the ends of its headline's assumptions as well, and day by day.
    var isRanged = false
    /// Whether its responses run one by one though its report does not ask.
    var comparesPolicies = false
    /// Whether volumes and prices alone are wanted: no income effects, no responses one by one.
    var isPlain = false
  }

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
  let files: [ScenarioFile]
  /// Their economy.
  let economy: Economy
  private let prices: PriceBase
  /// Scenarios and variants of all files, in their order, cut ones after each file's own.
  let runs: [(name: String?, scenario: Scenario)]
  /// By file.
  private let ranges: [RangeRuns?]
  private let policies: [PolicyRuns?]
  private let draws: [RangeDraws?]
  /// Place of the first draw among all runs.
  private let firstDraw: Int
  private let twins: IncomeTwins

  /// Prepares the runs on the files' economy; throws what a scenario asks for and cannot be run there.
  ///
  /// `draws`: those of each file that run beside it.
  init(
    _ files: [ScenarioFile], draws: [RangeDraws?], on economy: Economy, prices: PriceBase,
    _ extent: Extent
  ) throws(DiagnosticList) {
    self.files = files
    self.economy = economy
    self.prices = prices
    self.draws = draws
    runs = files.flatMap { $0.runs + $0.cutRuns }
    let commodities = files[0].commodities
    try Reach.refuse(runs, in: economy, commodities: commodities)
    ranges = files.map { file in
      extent.isRanged ? RangeRuns(file.runs[0].scenario, commodities: commodities) : nil
    }
    policies = files.map { file in
      let base = file.runs[0].scenario
      let isWanted = extent.comparesPolicies || base.report.tables.contains(.policy)
      return isWanted && !extent.isPlain ? PolicyRuns(base, commodities: commodities) : nil
    }
    let others =
      runs.map { $0.scenario } + ranges.flatMap { $0?.scenarios ?? [] }
      + policies.flatMap { $0?.scenarios ?? [] }
    firstDraw = others.count
    let all = others + draws.flatMap { $0?.scenarios ?? [] }
    twins =
      extent.isPlain ? IncomeTwins(alone: all) : IncomeTwins(all, commodities: commodities)
  }

  /// Everything that runs.
  var scenarios: [Scenario] { twins.scenarios }

  /// What every run left, in their order, with income effects joined to their scenarios.
  func joined(_ every: [Found]) -> [Found] {
    twins.joined(every) { $0.assessment.addIncome($1.assessment) }
  }

  /// What a recorder has of a run; `index`: its place among the scenarios.
  func found(
    _ recorder: RunRecorder, _ batch: CompiledBatch, column: Int, index: Int
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
    for draws in draws.compactMap({ $0 }) {
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
    var ends = found[runs.count...].map { $0.assessment }[...]
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
}
