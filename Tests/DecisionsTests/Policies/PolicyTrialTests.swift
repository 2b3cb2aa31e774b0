import Decisions
import Scenarios
import Statistics
import Testing

@Suite struct PolicyTrialTests {
  /// Three lengths of a closure as draws; without a response, with a small and with a large stock.
  private func trial(acceptable: Double? = nil) async throws -> PolicyTrial {
    let lengths = [10, 60, 90]
    let policies = [[], [OreWorld.stockpile(5)], [OreWorld.stockpile(60)]].map {
      OreWorld.cases(lengths, responses: $0).map(\.scenario)
    }
    return try #require(
      await PolicyTrial(policies, region: 0, acceptable: acceptable, on: OreWorld.model()))
  }

  @Test func lossesAreThoseOfTheModelDrawByDraw() async throws {
    let found = try await trial()
    let alone = await OreWorld.model().play(
      OreWorld.cases([60], responses: [OreWorld.stockpile(5)]).map(\.scenario))
    #expect(found.losses[1][1] == alone[0].lossShares[0])
    #expect(found.losses.map(\.count) == [3, 3, 3])
  }

  @Test func whoeverIsBestInEveryDrawHasNoRegret() async throws {
    let found = try await trial()
    let policies = found.comparison.policies
    for draw in 0..<3 {
      let own = found.losses.map { $0[draw] }
      #expect(own[2] == own.min())
    }
    #expect(policies[2].mostRegret == 0 && policies[0].mostRegret > 0)
    #expect(policies[0].difference.mean == 0 && policies[0].difference.standardError == 0)
    #expect(policies[1].difference.mean <= 0)
  }

  @Test func whatIsAcceptableDecidesWhoSatisfies() async throws {
    let all = try await trial(acceptable: 1).comparison.policies
    #expect(all.allSatisfy { $0.satisfying == 1 })
    let none = try await trial(acceptable: -1).comparison.policies
    #expect(none.allSatisfy { $0.satisfying == 0 })
  }
}
