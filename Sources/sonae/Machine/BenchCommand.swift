import ArgumentParser
import Measurement
import Quantities
import Reporting
import Scenarios

/// `sonae bench`: times the engine on this machine.
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Time batches of different scenarios against this machine's dgemm and memory.")

  @Option(help: "Regions of the made-up table.") var regions = 17
  @Option(help: "Sectors of the made-up table.") var sectors = 35
  @Option(help: "Number of scenarios, all different.") var batch = 64
  @Option(help: "Days that are timed.") var days = 20
  @Option(help: "Batches that run at the same time.") var threads = 1
  @Option(help: "How buyers weigh suppliers: fixed, delivery or capacity.") var choice = "fixed"
  @Option(help: "Scenarios a batch, instead of the engine's own choice.") var width: Int?
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    for (name, value) in [
      ("regions", regions), ("sectors", sectors), ("batch", batch), ("days", days),
      ("threads", threads), ("width", width ?? 1),
    ] where value < 1 {
      throw ValidationError("--\(name) must be 1 or more, not \(value)")
    }
    if regions * sectors > 20_000 {
      throw ValidationError("at most 20000 nodes, not \(regions * sectors)")
    }
    if regions < 2 { throw ValidationError("--regions must be 2 or more: a ban needs two") }
    if supplierChoice == nil {
      throw ValidationError("--choice is fixed, delivery or capacity, not \(choice)")
    }
  }

  private var supplierChoice: ModelParameters.SupplierChoice? {
    ["fixed": .fixed, "delivery": .delivery, "capacity": .capacity][choice]
  }

  func run() async throws {
    let figures = await BatchBenchmark(
      regions: regions, sectors: sectors, scenarios: batch, days: days, threads: threads,
      choice: supplierChoice ?? .fixed, width: width
    ).run()
    Terminal.result(json ? BenchCommand.json(figures) : BenchCommand.text(figures))
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
