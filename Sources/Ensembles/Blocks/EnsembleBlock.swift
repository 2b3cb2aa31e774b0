package import Files
internal import RiskMetrics

/// A fixed stretch of an ensemble's runs: the piece of work that is done or not done.
package struct EnsembleBlock: Sendable, Hashable {
  /// The part that it belongs to.
  package let part: EnsembleDesign.Part
  /// Its number within the part.
  package let number: Int
  /// Its runs.
  package let rows: Range<Int>

  /// Makes a block.
  package init(part: EnsembleDesign.Part, number: Int, rows: Range<Int>) {
    self.part = part
    self.number = number
    self.rows = rows
  }

  /// Runs of a block: enough to fill batches on several processors, few enough to be done in seconds.
  package static let size = 256

  /// Every block of an ensemble, in order.
  package static func all(of plan: EnsemblePlan) -> [EnsembleBlock] {
    EnsembleDesign.Part.allCases.flatMap { part in
      let runs = plan.runs(of: part)
      return stride(from: 0, to: runs, by: size).enumerated().map { number, first in
        EnsembleBlock(part: part, number: number, rows: first..<min(first + size, runs))
      }
    }
  }

  /// Name of its files: `0`, `1`, … for draws, `indices-0`, `swings-0` and so on for the rest.
  package var name: String {
    part == .draws ? "\(number)" : "\(part.rawValue)-\(number)"
  }

  /// Whether days of its runs are kept.
  package func keepsPaths(_ plan: EnsemblePlan) -> Bool { part == .draws && !plan.paths.isEmpty }

  /// The table of its runs' days, one row for each draw and day that is kept; `results`:
  /// [run][series][day].
  package func paths(_ plan: EnsemblePlan, _ results: [[[Double?]]]) -> [ParquetColumn] {
    precondition(results.count == rows.count, "EnsembleBlock: \(results.count) paths")
    let days = plan.pathDays
    return [
      ParquetColumn("draw", .integers(rows.flatMap { [Int](repeating: $0, count: days.count) })),
      ParquetColumn("day", .integers(rows.flatMap { _ in days })),
    ]
      + plan.paths.enumerated().map { index, series in
        ParquetColumn(series.name, .numbers(results.flatMap { $0[index] }))
      }
  }

  /// The block's table: `draw` counts runs of the part.
  package func columns(
    _ design: EnsembleDesign, outcomes: [Outcome], results: [[Double?]]
  ) -> [ParquetColumn] {
    precondition(results.count == rows.count, "EnsembleBlock: \(results.count) results")
    let values = rows.map { design.values(part, $0) }
    return [ParquetColumn("draw", .integers(Array(rows)))]
      + design.variables.enumerated().map { index, variable in
        ParquetColumn(variable.path, .numbers(values.map { $0[index] }))
      }
      + outcomes.enumerated().map { index, outcome in
        ParquetColumn(outcome.name, .numbers(results.map { $0[index] }))
      }
  }
}
