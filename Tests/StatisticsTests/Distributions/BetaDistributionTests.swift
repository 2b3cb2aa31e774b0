import Statistics
import Testing

@Suite struct BetaDistributionTests {
  /// scipy 1.17.1, `stats.beta.ppf` and `special.betainc`.
  @Test(arguments: [
    (0.1, 2, 3, 0.14255931671003072), (0.5, 0.5, 0.5, 0.5), (0.95, 1, 4, 0.527129195498412),
    (0.25, 5, 1.5, 0.6752857213655428),
  ])
  func quantilesAreThoseOfTheReference(_ p: Double, _ a: Double, _ b: Double, _ x: Double) {
    #expect(abs(BetaDistribution(alpha: a, beta: b).quantile(p) - x) < 1e-14)
  }

  @Test(arguments: [
    (2, 3, 0.2, 0.1808), (50, 951, 0.04, 0.06630587123134754),
    (0.5, 0.5, 0.9, 0.7951672353008665),
  ])
  func probabilitiesAreThoseOfTheReference(_ a: Double, _ b: Double, _ x: Double, _ p: Double) {
    #expect(abs(BetaDistribution(alpha: a, beta: b).probability(x) / p - 1) < 1e-12)
  }

  @Test(arguments: [(1, 12.706204736174694), (7, 2.364624251592784), (30, 2.0422724563012378)])
  func studentsBoundsAreThoseOfTheReference(_ freedom: Int, _ t: Double) {
    #expect(abs(StudentDistribution.bound(of: 0.95, freedom: freedom) / t - 1) < 1e-12)
  }
}
