import Decisions
import LinearAlgebra
import Scenarios
import Testing

/// Rapid release is best unless the crisis is very large or likely to last: "Strategic oil stocks and
/// public-private interactions: a dynamic game analysis" (Resources for the Future, DOE/PE/70267-T4, OSTI
/// 6525114). On the full model the sign holds; where the stock does not last, waiting until users have drawn
/// some of theirs does better, by little: what is full early orders less.
@Suite struct RapidReleaseTests {
  /// Loss with the release at once and as fast as allowed, with the best plan, and without release.
  private func losses(
    _ days: Int, volume: Double
  ) async throws -> (rapid: Double, best: Double, without: Double) {
    let release = OreWorld.release(volume, rate: 9, from: 5)
    let cases = OreWorld.cases([days], responses: [release])
    let task = try #require(
      ReleaseTask(cases[0].scenario, response: nil, holder: "R0", commodities: [OreWorld.ore]))
    let found = try #require(
      try await ReleaseDecision.find(task, over: cases, region: 0, on: OreWorld.model()))
    let rapid = found.plans.first { $0.plan == ReleasePlan(from: 5, rate: 9) }
    return (try #require(rapid).expected, found.best.expected, found.without.expected)
  }

  @Test func rapidReleaseIsBestWhereTheStockOutlastsTheCrisis() async throws {
    var random = SplitMix64(seed: 85)
    for _ in 0..<6 {
      let days = Int.random(in: 25...100, using: &random)
      // All that passes the strait in that time, and more.
      let volume = 9 * Double(days) * Double.random(in: 1...2, using: &random)
      let found = try await losses(days, volume: volume)
      #expect(found.without > 0)
      #expect(found.rapid <= found.best + 1e-15)
    }
  }

  @Test func whereTheCrisisOutlastsTheStockWaitingIsBetterByLittle() async throws {
    var random = SplitMix64(seed: 86)
    for _ in 0..<6 {
      let days = Int.random(in: 50...110, using: &random)
      let volume = 9 * Double(days - 20) * Double.random(in: 0.2...0.6, using: &random)
      let found = try await losses(days, volume: volume)
      #expect(found.rapid > found.best, "\(days) days, \(volume) t")
      #expect(found.rapid - found.best < 0.05 * (found.without - found.best))
    }
  }
}
