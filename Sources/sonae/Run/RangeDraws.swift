import InputOutputTables
import Reporting
import RiskMetrics
import Scenarios

/// Draws of a file's `uncertainty` that run beside it: what the ranges of its tables are made of.
struct RangeDraws: Sendable {
  private let seed: Int
  let draws: Int
  /// Whether the scenario as written runs again over the days that all cases have.
  private let isCut: Bool
  /// The scenarios, draw by draw of one case after another.
  let scenarios: [Scenario]
  /// Name of each scenario's variant; nil: the file's own.
  let variants: [String?]
  /// What is followed day by day of the file's own draws, the first ones.
  let reading: PathReading

  /// Nil where nothing is to be drawn; throws a draw that is no scenario.
  init?(_ file: ScenarioFile) throws {
    guard file.rangeDraws > 0, let stated = file.decoded.uncertainty else { return nil }
    let drawn = try EnsembleRequest.scenarios(
      file, stated, draws: file.rangeDraws, ofVariants: file.runs.count > 1)
    let cut = file.cutDays.map { days in drawn.map { $0.map { $0.lasting(days) } } }
    seed = stated.seed
    draws = file.rangeDraws
    isCut = cut != nil
    scenarios = drawn[0] + (cut?.flatMap(\.self) ?? drawn.dropFirst().flatMap(\.self))
    let names = (cut == nil ? [] : [nil]) + file.runs.map(\.name).prefix(drawn.count)
    let chosen = file.decoded.base.report.regions
    reading = PathReading(
      file.decoded.base, regions: chosen.isEmpty ? Array(file.table.regions.indices) : chosen,
      table: file.table, commodities: file.commodities)
    variants = names.flatMap { [String?](repeating: $0, count: file.rangeDraws) }
  }

  /// The draws' results, from those of the scenarios in their order and the days of the file's own.
  func results(_ found: [ScenarioResult], paths: [[[Double?]]]) -> DrawnResults {
    precondition(found.count == scenarios.count, "RangeDraws: \(found.count) results")
    let parts = stride(from: 0, to: found.count, by: draws).map { Array(found[$0..<$0 + draws]) }
    return DrawnResults(
      seed: seed, own: parts[0], compared: isCut ? Array(parts.dropFirst()) : parts,
      reading: reading, paths: paths)
  }
}
