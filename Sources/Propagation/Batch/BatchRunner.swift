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
  /// Batches that run at the same time; nil: one for each processor.
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
  /// batch has run. `recorded`: bytes that an observer keeps for each scenario. A cancelled task gets no
  /// results of what it has not finished: who may be cancelled asks before reading them.
  package func run<O: Observer & SendableMetatype, Result: Sendable>(
    _ scenarios: [Scenario], recorded: Int = 0, tracingLimits: Bool,
    observer: @escaping @Sendable (CompiledBatch) -> O,
    result: @escaping @Sendable (O, CompiledBatch, _ column: Int, _ scenario: Int) -> Result
  ) async -> [Result] {
    let width = width ?? BatchPlan.width(for: economy, recorded: recorded)
    let plan = BatchPlan(scenarios, width: width).batches
    let packed = PackedShares(economy, for: plan)
    let found = await inParallel(
      plan.count, threads: threads ?? Machine.current.processors
    ) { number -> [Result] in
      if Task.isCancelled { return [] }
      let columns = plan[number].columns
      let batch = CompiledBatch(
        economy, columns.map { scenarios[$0] }, commodities: commodities, packed: packed)
      var watch = observer(batch)
      var simulation = Simulation(batch, tracingLimits: tracingLimits)
      simulation.run(&watch)
      if Task.isCancelled { return [] }
      return (0..<plan[number].used).map { result(watch, batch, $0, columns[$0]) }
    }
    var results = [Result?](repeating: nil, count: scenarios.count)
    for (batch, values) in zip(plan, found) {
      for (index, value) in zip(batch.columns, values) { results[index] = value }
    }
    return results.compactMap(\.self)
  }
}
