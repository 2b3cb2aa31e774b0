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
    var printer = RunPrinter(format, files: files)
    var isDoubtful = false
    // All files are read before the first runs: a mistake in the last costs no waiting.
    let read = try Terminal.refusing(in: options.language ?? .en) {
      try ScenarioFile.all(files, options)
    }
    for (index, file) in read.enumerated() {
      format.warn(file.warnings, in: file.language(options))
      let stockDays = try output.stockDayList
      let report = try await Terminal.refusing(in: file.language(options)) {
        try await ScenarioRun.runs([file], options, stockDays: stockDays, batches.batching)[0]
      }
      format.warn(report.runner.messages, in: report.language)
      try Terminal.refusing(in: report.language) {
        Terminal.result(try printer.take(report))
        // Several files share the folder as a subfolder each.
        try output.write(report, below: files.count > 1 ? folders[index] : nil)
      }
      isDoubtful = isDoubtful || report.isDoubtful
    }
    if strict, isDoubtful { throw ExitCode(2) }
  }
}
