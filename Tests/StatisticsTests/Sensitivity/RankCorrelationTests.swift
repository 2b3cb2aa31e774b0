import Statistics
import Testing

@Suite struct RankCorrelationTests {
  /// scipy 1.17.1, `stats.spearmanr`.
  @Test func tiesShareTheirRanks() {
    let x: [Double] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4]
    let y: [Double] = [2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5, 9, 0, 4, 5, 2, 3, 5, 3]
    #expect(abs(spearman(x, y) - 0.19073187020980284) < 1e-14)
  }

  @Test func anyRisingFunctionCorrelatesWholly() {
    let x = (1...50).map(Double.init)
    #expect(abs(spearman(x, x.map { $0 * $0 * $0 }) - 1) < 1e-14)
    #expect(abs(spearman(x, x.map { -1 / $0 }) - 1) < 1e-14)
    #expect(spearman(x, x.map { _ in 4 }) == 0)
  }
}
