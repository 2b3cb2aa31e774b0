import Commodities
import Diagnostics
import InputOutputTables
import Propagation
import Reporting
import RiskMetrics
import Scenarios

/// Runs scenarios of one economy with their daily paths, and keeps what of the economy every run needs.
struct CaseRuns: Sendable {
  /// One scenario's result.
  struct Case: Sendable {
    /// Name of the variant; nil of the scenario as written.
    let name: String?
    /// What it costs; its income effect is not computed.
    let result: ScenarioResult
    let paths: DailyPaths
    /// What it asks for and the economy has nothing of.
    let messages: [Diagnostic]
  }

  let economy: Economy
  private let commodities: [Commodity]
  private let prices: PriceBase

  init(_ table: InputOutputTable, commodities: [Commodity]) {
    economy = Economy(table)
    prices = PriceBase(table)
    self.commodities = commodities
  }

  /// Runs some scenarios of a file, each once; throws what cannot be run, or that the task is cancelled.
  func run(_ runs: [(name: String?, scenario: Scenario)]) async throws -> [Case] {
    try Reach.refuse(runs, in: economy, commodities: commodities)
    let scenarios = runs.map(\.scenario)
    let runner = BatchRunner(economy, commodities: commodities)
    let days = scenarios.map(\.horizon).max() ?? 1
    let recorded = Accounts.bytes(of: economy, days: days, tracingLimits: true)
    let found = await runner.run(scenarios, recorded: recorded, tracingLimits: true) {
      CaseRecorder($0)
    } result: { recorder, batch, column, index in
      let accounts = recorder.accounts.accounts(of: column, batch)
      let scenario = scenarios[index]
      let assessment = RiskAssessment(
        accounts, batch: batch, number: column, scenario: scenario, commodities: commodities,
        prices: prices)
      let reach = Reach(
        batch, column: column, of: scenario, named: runs[index].name, commodities: commodities)
      return Case(
        name: runs[index].name,
        result: ScenarioResult(
          variant: runs[index].name, scenario: scenario, assessment: assessment,
          uncomputed: reach.uncomputed),
        paths: DailyPaths(recorder.paths, accounts, batch: batch, column: column),
        messages: reach.messages)
    }
    try Task.checkCancellation()
    return found
  }

  /// A study of the scenario as written alone.
  func study(_ one: Case, of file: ScenarioFile) -> RiskStudy {
    let messages = Reach.distinct(one.messages)
    return RiskStudy(
      results: [one.result], economy: economy, commodities: commodities,
      warnings: file.sentences(.warning)
        + ScenarioFile.sentences(messages.filter { $0.severity == .warning })
        + StabilityWording.sentences([one.result.scenario.model], table: economy.table),
      remarks: file.sentences(.note)
        + ScenarioFile.sentences(messages.filter { $0.severity == .note }))
  }
}

/// A run's accounts and its paths.
private struct CaseRecorder: Observer {
  var accounts: AccountsRecorder
  var paths: DailyPathsRecorder

  init(_ batch: CompiledBatch) {
    accounts = AccountsRecorder(batch, tracingLimits: true)
    paths = DailyPathsRecorder(batch)
  }

  mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    accounts.observe(moment, state: state, batch: batch)
    paths.observe(moment, state: state, batch: batch)
  }
}
