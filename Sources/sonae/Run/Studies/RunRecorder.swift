import Propagation
import RiskMetrics

/// A run's accounts, and its trajectories and daily paths where they are asked for.
struct RunRecorder: Observer {
  var accounts: AccountsRecorder
  var trajectories: TrajectoryRecorder?
  var paths: DailyPathsRecorder?

  init(_ batch: CompiledBatch, keeping stockDays: Set<Int>? = nil, drawing: Bool) {
    accounts = AccountsRecorder(batch, tracingLimits: true)
    trajectories = stockDays.map { TrajectoryRecorder(batch, stockDays: $0) }
    paths = drawing ? DailyPathsRecorder(batch) : nil
  }

  mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    accounts.observe(moment, state: state, batch: batch)
    trajectories?.observe(moment, state: state, batch: batch)
    paths?.observe(moment, state: state, batch: batch)
  }
}
