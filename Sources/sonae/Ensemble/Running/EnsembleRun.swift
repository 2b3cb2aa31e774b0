import ArgumentParser
import Diagnostics
import Ensembles
import Files
import Foundation
import Quantities
import RiskMetrics

/// Does the blocks of an ensemble, those that are not done yet.
struct EnsembleRun {
  let evaluation: EnsembleEvaluation
  let folder: BlockFolder?
  let shard: Shard

  private var plan: EnsemblePlan { evaluation.request.plan }

  /// Does this shard's blocks; the results where it is the only one, else nil.
  ///
  /// Ends with the exit code that says "resume" after the block under way, if it is asked to.
  func results() async throws -> EnsembleResults? {
    let blocks = EnsembleBlock.all(of: plan)
    let own = blocks.enumerated().filter { shard.does($0.offset) }.map(\.element)
    var results = EnsembleResults(plan)
    var progress = EnsembleProgress(runs: own.reduce(0) { $0 + $1.rows.count })
    var paths = plan.drawnPaths(in: folder?.path ?? NSTemporaryDirectory())
    var isDrawn = false
    for block in own {
      if block.part == .draws, isDrawn { continue }
      let tables: BlockFolder.Tables
      if let known = folder?.tables(block) {
        tables = known
        progress.skip(block.rows.count)
      } else {
        if StopRequest.isThere { throw stopped() }
        tables = try await evaluation.tables(block)
        try folder?.write(block, tables)
        progress.done(block.rows.count)
      }
      guard shard.count == 1 else { continue }
      results.add(block.part, tables.runs)
      if let days = tables.paths { try paths.add(days) }
      isDrawn = isDrawn || results.isPreciseEnough
    }
    guard shard.count == 1 else { return nil }
    results.fans = try paths.quantiles()
    return results
  }

  private func stopped() -> any Error {
    Terminal.note(
      folder == nil
        ? "stopped: nothing is kept without --output"
        : "stopped after a whole block: run the same command with --resume")
    return ExitCode(StopRequest.exitCode)
  }
}

/// What a long run says while it works.
struct EnsembleProgress {
  private let runs: Int
  private var finished = 0
  private var computed = 0
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant

  init(runs: Int) {
    self.runs = runs
    start = clock.now
  }

  /// Takes note of runs that were there.
  mutating func skip(_ count: Int) { finished += count }

  /// Takes note of runs that were done, and says so.
  mutating func done(_ count: Int) {
    finished += count
    computed += count
    let seconds = (clock.now - start) / .seconds(1)
    guard seconds > 2, computed > 0 else { return }
    let rate = Double(computed) / seconds
    let left = Double(runs - finished) / rate
    Terminal.progress(
      "\(finished) of \(runs) runs, \(NumberFormat.rounded(rate, as: .significant)) a second, "
        + "\(NumberFormat.rounded(left, as: .significant)) s left")
  }
}
