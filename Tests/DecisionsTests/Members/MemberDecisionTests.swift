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
      commodities: [OreWorld.ore], on: OreWorld.model())
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
    let lost = Dictionary(uniqueKeysWithValues: found.losses.map { ($0.way, $0.loss) })
    let none = try #require(lost[.none])
    let own = try #require(lost[.alone])
    #expect(own < none)
    #expect(try #require(lost[.pool]) < own)
    #expect(found.perStockDay[0] > 0 && abs(found.perStockDay[1]) < 1e-9 * none)
  }

  @Test func aWiderWayAroundIsWorthWhatItCarries() async throws {
    // Nine tenths of the strait's 9 t a day are blocked, for longer than users' stock lasts.
    let lengths = [60, 90]
    let cases = lengths.map { days in
      DecisionCase(
        name: Bilingual("\(days) days", "\(days)日"), probability: 0.5,
        scenario: scenario(
          horizon: 120, sectors: 2,
          [
            Closure(
              chokepoint: "strait", by: 0.9, shareThrough: [], bypass: nil,
              window: Window(from: 5, days: days, recovery: .immediate))
          ], responses: Self.both))
    }
    let found = try await MemberDecision.find(
      try #require(task(Self.both)), over: cases, commodities: [OreWorld.ore],
      on: OreWorld.model())
    let bypass = try #require(found.perBypass)
    // A hundredth of the 9 t a day that pass.
    #expect(abs(bypass.units - 0.09) < 1e-12)
    #expect(bypass.saved > 0)
    // No more than 0.09 a day for 75 days, expected.
    let unmet = try #require(found.unmetPerBypass)
    #expect(unmet > 0 && unmet < 0.09 * 75 * 1.2)
  }

  @Test func nothingIsLostWhereUsersOutlastTheClosure() async throws {
    let found = try await find([3], Self.both)
    #expect(found.losses.allSatisfy { $0.loss == found.losses[0].loss })
    #expect(found.programme(.alone).unmet < 1e-9)
    #expect(found.perStockDay.allSatisfy { $0 == 0 })
  }

  @Test func fewerThanTwoImportersAreNoTask() throws {
    let own = Self.release(OreWorld.holder, 200, rate: 6)
    #expect(task([own]) == nil)
    #expect(task([own, own]) == nil)
    let stranger = Self.release(Partner(code: "A", region: nil), 50, rate: 1)
    #expect(task([own, stranger]) == nil)
    let found = try #require(task(Self.both + [stranger]))
    #expect(found.holders.map(\.partner.code) == ["R0", "R1"] && found.outside == ["A"])
  }
}
