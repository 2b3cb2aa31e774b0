import InputOutputTables
import Reporting
import RiskMetrics
import Scenarios

extension RangeDraws {
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
}
