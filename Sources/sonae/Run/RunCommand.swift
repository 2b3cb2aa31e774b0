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
    let folders = OutputFolder.baseNames(files)
    for (index, name) in files.enumerated() {
      let report = try await Terminal.refusing(in: options.language ?? .en) {
        try await ScenarioRun.runs(
          [name], options, keeping: output.trajectories ? try output.stockDayList : nil,
          batches.batching)[0]
      }
      try Terminal.refusing(in: report.language) {
        Terminal.result(try report.text(format))
        // Several files share the folder as a subfolder each.
        try output.write(report, below: files.count > 1 ? folders[index] : nil)
      }
      if strict, report.isDoubtful { throw ExitCode(2) }
    }
  }
}
