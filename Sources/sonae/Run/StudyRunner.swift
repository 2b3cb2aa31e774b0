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

  /// One study for each file, in their order; throws what a scenario asks for and cannot be run on its
  /// economy, and that the task is cancelled.
  ///
  /// `keeping`: whether trajectories are kept, and with inventories at the start of which days; `isRanged`:
  /// whether each file's scenario is run at the ends of its headline's assumptions as well, and drawn day by
  /// day; `comparesPolicies`: whether its responses are run one by one though its report does not ask.
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
    let runs = try SideBySide(files, isRanged: isRanged, comparesPolicies: comparesPolicies)
    return runs.studies(
      of: try await runs.played(keeping: stockDays, drawing: isRanged, options))
  }

  /// A file's results, those of its own days first.
  init(
    _ file: ScenarioFile, economy: Economy, results: [(Trajectory?, ScenarioResult)],
    ranges: [LossRange], policies: (runs: PolicyRuns, results: [RiskAssessment])?,
    drawn: DrawnResults?,
    messages: [Diagnostic]
  ) {
    let own = results.prefix(file.runs.count)
    self.economy = economy
    self.messages = messages
    trajectories = own.compactMap(\.0)
    let said = file.saying(messages, of: file.runs.map(\.scenario))
    let plain = RiskStudy(
      results: own.map(\.1), compared: results.suffix(file.runs.count).map(\.1),
      ranges: ranges, drawn: drawn, economy: economy, commodities: file.commodities,
      warnings: said.warnings, remarks: said.remarks)
    study = policies.map { plain.with($0.runs, $0.results) } ?? plain
  }

  /// A study with those on other economies beside it.
  init(_ runner: StudyRunner, _ economies: [EconomyStudy], _ warnings: [Bilingual]) {
    economy = runner.economy
    trajectories = runner.trajectories
    messages = runner.messages
    study = RiskStudy(
      results: runner.study.results, compared: runner.study.compared,
      ranges: runner.study.ranges, drawn: runner.study.drawn, policies: runner.study.policies,
      economy: runner.study.economy,
      commodities: runner.study.commodities,
      warnings: runner.study.warnings + warnings, remarks: runner.study.remarks,
      economies: economies)
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
