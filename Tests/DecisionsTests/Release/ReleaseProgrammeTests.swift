import Decisions
import LinearAlgebra
import Testing

@Suite struct ReleaseProgrammeTests {
  private func shortage(_ daily: Double, for days: Int, drawable: Double) -> Shortage {
    Shortage(
      daily: (0..<60).map { $0 < days ? daily : 0 }, drawable: drawable, use: 10)
  }

  @Test func whatIsLeftUnmetIsCountedByHand() throws {
    // 40 days of 5 short: 200; users draw 30, the stock gives 100 at 4 a day: 70 are not met.
    let found = try ReleaseProgramme(
      [shortage(5, for: 40, drawable: 30)], probabilities: [1], volume: 100, rate: 4, earliest: 0)
    #expect(abs(found.unmet - 70) < 1e-4)
    #expect(abs(found.bound - 70) < 1e-4)
    #expect(abs(found.perVolume - 1) < 1e-4)
    #expect(abs(found.perRate) < 1e-4)
    #expect(abs(found.perStock - 1) < 1e-4)
  }

  @Test func theRateBindsWhereTheStockIsLarge() throws {
    // 200 short, 30 drawn, at most 2 a day from day 10 on for 30 days: 110 are not met.
    let found = try ReleaseProgramme(
      [shortage(5, for: 40, drawable: 30)], probabilities: [1], volume: 1000, rate: 2,
      earliest: 10)
    #expect(abs(found.unmet - 110) < 1e-3)
    #expect(abs(found.perVolume) < 1e-4)
    #expect(abs(found.perRate - 30) < 1e-3)
  }

  @Test func dualsAreWhatALittleMoreSaves() throws {
    var random = SplitMix64(seed: 4)
    for _ in 0..<15 {
      let lengths = [10, 25, 50].map { $0 + Int.random(in: 0...5, using: &random) }
      let drawable = Double.random(in: 5...40, using: &random)
      let rate = Double.random(in: 1...5, using: &random)
      let volume = Double.random(in: 20...150, using: &random)
      let solve = { (more: Double, faster: Double, deeper: Double) throws in
        try ReleaseProgramme(
          lengths.map { shortage(5, for: $0, drawable: drawable + deeper) },
          probabilities: [0.5, 0.3, 0.2], volume: volume + more, rate: rate + faster, earliest: 3)
      }
      let base = try solve(0, 0, 0)
      // Between its neighbours: a dual at a corner is one of many.
      let slope = { (a: ReleaseProgramme, b: ReleaseProgramme, step: Double) in
        (a.unmet - b.unmet) / step
      }
      let step = 1e-3
      let volumes = [
        slope(try solve(-step, 0, 0), base, step), slope(base, try solve(step, 0, 0), step),
      ]
      #expect(base.perVolume <= volumes[0] + 1e-3 && base.perVolume >= volumes[1] - 1e-3)
      let rates = [
        slope(try solve(0, -step, 0), base, step), slope(base, try solve(0, step, 0), step),
      ]
      #expect(base.perRate <= rates[0] + 1e-2 && base.perRate >= rates[1] - 1e-2)
      #expect(base.bound <= base.unmet + 1e-6)
    }
  }
}
