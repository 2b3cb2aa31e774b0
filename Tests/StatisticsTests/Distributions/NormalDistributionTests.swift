import Statistics
import Testing

@Suite struct NormalDistributionTests {
  /// scipy 1.17.1, `stats.norm.ppf`.
  @Test(arguments: [
    (1e-10, -6.361340902404056), (0.01, -2.3263478740408408), (0.3, -0.5244005127080409),
    (0.5, 0), (0.975, 1.959963984540054), (1 - 1e-9, 5.997807019601637),
  ])
  func quantilesAreThoseOfTheReference(_ p: Double, _ expected: Double) {
    #expect(abs(NormalDistribution.quantile(p) - expected) <= 4e-15 * max(1, abs(expected)))
  }

  @Test func probabilityUndoesQuantile() {
    for step in 1..<200 {
      let p = Double(step) / 200
      #expect(abs(NormalDistribution.probability(NormalDistribution.quantile(p)) - p) < 1e-15)
    }
  }
}
