import Diagnostics
import InputOutputTables
import Propagation
import Reporting
import RiskMetrics
import Scenarios

/// A study whose runs go on some days at a time, so that whoever asks may stop or do other work between.
final class StudyInParts {
  private let runs: SideBySide
  private let batches: [BatchPlan.Batch]
  private let packed: PackedShares?
  private var found: [SideBySide.Found?]
  private var part: Part?
  /// Batches that have ended.
  private var ended = 0

  /// Prepares the runs, `width` of them in the same step.
  init(_ runs: SideBySide, width: Int) {
    self.runs = runs
    batches = BatchPlan(runs.scenarios, width: width).batches
    packed = PackedShares(runs.economy, for: batches)
    found = [SideBySide.Found?](repeating: nil, count: runs.scenarios.count)
  }

  /// The part of all batches' days that is done, below 1 until the last of them has ended.
  var share: Double {
    (Double(ended) + (part?.share ?? 0)) / Double(max(1, batches.count))
  }

  /// Goes on for a day of the model; false once all have come to their horizon.
  func goOn() -> Bool {
    guard ended < batches.count else { return false }
    if part == nil { part = start(batches[ended]) }
    guard part?.goOn() == true else { return true }
    for column in 0..<batches[ended].used {
      let index = batches[ended].columns[column]
      found[index] = part?.found(column: column, index: index, of: runs)
    }
    part = nil
    ended += 1
    return ended < batches.count
  }

  /// The study of the first file; nil before all runs have come to their horizon.
  var study: RiskStudy? {
    let every = found.compactMap { $0 }
    guard every.count == found.count else { return nil }
    return runs.studies(of: runs.joined(every)).first?.study
  }

  private func start(_ columns: BatchPlan.Batch) -> Part {
    Part(
      CompiledBatch(
        runs.economy, columns.columns.map { runs.scenarios[$0] },
        commodities: runs.files[0].commodities, packed: packed))
  }

  /// A batch under way.
  private struct Part: ~Copyable {
    private let batch: CompiledBatch
    private var recorder: RunRecorder
    private var simulation: Simulation
    private var day = 0

    init(_ batch: CompiledBatch) {
      self.batch = batch
      recorder = RunRecorder(batch, drawing: true)
      simulation = Simulation(
        batch, tracingLimits: true, hasSecondThread: Machine.current.processors > 1)
    }

    /// The part of its days that is done.
    var share: Double { Double(day) / Double(batch.horizon) }

    /// Goes on for a day; whether that was the last.
    mutating func goOn() -> Bool {
      simulation.advance(&recorder)
      day += 1
      return day == batch.horizon
    }

    /// What a run has left.
    func found(column: Int, index: Int, of runs: SideBySide) -> SideBySide.Found {
      runs.found(recorder, batch, column: column, index: index)
    }
  }
}
