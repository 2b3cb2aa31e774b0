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
      Several --vary make a grid; one or two also make a matrix of --measure.
      """)

  @Argument(help: "A scenario file, or the name of a bundled scenario.")
  var file: String

  @Option(help: "A numeric key and its values: 'path=from..to:step' or 'path=a, b, c'; may repeat.")
  var vary: [String] = []

  @Option(
    help: ArgumentHelp(
      "Measure of the matrix: \(SweepTables.measures.joined(separator: ", ")).",
      valueName: "name"))
  var measure = SweepTables.measures[0]

  @OptionGroup var options: ScenarioOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var batches: BatchOptions

  @Flag(help: "End with exit code 2 if a result is not to be trusted.")
  var strict = false

  func validate() throws {
    if vary.isEmpty { throw ValidationError("sweep needs --vary 'path=from..to:step'") }
    if !SweepTables.measures.contains(measure) {
      let near = nearest(measure, in: SweepTables.measures).map { "; did you mean \($0)?" } ?? ""
      throw ValidationError("there is no measure \(measure)\(near)")
    }
  }

  func run() async throws {
    let sweep = try await Terminal.refusing(in: options.language ?? .en) {
      let read = try ScenarioFile(file, options)
      let language = read.language(options)
      Terminal.warn(read.decoded.warnings, in: language)
      let sweep = try await Sweep(read, vary: vary, batches.batching)
      let tables = SweepTables(sweep: sweep, measure: measure)
      Terminal.result(
        format.format.render(try shown(tables), format.rendering(in: language)))
      return sweep
    }
    if strict, sweep.isDoubtful { throw ExitCode(2) }
  }

  /// The table asked for; all of them where a format holds several, else the whole grid.
  private func shown(_ tables: SweepTables) throws -> [Table] {
    if let name = format.table { return [try chosen(name, from: tables.all)] }
    return format.format == .csv ? [tables.table] : tables.all
  }
}
