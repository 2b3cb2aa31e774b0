import ArgumentParser
import Diagnostics
import Ensembles
import Foundation
import Reporting

/// `sonae ensemble`: a scenario over everything that its file says varies.
struct EnsembleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ensemble",
    abstract: "Draw what a scenario leaves open, and report ranges, drivers and failures.",
    discussion: """
      sonae ensemble rare-earth-ranges --output out
      sonae ensemble rare-earth-ban --bundled-ranges --draws 256
      On a cluster every process does its blocks of the same folder, with --shard auto; `sonae merge DIR` \
      then sums them up. SIGTERM, SIGINT and SIGUSR1 finish the block under way and end with exit code \
      75: run the same command with --resume.
      """)

  @Argument(help: "A scenario file, or the name of a bundled scenario.")
  var file: String

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var ensemble: EnsembleOptions
  @OptionGroup var format: FormatOptions

  @Option(help: "A folder for blocks, draws, quantiles, paths by day, sensitivity and report.")
  var output: String?

  @Flag(help: "Go on in a folder that holds the ensemble already.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Only this part of the blocks: 0/8 to 7/8, or auto for job arrays and ranks (auto/8 where they do not say how many).",
      valueName: "i/N"))
  var shard: String?

  @Option(help: "Batches that run at the same time (default: one for each processor).")
  var threads: Int?

  @Flag(help: "Say what the ensemble would cost, after a few runs.")
  var dryRun = false

  func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError("--threads must be 1 or more, not \(threads)")
    }
    if resume, output == nil { throw ValidationError("--resume needs --output DIR") }
    if shard != nil, output == nil { throw ValidationError("--shard needs --output DIR") }
    if shard != nil, ensemble.until != nil {
      throw ValidationError("--until looks at all draws: it cannot be cut with --shard")
    }
  }

  func run() async throws {
    try await Terminal.refusing(in: options.language ?? .en) {
      let request = try EnsembleRequest(file, options, ensemble)
      let language = request.file.language(options)
      let evaluation = EnsembleEvaluation(request, threads: threads)
      if dryRun {
        let price = try await EnsemblePrice(evaluation)
        return Terminal.result(
          Report(tables: [price.table], warnings: []).render(
            format.format, format.rendering(in: language)))
      }
      let part = try shard.map {
        try Shard($0, environment: ProcessInfo.processInfo.environment)
      }
      if let part { Terminal.note("shard \(part.index) of \(part.count), from \(part.origin)") }
      let folder = try output.map {
        try BlockFolder(
          $0, plan: try PlanFile.text(request.plan), isShared: resume || part != nil)
      }
      StopRequest.listen()
      let run = EnsembleRun(evaluation: evaluation, folder: folder, shard: part ?? .whole)
      guard let results = try await run.results() else { return }
      try EnsembleOutput(results, format, language).tell(writingTo: folder)
    }
  }
}

/// What is printed and written of an ensemble's results.
struct EnsembleOutput {
  private let results: EnsembleResults
  private let format: FormatOptions
  private let language: Language

  init(_ results: EnsembleResults, _ format: FormatOptions, _ language: Language) {
    self.results = results
    self.format = format
    self.language = language
  }

  /// Writes the files of a folder, then prints.
  func tell(writingTo folder: BlockFolder?) throws {
    if let folder { try EnsembleFiles.write(results, to: folder, in: language) }
    let report = EnsembleReport.report(results)
    let rendering = format.rendering(in: language)
    if let name = format.table {
      let table = try chosen(name, from: report.tables)
      return Terminal.result(report.render(table, as: format.format, rendering))
    }
    Terminal.result(report.render(format.format, rendering))
  }
}
