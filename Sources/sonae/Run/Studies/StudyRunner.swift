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

  /// A file's results, those of its own days first.
  init(
    _ file: ScenarioFile, economy: Economy, results: [(Trajectory?, ScenarioResult)],
    ranges: [LossRange], policies: (runs: PolicyRuns, results: [RiskAssessment])?,
    drawn: DrawnResults?, messages: [Diagnostic]
  ) {
    let own = results.prefix(file.runs.count)
    // What a case alone leaves unused another may draw on.
    let isWhole = file.runs.count == file.decoded.variants.count + 1
    let unused = isWhole ? UnusedStocks.messages(own.map { $0.1 }, file.commodities) : []
    let messages = messages + unused
    self.economy = economy
    self.messages = messages
    trajectories = own.compactMap { $0.0 }
    let said = file.saying(messages, of: file.runs.map { $0.scenario })
    let plain = RiskStudy(
      results: own.map { $0.1 }, compared: results.suffix(file.runs.count).map { $0.1 },
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
}
