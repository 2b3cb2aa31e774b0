import Decisions
import LinearAlgebra
import Testing

@Suite struct ExpectedShortfallTests {
  /// Yearly returns of ATT, GMC and USX, 1943 to 1954 (Markowitz 1959, as LINDO's model PORTCVAR has them).
  private static let returns: [[Double]] = [
    [1.300, 1.225, 1.149], [1.103, 1.290, 1.260], [1.216, 1.216, 1.419], [0.954, 0.728, 0.922],
    [0.929, 1.144, 1.169], [1.056, 1.107, 0.965], [1.038, 1.321, 1.133], [1.089, 1.305, 1.732],
    [1.090, 1.195, 1.021], [1.083, 1.390, 1.131], [1.035, 0.928, 1.006], [1.176, 1.715, 1.908],
  ]

  @Test func thePortfolioOfPortcvarComesOutToItsDigits() throws {
    var programme = LinearProgramme()
    let shares = (0..<3).map { _ in programme.variable() }
    programme.row(shares.map { .init($0) }, in: 1...1)
    let threshold = programme.expectedShortfall(
      of: Self.returns.map { year in
        LinearLoss(
          terms: zip(shares, year).map { .init($0, times: -$1) }, probability: 1.0 / 12)
      }, tail: 0.1)
    let best = try programme.solved()
    #expect(abs(best[shares[0]] - 0.6163142) < 5e-8)
    #expect(abs(best[shares[1]]) < 1e-9)
    #expect(abs(best[shares[2]] - 0.3836858) < 5e-8)
    #expect(abs(-best[threshold] - 1.0210846) < 5e-8)
    #expect(abs(-best.cost - 0.9549491) < 5e-8)
  }

  @Test func theProgrammeAndTheSortedTailAgree() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<30 {
      let count = Int.random(in: 1...15, using: &random)
      let losses = (0..<count).map { _ in Double.random(in: -5...5, using: &random) }
      let weights = (0..<count).map { _ in Double.random(in: 0.1...1, using: &random) }
      let probabilities = weights.map { $0 / weights.reduce(0, +) }
      let tail = Double.random(in: 0.02...1, using: &random)
      var programme = LinearProgramme()
      programme.expectedShortfall(
        of: zip(losses, probabilities).map {
          LinearLoss(constant: $0, terms: [], probability: $1)
        }, tail: tail)
      let sorted = expectedShortfall(losses, probabilities: probabilities, tail: tail)
      #expect(abs(try programme.solved().cost - sorted) < 1e-8)
    }
  }

  @Test func theWholeTailIsTheMeanAndAThinOneTheWorst() {
    let losses = [1.0, 4, 2]
    let chances = [0.5, 0.25, 0.25]
    #expect(abs(expectedShortfall(losses, probabilities: chances, tail: 1) - 2) < 1e-12)
    #expect(abs(expectedShortfall(losses, probabilities: chances, tail: 0.1) - 4) < 1e-12)
  }
}
