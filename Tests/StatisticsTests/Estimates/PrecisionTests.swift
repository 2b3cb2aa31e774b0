import Statistics
import Testing

@Suite struct PrecisionTests {
  @Test func fourTimesTheDrawsHalveTheError() {
    let precision = Precision(estimate: 2, halfWidth: 0.2, draws: 1000)
    #expect(precision.relative == 0.1)
    #expect(precision.more(for: 0.1) == 3000)
    #expect(precision.more(for: 0.5) == 0)
    #expect(precision.more(for: 0) == nil)
    #expect(Precision(estimate: 0, halfWidth: 1, draws: 10).relative == nil)
  }

  @Test func theErrorOfPartsIsTheirSpread() {
    let values = [1.0, 3, 1, 3, 1, 3]
    #expect(MeanEstimate(values).standardError != 0)
    #expect(MeanEstimate(values, parts: [0..<2, 2..<4, 4..<6]).standardError == 0)
    #expect(MeanEstimate([4]).standardError == nil)
    #expect(MeanEstimate([4, 6]).standardError == 1)
  }

  /// Wilson (1927): 0 of 10 gives z²/(n + z²).
  @Test func sharesStayBetweenNoneAndAll() {
    let none = ShareEstimate(hits: 0, draws: 10)
    #expect(none.low == 0 && abs(none.high - 0.2775327998628892) < 1e-14)
    let all = ShareEstimate(hits: 10, draws: 10)
    #expect(all.high == 1 && abs(all.low - (1 - none.high)) < 1e-14)
  }

  @Test func randomisedSobolBeatsMonteCarlo() {
    func error(_ method: SamplingMethod) -> Double {
      let design = SampleDesign(method, draws: 1024, variables: 3, seed: 6)
      let values = (0..<1024).map { Ishigami.value(design.point($0)) }
      let estimate = MeanEstimate(values, parts: design.parts)
      #expect(abs(estimate.mean - 3.5) < 4 * (estimate.standardError ?? 0))
      return estimate.standardError ?? 0
    }
    #expect(error(.sobol) * 5 < error(.monteCarlo))
  }
}
