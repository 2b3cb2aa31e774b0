import ArgumentParser
import Diagnostics
import Reporting

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

  @Flag(help: "End with exit code 2 if a result is not to be trusted.")
  var strict = false

  func run() async throws {
    // Several files share the folder as a subfolder each.
    let names = OutputFolder.baseNames(files)
    let places = names.map { files.count > 1 ? $0 : nil as String? }
    try Terminal.refusing(in: options.language ?? .en) { try output.check(below: places) }
    for (name, place) in zip(files, places) {
      let report = try await Terminal.refusing(in: options.language ?? .en) {
        let folder = try output.folder(below: place)
        let report = try await ScenarioRun.runs(
          [name], options, stockDays: try output.stockDayList, batches.batching)[0]
        try folder?.write(report, trajectories: output.trajectories)
        return report
      }
      try Terminal.refusing(in: report.language) { Terminal.result(try report.text(format)) }
      if strict, report.isDoubtful { throw ExitCode(2) }
    }
  }
}
