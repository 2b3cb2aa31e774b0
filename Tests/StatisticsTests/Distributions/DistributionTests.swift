import LinearAlgebra
import Statistics
import Testing

@Suite struct DistributionTests {
  static let all: [Distribution] = [
    .uniform(low: -2, high: 5), .logUniform(low: 0.1, high: 100),
    .triangular(low: 0.2, mode: 0.5, high: 1), .triangular(low: 0, mode: 0, high: 1),
    .pert(low: 0.2, mode: 0.5, high: 1), .normal(mean: 0.5, deviation: 0.3, within: 0...1),
    .normal(mean: 0, deviation: 1, within: 4 ... .infinity),
    .logNormal(median: 2, deviation: 0.5, within: 1...6),
    .beta(alpha: 2, beta: 3, low: 10, high: 20),
    .discrete([.init(1, weight: 0.2), .init(2, weight: 0.3), .init(7, weight: 0.5)]),
    .empirical([1, 1, 3, 8]),
  ]

  /// What the laws above can give, in their order.
  static let supports: [ClosedRange<Double>] = [
    -2...5, 0.1...100, 0.2...1, 0...1, 0.2...1, 0...1, 4 ... .infinity, 1...6, 10...20, 1...7,
    1...8,
  ]

  @Test(arguments: zip(all, supports)) func quantilesRiseWithinTheSupport(
    _ distribution: Distribution, _ support: ClosedRange<Double>
  ) {
    var random = SplitMix64(seed: 7)
    let shares = (0..<2_000).map { _ in max(0x1p-53, random.nextUniform()) }.sorted()
    let values = shares.map { distribution.quantile($0) }
    #expect(values == values.sorted())
    #expect(values.allSatisfy { support.contains($0) })
  }

  /// scipy 1.17.1: `triang`, `beta`, `truncnorm`.
  @Test(arguments: [
    (all[2], [0.1, 0.5, 0.9], [0.3549193338482967, 0.5527864045000421, 0.8]),
    (all[4], [0.05, 0.5, 0.95], [0.30222047958687703, 0.5254759527145549, 0.7914930330566423]),
    (all[5], [0.05, 0.5, 0.95], [0.10326886317754363, 0.5, 0.8967311368224562]),
    (all[7], [0.05, 0.5, 0.95], [1.1333388031747036, 2.088260253715476, 4.367000571549467]),
  ])
  func quantilesAreThoseOfTheReference(
    _ distribution: Distribution, _ shares: [Double], _ expected: [Double]
  ) {
    for (share, value) in zip(shares, expected) {
      #expect(abs(distribution.quantile(share) - value) < 2e-14)
    }
  }

  @Test func discreteValuesComeWithTheirWeights() {
    let counts = (0..<1000).map { DistributionTests.all[9].quantile((Double($0) + 0.5) / 1000) }
    #expect(counts.count { $0 == 1 } == 200)
    #expect(counts.count { $0 == 7 } == 500)
  }
}
