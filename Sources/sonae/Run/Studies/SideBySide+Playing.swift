import Propagation
import Scenarios

extension SideBySide {
  /// Runs all, income effects joined to their scenarios; throws that the task is cancelled.
  func played(
    keeping stockDays: Set<Int>?, drawing: Bool, _ options: Batching
  ) async throws -> [Found] {
    let runner = BatchRunner(
      economy, commodities: files[0].commodities, width: options.width, threads: options.threads)
    return joined(
      try await runner.runUnlessCancelled(
        scenarios, recorded: recorded(isKept: stockDays != nil), tracingLimits: true
      ) {
        RunRecorder($0, keeping: stockDays, drawing: drawing)
      } result: { recorder, batch, column, index in
        found(recorder, batch, column: column, index: index)
      })
  }

  /// Bytes that are kept of a run.
  private func recorded(isKept: Bool) -> Int {
    let days = runs.map(\.scenario.horizon).max() ?? 1
    return Accounts.bytes(of: economy, days: days, tracingLimits: true)
      + (isKept ? Trajectory.bytes(of: economy, days: days) : 0)
  }
}
