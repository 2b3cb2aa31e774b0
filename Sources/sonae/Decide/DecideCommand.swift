import ArgumentParser
import Diagnostics
import Reporting

/// `sonae decide`: what to do, or what to fear, found on the full model.
struct DecideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Find what to release, what to buy, what contributes, and what can hurt most.",
    discussion: """
      sonae decide hormuz-2026 --question release --over 'shocks[0].closure.for=30 days, 90 days, 180 days'
      sonae decide hormuz-2026 --question single-points --region JPN --top 10
      sonae decide FILE --question policies --draws 100 --acceptable 1%
      sonae decide hormuz-policies --question attribution
      sonae decide hormuz-2026 --question threshold --vary 'shocks[0].closure.for=1 day..365 days' --above 1%
      sonae decide strait-budget --question portfolio --over variants --budget '500 billion JPY' --per-dollar 150
      Every answer is played on the full model and says how far from the best it may be. Losses are value \
      added lost over the horizon's GDP, of volumes: the income effect is left out.
      """)

  @Argument(help: "A scenario file, or the name of a bundled scenario.")
  var file: String

  @Option(
    help: "\(DecideQuestion.allCases.map(\.rawValue).joined(separator: ", ")).")
  var question: DecideQuestion

  @OptionGroup(title: "Questions") var decide: DecideOptions
  @OptionGroup var options: ScenarioOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var batches: BatchOptions

  @Option(help: "A folder for manifest, tables and reports.") var output: String?
  @OptionGroup var pictures: PictureOptions

  @Flag(help: "End with exit code 2 if a result is not to be trusted.")
  var strict = false

  func validate() throws {
    if !pictures.pictures.isEmpty, output == nil {
      throw ValidationError("--pictures needs --output DIR")
    }
  }

  func run() async throws {
    let read = try Terminal.refusing(in: options.language ?? .en) {
      try decide.refuseIdle(for: question)
      try pictures.check()
      return try ScenarioFile(file, options)
    }
    let language = read.language(options)
    let isDoubtful = try await Terminal.refusing(in: language) { () async throws -> Bool in
      // The place is looked at before the work: no answer is found in vain.
      let folder = try output.map { try OutputFolder($0) }
      let found = try await DecideRun.whole(read, options, question, decide, batches.batching)
      try folder?.write(found, pictures: pictures.pictures)
      if format.format == .csv { format.warn(found.answer.messages, in: language) }
      Terminal.result(try text(of: found.answer.report, in: language))
      return found.answer.isDoubtful
    }
    if strict, isDoubtful { throw ExitCode(2) }
  }

  private func text(of report: Report, in language: Language) throws -> String {
    let rendering = format.rendering(in: language)
    guard let name = format.table else { return report.render(format.format, rendering) }
    return report.render(try chosen(name, from: report.tables), as: format.format, rendering)
  }
}
