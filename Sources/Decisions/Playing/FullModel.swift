package import Commodities
package import InputOutputTables
package import Propagation
internal import RiskMetrics
package import Scenarios

/// The full model of one economy: what decisions are tried on.
package struct FullModel: Sendable {
  /// The economy.
  package let economy: Economy
  /// Catalogue of overlay commodities.
  package let commodities: [Commodity]
  private let prices: PriceBase
  private let runner: BatchRunner

  /// Makes a model; `width` and `threads` as `BatchRunner` takes them.
  package init(
    _ economy: Economy, commodities: [Commodity], width: Int? = nil, threads: Int? = nil
  ) {
    self.economy = economy
    self.commodities = commodities
    prices = PriceBase(economy.table)
    runner = BatchRunner(economy, commodities: commodities, width: width, threads: threads)
  }

  /// Plays scenarios side by side; results in their order. Losses are of volumes: the income effect that a
  /// report shows beside them is left out, as in the table `policy`.
  package func play(_ scenarios: [Scenario]) async -> [PlayedRun] {
    let plain = scenarios.map(\.ofVolumes)
    let (prices, commodities) = (prices, commodities)
    return await runner.run(plain, tracingLimits: false) {
      AccountsRecorder($0, tracingLimits: false)
    } result: { recorder, batch, column, index in
      PlayedRun(
        RiskAssessment(
          recorder.accounts(of: column, batch), batch: batch, number: column,
          scenario: plain[index], commodities: commodities, prices: prices))
    }
  }

  /// Watches scenarios side by side with an observer of one's own.
  func watch<O: Observer & SendableMetatype, Result: Sendable>(
    _ scenarios: [Scenario], observer: @escaping @Sendable (CompiledBatch) -> O,
    result: @escaping @Sendable (O, CompiledBatch, _ column: Int, _ scenario: Int) -> Result
  ) async -> [Result] {
    await runner.run(
      scenarios.map(\.ofVolumes), tracingLimits: false, observer: observer, result: result)
  }
}

extension Scenario {
  /// The same without the second run that shows the income effect beside the volumes.
  fileprivate var ofVolumes: Scenario {
    guard model.income.show == .beside else { return self }
    var model = model
    model.income.show = .off
    return with(model)
  }

  /// The same with some of its levers alone, by index; changes of the world before always stay.
  func with(entries: Set<Int>) -> Scenario {
    with(
      levers.enumerated().filter { $1.list == .baseline || entries.contains($0) }.map(\.element))
  }

  /// The same with other responses.
  func with(responses: [LeverEntry]) -> Scenario {
    with(levers.filter { $0.list != .responses } + responses)
  }
}

/// What decisions need to know of a run.
package struct PlayedRun: Sendable {
  /// Value added lost over the horizon's GDP by region; nil if a region has none.
  package let lossShares: [Double?]
  /// Value added lost by region, money of the table.
  package let losses: [Double]
  /// What levers cost whom.
  package let ledger: [LedgerLine]
  /// Whether output collapses or swings, so that the loss is not to be trusted.
  package let isDoubtful: Bool

  init(_ assessment: RiskAssessment) {
    lossShares = assessment.regions.map(\.valueAddedLossShare)
    losses = assessment.regions.map(\.valueAddedLoss)
    ledger = assessment.ledger
    isDoubtful = !assessment.signs.isEmpty
  }
}
