import LinearAlgebra
import Statistics
import Testing

@Suite struct OrderedSampleTests {
  static let sample = OrderedSample([
    3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4,
  ])

  /// numpy's default.
  @Test(arguments: [(0.05, 1.0), (0.25, 3), (0.5, 4.5), (0.95, 9), (0, 1), (1, 9)])
  func quantilesAreThoseOfTheReference(_ p: Double, _ expected: Double) {
    #expect(Self.sample.quantile(p) == expected)
  }

  @Test func whatNeverComesHasNoQuantile() {
    let days = OrderedSample([10, 20, .infinity, 30])
    #expect(days.quantile(1.0 / 3) == 20)
    #expect(days.quantile(0.9) == nil)
    #expect(days.expectedShortfall(0.5) == nil)
    #expect(days.share(above: 25) == 0.5)
  }

  /// Binomial 2.5% and 97.5% points of 1,000 draws at 0.95: 936 and 963 (scipy 1.17.1).
  @Test func intervalsAreBinomial() {
    let interval = OrderedSample((1...1000).map(Double.init)).interval(of: 0.95)
    #expect(interval.low == 936)
    #expect(interval.high == 964)
    let few = OrderedSample((1...20).map(Double.init)).interval(of: 0.95)
    #expect(few.low != nil && few.high == nil)
  }

  @Test func intervalsHoldTheQuantileAsOftenAsTheySay() {
    var random = SplitMix64(seed: 1)
    var held = 0
    for _ in 0..<2000 {
      let (low, high) = OrderedSample((0..<99).map { _ in random.nextUniform() }).interval(of: 0.5)
      if let low, let high, low <= 0.5, high >= 0.5 { held += 1 }
    }
    #expect(held >= 1880 && held < 1980)
  }

  @Test func expectedShortfallIsTheMeanOfTheTail() {
    let sample = OrderedSample((1...100).map(Double.init))
    #expect(sample.expectedShortfall(0.95) == 98)
    #expect(sample.expectedShortfall(0.95, isHighWorse: false) == 3)
    let uneven = OrderedSample([1, 2, 3]).expectedShortfall(0.5)
    #expect(abs((uneven ?? 0) - (3 + 0.5 * 2) / 1.5) < 1e-15)
  }

  /// Draws that tie are reached together: 7 of 16 draws of an event reach its loss.
  @Test func whatIsReachedIsADrawsOwn() {
    let tied = OrderedSample([Double](repeating: 0, count: 9) + [Double](repeating: 2, count: 7))
    #expect(tied.reached(by: 0.99) == 0 && tied.reached(by: 0.5) == 0)
    #expect(tied.reached(by: 7.0 / 16) == 2 && tied.reached(by: 0.01) == 2)
    for p in [0.01, 0.05, 0.25, 0.5, 0.9, 1] {
      let value = Self.sample.reached(by: p) ?? 0
      let share = Double(Self.sample.values.count { $0 >= value }) / 20
      let above = Double(Self.sample.values.count { $0 > value }) / 20
      #expect(share >= p - 1e-9 && above < p)
    }
    #expect(OrderedSample([1, .infinity]).reached(by: 0.5) == nil)
  }

  @Test func theExceedanceCurveFallsFromAllToNone() {
    let curve = Self.sample.exceedance(points: 10)
    #expect(curve.count == 10)
    #expect(curve.first?.value == 1 && curve.last?.value == 9)
    #expect(curve.last?.probability == 0)
    for (a, b) in zip(curve, curve.dropFirst()) {
      #expect(a.value <= b.value && a.probability > b.probability)
    }
  }
}
