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
    var isDrawn = false
    // Days of draws where no folder holds them.
    var kept: [EnsembleBlock: [ParquetColumn]] = [:]
    for block in own {
      if block.part == .draws, isDrawn { continue }
      let columns: [ParquetColumn]
      if let known = folder?.columns(block) {
        columns = known
        progress.skip(block.rows.count)
      } else {
        if StopRequest.isThere { throw stopped() }
        let found = try await evaluation.results(block)
        columns = block.columns(
          evaluation.request.design, outcomes: plan.outcomes, results: found.map(\.outcomes))
        let paths = block.keepsPaths(plan) ? block.paths(plan, found.map(\.paths)) : nil
        try folder?.write(block, columns, paths: paths)
        if folder == nil { kept[block] = paths }
        progress.done(block.rows.count)
      }
      if shard.count == 1 {
        results.add(block.part, columns)
        isDrawn = isDrawn || results.isPreciseEnough
      }
    }
    guard shard.count == 1 else { return nil }
    if let folder {
      try results.readPaths(of: [folder])
    } else {
      results.readPaths { block, series in
        kept[block]?.first { $0.name == series.name }?.numbers ?? []
      }
    }
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

extension EnsembleResults {
  /// Reads the days of all draws from the folders of an ensemble's blocks.
  mutating func readPaths(of folders: [BlockFolder]) throws(DiagnosticList) {
    try readPaths { block, series throws(DiagnosticList) in
      guard let found = folders.lazy.compactMap({ $0.path(block, series.name) }).first else {
        throw refusal(.blocksMissing([block.name], count: 1))
      }
      return found
    }
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
