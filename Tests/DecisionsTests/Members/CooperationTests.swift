import Decisions
import LinearAlgebra
import Testing

/// Murphy, Toman and Weiss (1987), "A Stochastic Dynamic Nash Game Analysis of Policies for Managing the
/// Strategic Petroleum Reserves of Consuming Nations", Management Science 33(4): 484–499, find drawdowns
/// essentially the same with or without cooperation, because stocks are limited. Here a member alone serves
/// itself, so that the sign holds where stocks are limited, and only there.
@Suite struct CooperationTests {
  private func shortage(_ daily: Double, for days: Int) -> Shortage {
    Shortage(daily: (0..<60).map { $0 < days ? daily : 0 }, drawable: 0, use: 10)
  }

  private func members(
    _ random: inout SplitMix64, stock: ClosedRange<Double>
  ) -> [MemberProgramme.Member] {
    (0..<Int.random(in: 2...4, using: &random)).map { _ in
      let daily = Double.random(in: 1...6, using: &random)
      return .init(
        volume: daily * 10 * Double.random(in: stock, using: &random), rate: nil, earliest: 0,
        shortages: [10, 50].map { shortage(daily, for: $0) })
    }
  }

  @Test func whereStocksAreLimitedCooperationHardlyChangesTheDrawdown() throws {
    var random = SplitMix64(seed: 87)
    for _ in 0..<12 {
      // No stock lasts through the shorter case.
      let members = members(&random, stock: 0.2...0.95)
      let alone = try MemberProgramme(members, probabilities: [0.5, 0.5], shared: false)
      let shared = try MemberProgramme(members, probabilities: [0.5, 0.5], shared: true)
      for (own, common) in zip(alone.parts, shared.parts) {
        #expect(abs(own.released - common.released) < 1e-3)
      }
      #expect(abs(alone.unmet - shared.unmet) < 1e-3)
    }
  }

  @Test func whereOneHasMoreThanItLacksCooperationDrawsMore() throws {
    var random = SplitMix64(seed: 88)
    for _ in 0..<12 {
      var members = members(&random, stock: 0.2...0.95)
      // Stock for the longest case and as much again, of a member that is short of little.
      members.append(
        .init(
          volume: 100, rate: nil, earliest: 0, shortages: [10, 50].map { shortage(1, for: $0) }))
      let alone = try MemberProgramme(members, probabilities: [0.5, 0.5], shared: false)
      let shared = try MemberProgramme(members, probabilities: [0.5, 0.5], shared: true)
      let rich = members.count - 1
      #expect(shared.parts[rich].released > alone.parts[rich].released + 1)
      #expect(shared.unmet < alone.unmet - 1)
    }
  }
}
