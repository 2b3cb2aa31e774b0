import ArgumentParser
import Diagnostics
import Reporting
import Scenarios

/// `sonae run`: runs scenarios and prints their risk tables.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run scenarios and print the risk report.")

  @Argument(help: "Scenario files, or names of bundled scenarios.")
  var files: [String]

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var batches: BatchOptions

  @Option(
    help: """
      Draws of the file's `uncertainty` for the 5% and 95% beside its tables (default \
      \(ScenarioFile.usualRangeDraws)); 0: none.
      """)
  var draws: Int?

  @Flag(help: "Say what would run, and neither run nor write it.")
  var dryRun = false

  @Flag(help: "End with exit code 2 if a result is not to be trusted.")
  var strict = false

  func validate() throws {
    if let draws, draws < 0 { throw ValidationError("--draws must be 0 or more, not \(draws)") }
  }

  func run() async throws {
    // Several files share the folder as a subfolder each.
    let names = OutputFolder.baseNames(files)
    let places = names.map { files.count > 1 ? $0 : nil as String? }
    var printer = RunPrinter(format, files: files)
    var isDoubtful = false
    // All files are read before the first runs: a mistake in the last costs no waiting.
    let read = try Terminal.refusing(in: options.language ?? .en) {
      try output.check(below: places)
      return try ScenarioFile.all(files, options).map { $0.drawing(draws) }
    }
    if dryRun { return try plan(read, names: names) }
    for ((name, file), place) in zip(zip(files, read), places) {
      format.warn(file.warnings, in: file.language(options))
      let report = try await Terminal.refusing(in: file.language(options)) {
        let folder = try output.folder(below: place)
        let content = RunContent(
          trajectories: output.trajectories, stockDays: try output.stockDayList,
          comparesPolicies: format.table == ReportTable.policy.rawValue)
        let report = try await ScenarioRun.whole(file, options, content, batches.batching)
        let page = output.output != nil && output.page
        try folder?.write(
          report, content, pictures: output.pictures.pictures,
          explorer: page ? try PageFile.beside(file, named: name, options) : nil)
        return report
      }
      format.warn(report.runner.messages, in: report.language)
      try Terminal.refusing(in: report.language) { Terminal.result(try printer.take(report)) }
      isDoubtful = isDoubtful || report.isDoubtful
    }
    if strict, isDoubtful { throw ExitCode(2) }
  }

  /// Prints what would run.
  private func plan(_ read: [ScenarioFile], names: [String]) throws {
    let language = read.first?.language(options) ?? .en
    for file in read { format.warn(file.warnings, in: file.language(options)) }
    try Terminal.refusing(in: language) {
      let plan = try RunPlan(
        read, names: names, comparesPolicies: format.table == ReportTable.policy.rawValue)
      let report = Report(
        tables: [plan.table], warnings: ScenarioFile.sentences(read.flatMap(\.warnings)))
      Terminal.result(report.render(format.format, format.rendering(in: language)))
    }
  }
}
