import Decisions
import Diagnostics
import Scenarios
import Testing

@Suite struct MemberDecisionTests {
  private static let other = Partner(code: "R1", region: 1)

  private static func release(_ holder: Partner, _ volume: Double, rate: Double) -> Release {
    Release(
      commodity: 0, holders: [.init(holder: holder, volume: volume)], kind: .government,
      rate: rate, trigger: .day(8), days: nil)
  }

  private func task(_ responses: [any Lever]) -> MemberTask? {
    MemberTask(
      OreWorld.closed(60, responses: responses), commodity: 0, commodities: [OreWorld.ore])
  }

  private func find(
    _ lengths: [Int], _ responses: [any Lever]
  ) async throws -> MemberDecision {
    try await MemberDecision.find(
      #require(task(responses)), over: OreWorld.cases(lengths, responses: responses),
      on: OreWorld.model())
  }

  private static let both: [any Lever] = [
    release(OreWorld.holder, 200, rate: 6), release(other, 300, rate: 6),
  ]

  @Test func aMemberWithoutShortageIsWorthNothingUntilItShares() async throws {
    let found = try await find([20, 90], Self.both)
    let (alone, shared) = (found.programme(.alone), found.programme(.shared))
    #expect(alone.parts[0].unmet > 1 && alone.parts[1].unmet < 1e-6)
    #expect(alone.parts[1].released < 1e-6)
    #expect(shared.unmet < alone.unmet - 1 && shared.parts[1].released > 1)
    #expect(found.programme(.obliged).unmet >= shared.unmet - 1e-6)
    let lost = Dictionary(uniqueKeysWithValues: found.costs.map { ($0.way, $0.loss) })
    for cost in found.costs {
      #expect(abs(cost.loss - cost.ofHolders.reduce(0, +)) <= 1e-9 * abs(cost.loss))
    }
    let none = try #require(lost[.none])
    let own = try #require(lost[.alone])
    #expect(own < none)
    #expect(try #require(lost[.pool]) < own)
    #expect(found.perStockDay[0] > 0 && abs(found.perStockDay[1]) < 1e-9 * none)
  }

  @Test func nothingIsLostWhereUsersOutlastTheClosure() async throws {
    let found = try await find([3], Self.both)
    #expect(found.costs.allSatisfy { $0.loss == found.costs[0].loss })
    #expect(found.programme(.alone).unmet < 1e-9)
    #expect(found.perStockDay.allSatisfy { $0 == 0 })
  }

  @Test func fewerThanTwoImportersAreNoTask() throws {
    let own = Self.release(OreWorld.holder, 200, rate: 6)
    #expect(task([own]) == nil)
    #expect(task([own, own]) == nil)
    // One that stands twice is seen all the same, so that the report can say why it has no plans.
    let twice = Self.both + [own]
    #expect(task(twice) == nil)
    let seen = MemberTask.releasing(OreWorld.closed(60, responses: twice), commodity: 0)
    #expect(seen == ["R0", "R1"])
    let stranger = Self.release(Partner(code: "A", region: nil), 50, rate: 1)
    #expect(task([own, stranger]) == nil)
    let found = try #require(task(Self.both + [stranger]))
    #expect(found.holders.map(\.partner.code) == ["R0", "R1"] && found.outside == ["A"])
  }
}
