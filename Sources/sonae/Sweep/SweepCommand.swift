import ArgumentParser
import Diagnostics
import Reporting
import Scenarios

/// `sonae sweep`: the same scenario over a grid of values.
struct SweepCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Run a scenario for every value of one or more keys.",
    discussion: """
      sonae sweep hormuz-2026 --vary 'shocks[0].closure.for=30 days..180 days:30 days'
      Values are parted by , or | and may be numbers, days, words or lists: 'model.rationing=\
      proportional|intermediate first', 'shocks[0].closure.from=2026-03-02..2026-06-02:30 days', \
      'shocks[0].capacity.nodes=[JPN.34t35] | [JPN.30t33]'. Several --vary make a grid; one or two \
      also make a matrix of --measure.
      """)

  @Argument(help: "A scenario file, or the name of a bundled scenario.")
  var file: String

  @Option(help: "A key and its values: 'path=a, b, c', 'path=from..to:step' or both; may repeat.")
  var vary: [String] = []

  @Option(
    help: ArgumentHelp(
      "Measure of the matrix: \(SweepTables.measures.joined(separator: ", ")) (default: the first that changes).",
      valueName: "name"))
  var measure: String?

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var batches: BatchOptions

  @Flag(help: "Say what the sweep would cost, after some of its points.")
  var dryRun = false

  @Flag(help: "End with exit code 2 if a result is not to be trusted.")
  var strict = false

  func validate() throws {
    if vary.isEmpty { throw ValidationError("sweep needs --vary 'path=from..to:step'") }
    if let measure, !SweepTables.measures.contains(measure) {
      let near = nearest(measure, in: SweepTables.measures).map { "; did you mean \($0)?" } ?? ""
      throw ValidationError("there is no measure \(measure)\(near)")
    }
  }

  func run() async throws {
    let sweep = try await Terminal.refusing(in: options.language ?? .en) { () -> Sweep? in
      let read = try ScenarioFile(file, options)
      let language = read.language(options)
      let grid = try SweepGrid(read, vary: vary)
      if dryRun {
        let price = try await SweepPrice(read, grid, batches.batching)
        format.warn(price.warnings, in: language)
        let report = Report(
          tables: [price.table], warnings: ScenarioFile.sentences(price.warnings))
        Terminal.result(report.render(format.format, format.rendering(in: language)))
        return nil
      }
      let sweep = try await Sweep(read, grid, batches.batching)
      format.warn(sweep.warnings, in: language)
      let report = Report(
        tables: try shown(SweepTables(sweep: sweep, measure: measure)),
        warnings: ScenarioFile.sentences(sweep.warnings))
      Terminal.result(report.render(format.format, format.rendering(in: language)))
      return sweep
    }
    if strict, sweep?.isDoubtful == true { throw ExitCode(2) }
  }

  /// The table asked for; all of them where a format holds several, else the whole grid.
  private func shown(_ tables: SweepTables) throws -> [Table] {
    if let name = format.table { return [try chosen(name, from: tables.all)] }
    return format.format == .csv ? [tables.table] : tables.all
  }
}
