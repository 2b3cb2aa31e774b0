internal import InputOutputTables

/// Output lost by each scenario, Σ over days and nodes of x0 − x, money; nothing else is kept.
package struct LossTotals: Observer {
  /// Lost output, m.
  package private(set) var losses: [Double]

  /// Starts at nothing lost.
  package init(_ batch: CompiledBatch) {
    losses = [Double](repeating: 0, count: batch.width)
  }

  /// Adds a day.
  package mutating func observe(day: Int, state: borrowing State, batch: CompiledBatch) {
    addLoss(&losses, baseline: batch.economy.output, output: state.output)
  }
}

private func addLoss(_ losses: inout [Double], baseline: [Double], output: [Double]) {
  let baseline = baseline.span
  let output = output.span
  var losses = losses.mutableSpan
  let m = losses.count
  for i in baseline.indices {
    for k in 0..<m { losses[k] += baseline[i] - output[i * m + k] }
  }
}
