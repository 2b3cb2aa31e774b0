import Diagnostics
import Ensembles
import Measurement
import Quantities
import Reporting

/// What an ensemble would cost, from a few of its runs.
struct EnsemblePrice {
  private let plan: EnsemblePlan
  private let seconds: Double

  /// Times the first draws, as many as fill the batches of a block.
  init(_ evaluation: EnsembleEvaluation) async throws {
    plan = evaluation.request.plan
    let clock = ContinuousClock()
    let tried = min(plan.draws, EnsembleBlock.size)
    let block = EnsembleBlock(part: .draws, number: 0, rows: 0..<tried)
    let start = clock.now
    _ = try await evaluation.results(block)
    seconds = (clock.now - start) / .seconds(1) / Double(tried) * Double(plan.runs)
  }

  /// The price in one row.
  var table: Table {
    let blocks = EnsembleBlock.all(of: plan).count
    // A row: its number, and eight bytes a value with its mark.
    let row = 8.2 * Double(1 + plan.variables.count + plan.outcomes.count)
    let paths = 8.2 * Double((2 + plan.paths.count) * plan.pathDays.count)
    let onDisk = (row * Double(plan.runs + plan.draws) + paths * Double(plan.draws)) / 1e6
    let pathBlocks = EnsembleBlock.all(of: plan).count { $0.keepsPaths(plan) }
    let number = TableColumn.Kind.number(.significant)
    let count = TableColumn.Kind.number(.count)
    return Table(
      name: "price", title: Bilingual("What this ensemble costs", "このアンサンブルの費用"),
      columns: [
        TableColumn("runs", Bilingual("Runs", "計算回数"), kind: count),
        TableColumn("blocks", Bilingual("Blocks", "ブロック数"), kind: count),
        TableColumn("seconds", Bilingual("Time", "時間"), unit: Bilingual("s", "秒"), kind: number),
        TableColumn(
          "memory_mb", Bilingual("Memory", "メモリ"), unit: Bilingual(same: "MB"), kind: number),
        TableColumn("files", Bilingual("Files", "ファイル数"), kind: count),
        TableColumn(
          "disk_mb", Bilingual("On disk", "ディスク"), unit: Bilingual(same: "MB"), kind: number),
      ],
      rows: [
        [
          .count(plan.runs), .count(blocks), .number(seconds), .number(Footprint.peak),
          .count(2 * blocks + pathBlocks + 8), .number(onDisk),
        ]
      ],
      notes: [
        Bilingual(
          "From \(min(plan.draws, EnsembleBlock.size)) runs on this machine; divide the time by the number of machines.",
          "この計算機での\(min(plan.draws, EnsembleBlock.size))回の計算による。時間は計算機の台数で割る。")
      ])
  }
}
