import Diagnostics
import InputOutputTables
import Propagation
import Reporting
import RiskMetrics
import Scenarios

/// Runs a file's scenario and variants, those that share conventions side by side.
struct StudyRunner {
  /// The economy in daily balance.
  let economy: Economy
  /// Trajectories of the runs, in their order.
  private(set) var trajectories: [Trajectory] = []
  /// The results.
  private(set) var study: RiskStudy

  init(_ file: ScenarioFile, stockDays: Set<Int> = []) {
    let economy = Economy(file.table)
    let runs = file.runs
    var results = [ScenarioResult?](repeating: nil, count: runs.count)
    var trajectories = [Trajectory?](repeating: nil, count: runs.count)
    for group in StudyRunner.groups(runs.map(\.scenario)) {
      let batch = CompiledBatch(
        economy, group.map { runs[$0].scenario }, commodities: file.commodities)
      var recorder = TrajectoryRecorder(batch, stockDays: stockDays)
      var simulation = Simulation(batch)
      simulation.run(&recorder)
      for (number, index) in group.enumerated() {
        let scenario = runs[index].scenario
        let trajectory = recorder.trajectories[number]
        trajectories[index] = trajectory
        results[index] = ScenarioResult(
          variant: runs[index].name, scenario: scenario,
          assessment: RiskAssessment(
            trajectory, batch: batch, number: number, scenario: scenario,
            commodities: file.commodities))
      }
    }
    self.economy = economy
    self.trajectories = trajectories.compactMap(\.self)
    study = RiskStudy(
      results: results.compactMap(\.self), economy: economy, commodities: file.commodities,
      warnings: StabilityWording.sentences(file.decoded.base.model, table: file.table))
  }

  /// Indices of scenarios that can run as one batch, in order of first appearance.
  private static func groups(_ scenarios: [Scenario]) -> [[Int]] {
    var groups: [(key: BatchKey, members: [Int])] = []
    for (index, scenario) in scenarios.enumerated() {
      let key = BatchKey(
        conventions: Conventions(scenario.model), horizon: scenario.horizon)
      if let known = groups.firstIndex(where: { $0.key == key }) {
        groups[known].members.append(index)
      } else {
        groups.append((key, [index]))
      }
    }
    return groups.map(\.members)
  }
}

/// What scenarios must share to run as one batch here: a trajectory ends with its own horizon.
private struct BatchKey: Hashable {
  let conventions: Conventions
  let horizon: Int
}
