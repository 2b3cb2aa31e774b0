import ArgumentParser
import Diagnostics
import Ensembles
import Files
import Reporting

/// `sonae merge`: sums up the blocks of an ensemble that many processes did.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Sum up the blocks of an ensemble; the same bytes for one shard and for a thousand.")

  @Argument(help: "Folders of one ensemble's blocks; the results go into the first.")
  var folders: [String]

  @Option(help: "Language of the report: en or ja (default: the ensemble's).")
  var language: Language?

  @OptionGroup var format: FormatOptions

  func run() throws {
    try Terminal.refusing(in: language ?? .en) {
      let opened = try folders.map { try BlockFolder(reading: $0) }
      guard opened.allSatisfy({ $0.plan == opened[0].plan }) else {
        throw refusal(.mixedEnsembles(folders))
      }
      let plan = try PlanFile.plan(opened[0].plan, in: folders[0])
      let results = try MergeCommand.results(plan, opened)
      let own = Language(rawValue: plan.language) ?? .en
      try EnsembleOutput(results, format, language ?? own).tell(writingTo: opened[0])
    }
  }

  /// Every block's table in order; draws end where the plan's rule is met.
  static func results(
    _ plan: EnsemblePlan, _ folders: [BlockFolder]
  ) throws(DiagnosticList) -> EnsembleResults {
    var results = EnsembleResults(plan)
    var missing: [String] = []
    var paths = plan.drawnPaths(in: folders[0].path)
    var isDrawn = false
    for block in EnsembleBlock.all(of: plan) {
      if block.part == .draws, isDrawn { continue }
      guard let tables = folders.lazy.compactMap({ $0.tables(block) }).first else {
        missing.append(block.name)
        continue
      }
      results.add(block.part, tables.runs)
      if let days = tables.paths { try paths.add(days) }
      isDrawn = isDrawn || results.isPreciseEnough
    }
    guard missing.isEmpty else {
      throw refusal(.blocksMissing(missing, count: missing.count))
    }
    results.fans = try paths.quantiles()
    return results
  }
}
