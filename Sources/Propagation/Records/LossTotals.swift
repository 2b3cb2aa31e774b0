internal import InputOutputTables
internal import LinearAlgebra

/// Output lost by each scenario, Σ over days and nodes of x0 − x, money; nothing else is kept.
package struct LossTotals: Observer {
  /// Lost output, m.
  package private(set) var losses: [Double]

  /// Starts at nothing lost.
  package init(_ batch: CompiledBatch) {
    losses = [Double](repeating: 0, count: batch.width)
  }

  /// Adds a step.
  package mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    for (i, usual) in batch.economy.output.enumerated() {
      for k in losses.indices {
        losses[k] += (usual - state.output[i * losses.count + k]) * moment.share
      }
    }
  }
}
