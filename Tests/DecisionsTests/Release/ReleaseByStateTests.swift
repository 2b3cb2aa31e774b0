import Decisions
import LinearAlgebra
import Testing

@Suite struct ReleaseByStateTests {
  private func shortage(_ daily: Double, for days: Int, drawable: Double) -> Shortage {
    Shortage(
      daily: (0..<60).map { $0 < days ? daily : 0 }, drawable: drawable, use: 10)
  }

  private func rates(_ found: ReleaseByState, on day: Int) -> [Double] {
    found.rules.filter { $0.day == day }.map(\.rate)
  }

  // MARK: - Laws

  /// Two doors: the linear programme, and the dynamic programme whose amounts come in steps.
  @Test func itLeavesAsMuchUnmetAsTheLinearProgramme() throws {
    var random = SplitMix64(seed: 8)
    for _ in 0..<25 {
      let lengths = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        Int.random(in: 1...60, using: &random)
      }
      let daily = Double.random(in: 1...8, using: &random)
      let drawable = Double.random(in: 0...80, using: &random)
      let volume = Double.random(in: 20...250, using: &random)
      let rate = Bool.random(using: &random) ? Double.random(in: 1...9, using: &random) : nil
      let earliest = Int.random(in: 0...20, using: &random)
      let weights = lengths.map { _ in Double.random(in: 0.1...1, using: &random) }
      let sum = weights.reduce(0, +)
      let shortages = lengths.map { shortage(daily, for: $0, drawable: drawable) }
      let chances = weights.map { $0 / sum }
      let linear = try ReleaseProgramme(
        shortages, probabilities: chances, volume: volume, rate: rate, earliest: earliest)
      let found = ReleaseByState(
        shortages, probabilities: chances, volume: volume, rate: rate, earliest: earliest)
      #expect(
        found.unmet >= linear.unmet - 1e-3, "\(lengths) \(volume) \(String(describing: rate))")
      // A period may fall short of what could be given by a step, and the store too.
      let most = Double(60 / ReleaseProgramme.days + 1) * found.step
      #expect(found.unmet <= linear.unmet + most)
    }
  }

  @Test func rulesKeepToTheRateAndNameEveryShare() {
    var random = SplitMix64(seed: 9)
    for _ in 0..<10 {
      let found = ReleaseByState(
        [20, 60].map {
          shortage(Double.random(in: 2...6, using: &random), for: $0, drawable: 40)
        }, probabilities: [0.5, 0.5], volume: 120, rate: 5, earliest: 0)
      for (day, rules) in Dictionary(grouping: found.rules, by: \.day) {
        #expect(rules.map(\.left) == ReleaseByState.shares, "\(day)")
        #expect(rules.allSatisfy { $0.rate >= 0 && $0.rate <= 5 + 1e-9 })
      }
    }
  }

  // MARK: - By hand

  @Test func aStockWaitsUntilUsersHaveDrawnTheirs() {
    // 5 a day for 40 days: users draw 100, which lasts to day 20; the stock gives 100 at 5 a day from then.
    let found = ReleaseByState(
      [shortage(5, for: 40, drawable: 100)], probabilities: [1], volume: 100, rate: 5,
      earliest: 0)
    #expect(abs(found.unmet) < 1e-9)
    for day in [0, 5, 10, 15] { #expect(rates(found, on: day)[0] == 0, "\(day)") }
    for day in [20, 25, 30, 35] { #expect(abs(rates(found, on: day)[0] - 5) < 1e-9, "\(day)") }
    #expect(rates(found, on: 40).isEmpty)
  }

  @Test func aSlowStockMustStartBeforeUsersRunDry() {
    // 5 a day for 40 days less 100 of users' own: 100 at no more than 2.5 a day takes all 40 days.
    let found = ReleaseByState(
      [shortage(5, for: 40, drawable: 100)], probabilities: [1], volume: 1000, rate: 2.5,
      earliest: 0)
    #expect(abs(found.unmet) < 1e-9)
    for day in stride(from: 0, to: 40, by: 5) {
      #expect(abs(rates(found, on: day)[0] - 2.5) < 1e-9, "\(day)")
    }
  }

  @Test func casesThatEndAreLeftBehind() {
    // Half the time it is over after 20 days, which users bear; else a third of 300 is missing.
    let found = ReleaseByState(
      [20, 60].map { shortage(5, for: $0, drawable: 100) }, probabilities: [0.5, 0.5],
      volume: 100, rate: 5, earliest: 0)
    #expect(abs(found.unmet - 50) < 1e-9)
  }

  // MARK: - Edges

  @Test func nothingShortNeedsNothing() {
    let found = ReleaseByState(
      [shortage(0, for: 60, drawable: 10)], probabilities: [1], volume: 100, rate: nil,
      earliest: 0)
    #expect(found.unmet == 0 && found.rules.isEmpty)
  }

  @Test func aRateBelowAStepOfTheVolumeIsStillGiven() {
    // 0.01 a day of a million: 60 days give 0.6 of 300.
    let found = ReleaseByState(
      [shortage(5, for: 60, drawable: 0)], probabilities: [1], volume: 1e6, rate: 0.01,
      earliest: 0)
    #expect(abs(found.unmet - 299.4) < 1e-9)
  }
}
