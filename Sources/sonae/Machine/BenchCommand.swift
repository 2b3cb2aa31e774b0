import ArgumentParser
import Diagnostics
import InputOutputTables
import Measurement
import Propagation
import Quantities
import Reporting
import Scenarios

/// `sonae bench`: times the engine on this machine.
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Time batches of different scenarios against this machine's dgemm and memory.",
    discussion: """
      sonae bench                                        a made-up table, the kernel alone
      sonae bench --scenario hormuz-2026 --batch 512     the whole job of a sweep
      """)

  @Option(help: "A scenario file or bundled scenario: time the whole job around it.")
  var scenario: String?
  @Option(help: "Regions of the made-up table (default: 17).") var regions: Int?
  @Option(help: "Sectors of the made-up table (default: 35).") var sectors: Int?
  @Option(help: "Number of scenarios, all different.") var batch = 64
  @Option(help: "Days that are timed (default: 20); a scenario has its own.") var days: Int?
  @Option(help: "Batches that run at the same time.") var threads = 1
  @Option(help: "Rules: varieties (preset sonae, default), or pooled fixed, delivery, capacity.")
  var choice: String?
  @Option(help: "Other rules that are timed in turn with them, day by day.") var against: String?
  @Option(help: "Scenarios a batch, instead of the engine's own choice.") var width: Int?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    for (name, value, most) in [
      ("regions", regions ?? 17, 20_000), ("sectors", sectors ?? 35, 20_000),
      ("batch", batch, 100_000), ("days", days ?? 20, 36_500), ("threads", threads, 1_024),
      ("width", width ?? 1, 4_096),
    ] where value < 1 || value > most {
      throw ValidationError("--\(name) must be from 1 to \(most), not \(value)")
    }
    if scenario != nil {
      for (name, isGiven) in [
        ("regions", regions != nil), ("sectors", sectors != nil), ("days", days != nil),
        ("choice", choice != nil), ("against", against != nil),
      ] where isGiven {
        throw ValidationError("--\(name) is the scenario's own: leave it out with --scenario")
      }
    }
    try validateTable()
    for (name, value) in [("choice", choice), ("against", against)] {
      guard let value, BenchmarkRules(rawValue: value) == nil else { continue }
      let words = BenchmarkRules.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--\(name) is one of \(words), not \(value)")
    }
  }

  private func validateTable() throws {
    let nodes = (regions ?? 17) * (sectors ?? 35)
    if nodes > 20_000 { throw ValidationError("at most 20000 nodes, not \(nodes)") }
    if regions == 1 { throw ValidationError("--regions must be 2 or more: a ban needs two") }
    // Z, T and the packed shares.
    let needed = 3 * 8 * nodes * nodes
    if needed > Machine.current.memory / 10 * 9 {
      throw ValidationError(
        "a table of \(nodes) nodes takes \(needed >> 20) MB, more than this machine's memory")
    }
  }

  private var rules: BenchmarkRules {
    choice.flatMap(BenchmarkRules.init(rawValue:)) ?? .varieties
  }

  func run() async throws {
    let figures = try await figures()
    if let advice = BLASKernel.own.advice {
      Terminal.note("note: \(advice); shares of dgemm are of a slow one")
    }
    Terminal.result(json ? BenchCommand.json(figures) : BenchCommand.text(figures))
  }

  private func figures() async throws -> [Measured] {
    guard let scenario else {
      let benchmark = BatchBenchmark(
        regions: regions ?? 17, sectors: sectors ?? 35, scenarios: batch, days: days ?? 20,
        threads: threads, rules: rules, width: width)
      let other = against.flatMap(BenchmarkRules.init(rawValue:))
      return await benchmark.run()
        + (other.map { [RulesInTurn(benchmark, against: $0).run()] } ?? [])
    }
    return try await Terminal.refusing(in: .en) {
      let grid = try ScenarioGrid(named: scenario, count: batch)
      let figures = await ScenarioBenchmark(
        Economy(grid.file.table), grid.scenarios, commodities: grid.file.commodities,
        threads: threads, width: width
      ).run()
      return figures + [Measured("decode_seconds_per_scenario", grid.seconds / Double(batch))]
    }
  }

  private static func json(_ figures: [Measured]) -> String {
    let members = figures.map { JSON.Member($0.name, .number($0.value)) }
    return JSON.object([JSON.Member("schema", "sonae.bench/1")] + members).pretty + "\n"
  }

  private static func text(_ figures: [Measured]) -> String {
    let width = figures.map(\.name.count).max() ?? 0
    return figures.map { figure in
      let padding = String(repeating: " ", count: width + 2 - figure.name.count)
      return figure.name + padding + NumberFormat.rounded(figure.value, as: .significant) + "\n"
    }.joined()
  }
}
