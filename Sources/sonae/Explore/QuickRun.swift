import Commodities
import Diagnostics
import InputOutputTables
import Propagation
import Reporting
import RiskMetrics
import Scenarios

/// Runs a file's scenario as written once, without the income effect, ranges and variants, and keeps what of
/// the economy every such run needs: what follows a slider.
struct QuickRun: Sendable {
  private let economy: Economy
  private let commodities: [Commodity]
  private let prices: PriceBase

  init(_ table: InputOutputTable, commodities: [Commodity]) {
    economy = Economy(table)
    prices = PriceBase(table)
    self.commodities = commodities
  }

  /// The study of the scenario as written; throws what cannot be run, or that the task is cancelled.
  func study(of file: ScenarioFile) async throws -> RiskStudy {
    let scenario = file.decoded.base
    try Reach.refuse([(nil, scenario)], in: economy, commodities: commodities)
    let runner = BatchRunner(economy, commodities: commodities)
    let recorded = Accounts.bytes(of: economy, days: scenario.horizon, tracingLimits: true)
    let found = try await runner.runUnlessCancelled(
      [scenario], recorded: recorded, tracingLimits: true
    ) {
      QuickRecorder($0)
    } result: { recorder, batch, column, _ in
      let accounts = recorder.accounts.accounts(of: column, batch)
      let assessment = RiskAssessment(
        accounts, batch: batch, number: column, scenario: scenario, commodities: commodities,
        prices: prices)
      let reach = Reach(batch, column: column, of: scenario, commodities: commodities)
      return (
        result: ScenarioResult(
          variant: nil, scenario: scenario, assessment: assessment, uncomputed: reach.uncomputed,
          paths: DailyPaths(recorder.paths, accounts, batch: batch, column: column)),
        messages: Reach.distinct(reach.messages)
      )
    }
    let said = file.saying(found[0].messages, of: [scenario])
    return RiskStudy(
      results: [found[0].result], economy: economy, commodities: commodities,
      warnings: said.warnings, remarks: said.remarks)
  }
}

/// A run's accounts and its paths.
private struct QuickRecorder: Observer {
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
