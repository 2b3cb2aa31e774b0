import LinearAlgebra
import Statistics
import Testing

@Suite struct PathQuantilesTests {
  private func draws(_ count: Int, days: Int, seed: UInt64) -> [[Double?]] {
    var random = SplitMix64(seed: seed)
    return (0..<days).map { _ in
      (0..<count).map { _ in
        let value = random.nextUniform()
        return value < 0.1 ? nil : value
      }
    }
  }

  @Test(arguments: 0..<20)
  func everyDayIsItsOwnSample(seed: UInt64) throws {
    let draws = draws(1 + Int(seed) * 7, days: 9, seed: seed)
    let found = PathQuantiles(draws)
    for (day, numbers) in draws.enumerated() {
      let known = numbers.compactMap(\.self)
      #expect(found.counts[day] == known.count)
      for (share, values) in zip(PathQuantiles.shares, found.values) {
        #expect(values[day] == (known.isEmpty ? nil : OrderedSample(known).quantile(share)))
      }
      let rising = found.values.compactMap { $0[day] }
      #expect(rising == rising.sorted())
    }
  }

  /// However the draws were cut and in whatever order they came.
  @Test func theOrderOfDrawsDoesNotCount() {
    let draws = draws(100, days: 5, seed: 4)
    #expect(PathQuantiles(draws) == PathQuantiles(draws.map { $0.reversed() }))
  }

  @Test func drawsThatAreAlikeHaveNoSpread() {
    #expect(!PathQuantiles([[1, 1, 1], [nil, nil, nil]]).isSpread)
    #expect(PathQuantiles([[1, 1, 1], [0, 1, 2]]).isSpread)
  }
}
