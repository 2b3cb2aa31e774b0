package import Commodities
package import InputOutputTables
package import Scenarios

/// Runs many scenarios on one economy: batches side by side in each step, several at a time.
package struct BatchRunner: Sendable {
  /// The economy that all share.
  package let economy: Economy
  /// Catalogue of overlay commodities.
  package let commodities: [Commodity]
  /// Scenarios a batch; nil: what suits the economy and this machine.
  package let width: Int?
  /// Batches that run at the same time; nil: one for each processor. Where there are half as many batches or
  /// fewer, each adds up its orders on a second thread.
  package let threads: Int?

  /// Makes a runner.
  package init(
    _ economy: Economy, commodities: [Commodity], width: Int? = nil, threads: Int? = nil
  ) {
    self.economy = economy
    self.commodities = commodities
    self.width = width
    self.threads = threads
  }

  /// Runs every scenario to its horizon; results in the order of the scenarios.
  ///
  /// `observer` is made for each batch; `result` reads it for each of the batch's columns once the
  /// batch has run. `recorded`: bytes that an observer keeps for each scenario.
  package func run<O: Observer & SendableMetatype, Result: Sendable>(
    _ scenarios: [Scenario], recorded: Int = 0, tracingLimits: Bool,
    observer: @escaping @Sendable (CompiledBatch) -> O,
    result: @escaping @Sendable (O, CompiledBatch, _ column: Int, _ scenario: Int) -> Result
  ) async -> [Result] {
    await results(scenarios, recorded, tracingLimits, observer, result) { false }
  }

  /// The same for a task that another may overtake; throws once it is cancelled, within a day of the model.
  package func runUnlessCancelled<O: Observer & SendableMetatype, Result: Sendable>(
    _ scenarios: [Scenario], recorded: Int = 0, tracingLimits: Bool,
    observer: @escaping @Sendable (CompiledBatch) -> O,
    result: @escaping @Sendable (O, CompiledBatch, _ column: Int, _ scenario: Int) -> Result
  ) async throws(CancellationError) -> [Result] {
    let found = await results(scenarios, recorded, tracingLimits, observer, result) {
      Task.isCancelled
    }
    guard found.count == scenarios.count else { throw CancellationError() }
    return found
  }

  /// The results of every batch that ended before it was to stop.
  private func results<O: Observer & SendableMetatype, Result: Sendable>(
    _ scenarios: [Scenario], _ recorded: Int, _ tracingLimits: Bool,
    _ observer: @escaping @Sendable (CompiledBatch) -> O,
    _ result: @escaping @Sendable (O, CompiledBatch, Int, Int) -> Result,
    stops: @escaping @Sendable () -> Bool
  ) async -> [Result] {
    let width = width ?? BatchPlan.width(for: economy, recorded: recorded)
    let plan = BatchPlan(scenarios, width: width).batches
    let packed = PackedShares(economy, for: plan)
    let threads = threads ?? Machine.current.processors
    let found = await inParallel(plan.count, threads: threads) { number -> [Result] in
      if stops() { return [] }
      let columns = plan[number].columns
      let batch = CompiledBatch(
        economy, columns.map { scenarios[$0] }, commodities: commodities, packed: packed)
      var watch = observer(batch)
      var simulation = Simulation(
        batch, tracingLimits: tracingLimits, hasSecondThread: threads >= 2 * plan.count)
      guard simulation.run(&watch, unless: stops) else { return [] }
      return (0..<plan[number].used).map { result(watch, batch, $0, columns[$0]) }
    }
    var results = [Result?](repeating: nil, count: scenarios.count)
    for (batch, values) in zip(plan, found) {
      for (index, value) in zip(batch.columns, values) { results[index] = value }
    }
    return results.compactMap { $0 }
  }
}
