import Diagnostics
import Quantities
import Reporting
import RiskMetrics
import Scenarios

/// What a sweep would cost, from some of its points that are run.
struct SweepPrice {
  private let points: Int
  private let runs: Int
  private let tried: Int
  /// Time of all runs.
  let seconds: Double
  /// What the reader should know of the file, and of the points that were run.
  let warnings: [Diagnostic]

  /// Points that are tried: a quarter, within what fills a batch and a few of them.
  private static func tried(of points: Int) -> Int { min(64, max(8, points / 4)) }

  /// Runs a sample of the points.
  init(_ file: ScenarioFile, _ grid: SweepGrid, _ options: Batching) async throws {
    let sample = grid.sample(Self.tried(of: grid.scenarios.count))
    let clock = ContinuousClock()
    let start = clock.now
    warnings = try await Sweep(file, sample, options).warnings
    // Days count, not points: horizons may differ.
    let days = { (grid: SweepGrid) in Double(grid.scenarios.reduce(0) { $0 + $1.horizon }) }
    seconds = (clock.now - start) / .seconds(1) * days(grid) / max(1, days(sample))
    points = grid.scenarios.count
    tried = sample.scenarios.count
    runs = IncomeTwins(grid.scenarios, commodities: file.commodities).scenarios.count
  }

  /// The price in one row.
  var table: Table {
    let count = TableColumn.Kind.number(.count)
    return Table(
      name: "price", title: Bilingual("What this sweep costs", "この掃引の費用"),
      columns: [
        TableColumn("points", Bilingual("Points", "点数"), kind: count),
        TableColumn("runs", Bilingual("Runs", "計算回数"), kind: count),
        TableColumn(
          "seconds", Bilingual("Time", "時間"), unit: Bilingual("s", "秒"),
          kind: .number(.significant)),
      ],
      rows: [[.count(points), .count(runs), .number(seconds)]],
      notes: [
        Bilingual(
          "From \(tried) of its points on this machine. A second run of a point finds what dearer imports do to incomes.",
          "この計算機でそのうち\(tried)点を計算した結果による。所得効果を求める点は2回計算する。")
      ])
  }
}
