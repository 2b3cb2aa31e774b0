import Statistics
import Testing

@Suite struct CorrelationTests {
  let wanted = [(0, 1, 0.6), (1, 2, -0.4)]

  @Test func theCopulaHasTheRankCorrelation() throws {
    let correlation = try #require(Correlation(wanted, variables: 4))
    let design = SampleDesign(.sobol, draws: 8192, variables: 4, seed: 2)
    let points = (0..<8192).map { correlation.copula(design.point($0)) }
    let columns = (0..<4).map { v in points.map { $0[v] } }
    for i in 0..<4 {
      for j in 0..<i {
        #expect(abs(spearman(columns[i], columns[j]) - correlation.matrix[i][j]) < 0.02)
      }
    }
    #expect((0..<8192).allSatisfy { points[$0][3] == design.point($0)[3] })
  }

  @Test func reorderingKeepsEveryValueAndReachesTheRankCorrelation() throws {
    let correlation = try #require(Correlation(wanted, variables: 3))
    let design = SampleDesign(.latinHypercube, draws: 1000, variables: 3, seed: 4)
    let sample = (0..<1000).map { design.point($0) }
    let result = correlation.reordered(sample, seed: 4)
    let columns = (0..<3).map { v in result.map { $0[v] } }
    for v in 0..<3 { #expect(columns[v].sorted() == sample.map { $0[v] }.sorted()) }
    #expect(columns[0] == sample.map { $0[0] })
    for i in 0..<3 {
      for j in 0..<i {
        #expect(abs(spearman(columns[i], columns[j]) - correlation.matrix[i][j]) < 0.03)
      }
    }
  }

  @Test func impossibleCorrelationsAreRefused() {
    #expect(Correlation([(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)], variables: 3) == nil)
    #expect(Correlation([(0, 1, 1)], variables: 2) == nil)
  }
}
