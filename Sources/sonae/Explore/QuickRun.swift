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

  /// The study of the scenario as written; throws what cannot be run. Nil where it was to stop, which is
  /// asked once a day of the model.
  func study(of file: ScenarioFile, unless stops: () -> Bool) throws(DiagnosticList) -> RiskStudy? {
    let scenario = file.decoded.base
    try Reach.refuse([(nil, scenario)], in: economy, commodities: commodities)
    let plan = BatchPlan([scenario], width: 1).batches
    let batch = CompiledBatch(
      economy, [scenario], commodities: commodities, packed: PackedShares(economy, for: plan))
    var recorder = QuickRecorder(batch)
    var simulation = Simulation(batch, tracingLimits: true)
    guard simulation.run(&recorder, unless: stops) else { return nil }
    let accounts = recorder.accounts.accounts(of: 0, batch)
    let assessment = RiskAssessment(
      accounts, batch: batch, number: 0, scenario: scenario, commodities: commodities,
      prices: prices)
    let reach = Reach(batch, column: 0, of: scenario, commodities: commodities)
    let said = file.saying(Reach.distinct(reach.messages), of: [scenario])
    let result = ScenarioResult(
      variant: nil, scenario: scenario, assessment: assessment, uncomputed: reach.uncomputed,
      paths: DailyPaths(recorder.paths, accounts, batch: batch, column: 0))
    return RiskStudy(
      results: [result], economy: economy, commodities: commodities, warnings: said.warnings,
      remarks: said.remarks)
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
