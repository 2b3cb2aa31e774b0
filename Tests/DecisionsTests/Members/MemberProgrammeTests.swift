import Decisions
import LinearAlgebra
import Testing

@Suite struct MemberProgrammeTests {
  private func shortage(_ daily: Double, for days: Int, drawable: Double = 0) -> Shortage {
    Shortage(daily: (0..<60).map { $0 < days ? daily : 0 }, drawable: drawable, use: 10)
  }

  private func member(
    _ volume: Double, rate: Double? = nil, from day: Int = 0, obligation: Double = 0,
    _ shortages: [Shortage]
  ) -> MemberProgramme.Member {
    .init(
      volume: volume, rate: rate, earliest: day, obligation: obligation, shortages: shortages)
  }

  @Test func twoMembersAreCountedByHand() throws {
    // A: 200 short, 50 in stock. B: 40 short, 100 in stock. Alone 150 + 0 are missing; shared, 90.
    let members = [
      member(50, [shortage(5, for: 40)]), member(100, [shortage(1, for: 40)]),
    ]
    let alone = try MemberProgramme(members, probabilities: [1], shared: false)
    #expect(abs(alone.unmet - 150) < 1e-4)
    #expect(abs(alone.parts[0].perVolume - 1) < 1e-4 && abs(alone.parts[1].perVolume) < 1e-4)
    #expect(abs(alone.parts[1].perStock) < 1e-4)
    let shared = try MemberProgramme(members, probabilities: [1], shared: true)
    #expect(abs(shared.unmet - 90) < 1e-4)
    for part in shared.parts {
      #expect(abs(part.perVolume - 1) < 1e-4 && abs(part.perStock - 1) < 1e-4)
    }
    #expect(abs(shared.parts[1].released - 100) < 1e-4)
  }

  @Test func aRateBindsItsMemberAlone() throws {
    // A gives 1 a day from day 20 on: 20 of 200; B's stock meets its own 40.
    let members = [
      member(500, rate: 1, from: 20, [shortage(5, for: 40)]),
      member(100, [shortage(1, for: 40)]),
    ]
    let found = try MemberProgramme(members, probabilities: [1], shared: false)
    #expect(abs(found.unmet - 180) < 1e-3)
    #expect(abs(found.parts[0].perRate - 20) < 1e-3 && abs(found.parts[1].perRate) < 1e-4)
    #expect(abs(found.parts[0].given.reduce(0, +) - 20) < 1e-3)
  }

  @Test func anObligationMakesThePoorGiveAndNoMoreThanTheyHave() throws {
    // B must give half of what is given: with 30 of it, 60 in all, so that 140 of 200 are missing.
    let members = [
      member(100, [shortage(5, for: 40)]), member(30, obligation: 0.5, [shortage(0, for: 40)]),
    ]
    let free = try MemberProgramme(
      [members[0], member(30, [shortage(0, for: 40)])], probabilities: [1], shared: true)
    let bound = try MemberProgramme(members, probabilities: [1], shared: true)
    #expect(abs(free.unmet - 70) < 1e-3)
    #expect(abs(bound.unmet - 140) < 1e-3)
    #expect(abs(bound.parts[1].perVolume - 2) < 1e-3)
  }

  @Test func oneMemberIsThePoolOfTheOtherProgramme() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<8 {
      let shortages = [10, 30, 50].map {
        shortage(Double.random(in: 2...6, using: &random), for: $0, drawable: 20)
      }
      let volume = Double.random(in: 20...150, using: &random)
      let rate = Double.random(in: 1...5, using: &random)
      let chances = [0.5, 0.3, 0.2]
      let one = try MemberProgramme(
        [member(volume, rate: rate, from: 3, shortages)], probabilities: chances, shared: true)
      let other = try ReleaseProgramme(
        shortages, probabilities: chances, volume: volume, rate: rate, earliest: 3)
      #expect(abs(one.unmet - other.unmet) < 1e-3)
    }
  }

  @Test func sharingNeverLeavesMoreUnmet() throws {
    var random = SplitMix64(seed: 12)
    for _ in 0..<8 {
      let members = (0..<3).map { _ in
        let daily = Double.random(in: 0...6, using: &random)
        return member(
          Double.random(in: 10...150, using: &random),
          rate: Double.random(in: 0.5...6, using: &random),
          [10, 50].map {
            shortage(daily, for: $0, drawable: Double.random(in: 0...30, using: &random))
          })
      }
      let alone = try MemberProgramme(members, probabilities: [0.4, 0.6], shared: false)
      let shared = try MemberProgramme(members, probabilities: [0.4, 0.6], shared: true)
      #expect(shared.unmet <= alone.unmet + 1e-3)
      let (given, received) = shared.parts.reduce((0.0, 0.0)) {
        ($0.0 + $1.released, $0.1 + $1.received)
      }
      #expect(abs(given - received) < 1e-3)
    }
  }
}
