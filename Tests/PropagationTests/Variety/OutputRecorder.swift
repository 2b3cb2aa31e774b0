import InputOutputTables
import LinearAlgebra
import Propagation
import Scenarios

/// Keeps the daily output alone, [scenario][day][node] in the economy's order: less work than trajectories.
struct OutputRecorder: Observer {
  private(set) var output: [[Double]]
  private let nodes: Int

  init(_ batch: CompiledBatch) {
    nodes = batch.economy.nodeCount
    output = [[Double]](
      repeating: [Double](repeating: 0, count: nodes * batch.horizon), count: batch.width)
  }

  mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    for k in output.indices {
      for i in 0..<nodes {
        output[k][moment.day * nodes + i] += state.output[i * batch.width + k] * moment.share
      }
    }
  }

  /// Daily output of scenarios run as one batch.
  static func run(_ economy: Economy, _ scenarios: [Scenario]) -> [[Double]] {
    let batch = CompiledBatch(economy, scenarios, commodities: [])
    var recorder = OutputRecorder(batch)
    var simulation = Simulation(batch, tracingLimits: false)
    simulation.run(&recorder)
    return recorder.output
  }
}
