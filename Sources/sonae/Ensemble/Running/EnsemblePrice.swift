import Diagnostics
import Ensembles
import Foundation
import Measurement
import Quantities
import Reporting

/// What an ensemble would cost, from a block of its runs that is computed, stored and summed up.
struct EnsemblePrice {
  private let plan: EnsemblePlan
  private let tried: Int
  /// Time of all runs.
  let seconds: Double
  /// Largest memory, MB.
  let memory: Double
  /// Files of the folder.
  let files: Int
  /// Bytes of the folder.
  let bytes: Double

  /// Tries the first draws, as many as a block holds, in a folder that is removed again.
  init(_ evaluation: EnsembleEvaluation) async throws {
    let plan = evaluation.request.plan
    let tried = min(plan.draws, EnsembleBlock.size)
    let place = FileManager.default.temporaryDirectory
      .appending(path: "sonae-price-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: place) }
    let folder = try BlockFolder(place, plan: try PlanFile.text(plan), isShared: false)
    let block = EnsembleBlock(part: .draws, number: 0, rows: 0..<tried)
    let clock = ContinuousClock()
    let start = clock.now
    let tables = try await evaluation.tables(block)
    try folder.write(block, tables)
    let stored = clock.now
    var results = EnsembleResults(plan)
    var paths = plan.drawnPaths(in: place)
    results.add(.draws, tables.runs)
    if let days = tables.paths { try paths.add(days) }
    results.fans = try paths.quantiles()
    try EnsembleFiles.write(results, to: folder, in: .en)
    let blocks = EnsembleBlock.all(of: plan)
    let pathBlocks = blocks.count { $0.keepsPaths(plan) }
    let sizes = try Self.sizes(place)
    let share = Double(plan.runs) / Double(tried)
    let ofDraws = Double(plan.draws) / Double(tried)
    seconds = (stored - start) / .seconds(1) * share + (clock.now - stored) / .seconds(1)
    // A number of each variable and outcome of every run, twice while it grows, and copies to sort.
    let columns = 1 + plan.variables.count + plan.outcomes.count
    memory = Footprint.peak + 32 * Double(columns * (plan.runs - tried)) / 1e6
    let (ofBlock, mark, days) = (
      sizes["0.parquet"] ?? 0, sizes["0.json"] ?? 0, sizes["paths-0.parquet"] ?? 0
    )
    let drawsTable = sizes["draws.parquet"] ?? 0
    let rest = sizes.values.reduce(0, +) - ofBlock - mark - days - drawsTable
    bytes =
      ofBlock * share + mark * Double(blocks.count) + (days + drawsTable) * ofDraws + rest
    files = sizes.count - (days > 0 ? 3 : 2) + 2 * blocks.count + pathBlocks
    self.plan = plan
    self.tried = tried
  }

  /// Sizes of a folder's files by their names, bytes.
  private static func sizes(_ folder: String) throws -> [String: Double] {
    let manager = FileManager.default
    var found: [String: Double] = [:]
    for name in try manager.subpathsOfDirectory(atPath: folder) {
      let about = try manager.attributesOfItem(atPath: "\(folder)/\(name)")
      guard about[.type] as? FileAttributeType == .typeRegular else { continue }
      found[name.replacing("blocks/", with: "")] = (about[.size] as? Int).map(Double.init)
    }
    return found
  }

  /// The price in one row.
  var table: Table {
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
          .count(plan.runs), .count(EnsembleBlock.all(of: plan).count), .number(seconds),
          .number(memory), .count(files), .number(bytes / 1e6),
        ]
      ],
      notes: [
        Bilingual(
          "From \(tried) runs on this machine, computed, stored and summed up; divide the time by the number of machines. Files and disk are those of a folder (--output).",
          "この計算機での\(tried)回の計算・保存・集計による。時間は計算機の台数で割る。ファイル数とディスクは出力フォルダー（--output）のもの。")
      ])
  }
}
