import Reporting
import RiskMetrics
import Scenarios

/// Draws of a file's `uncertainty` that run beside it: what the ranges of its tables are made of.
struct RangeDraws: Sendable {
  /// Seed of the draws.
  let seed: Int
  /// Their number.
  let draws: Int
  /// Whether the scenario as written runs again over the days that all cases have.
  let isCut: Bool
  /// The scenarios, draw by draw of one case after another.
  let scenarios: [Scenario]
  /// Name of each scenario's variant; nil: the file's own.
  let variants: [String?]
  /// What is followed day by day of the file's own draws, the first ones.
  let reading: PathReading

  /// The draws' results, from those of the scenarios in their order and the days of the file's own.
  func results(_ found: [ScenarioResult], paths: [[[Double?]]]) -> DrawnResults {
    precondition(found.count == scenarios.count, "RangeDraws: \(found.count) results")
    let parts = stride(from: 0, to: found.count, by: draws).map { Array(found[$0..<$0 + draws]) }
    return DrawnResults(
      seed: seed, own: parts[0], compared: isCut ? Array(parts.dropFirst()) : parts,
      reading: reading, paths: paths)
  }
}
