import Statistics
import Testing

@Suite struct SampleDesignTests {
  @Test(arguments: SamplingMethod.allCases)
  func aDrawIsTheSameInWhateverOrder(_ method: SamplingMethod) {
    let design = SampleDesign(method, draws: 128, variables: 5, seed: 3)
    let forth = (0..<128).map { design.point($0) }
    let back = (0..<128).reversed().map { design.point($0) }
    #expect(forth == back.reversed())
    #expect(forth.joined().allSatisfy { $0 > 0 && $0 < 1 })
    #expect(Set(forth.joined()).count == 128 * 5)
  }

  @Test(arguments: [SamplingMethod.monteCarlo, .sobol])
  func theSeedAndTheStreamChangeEveryDraw(_ method: SamplingMethod) {
    let one = SampleDesign(method, draws: 64, variables: 2, seed: 1)
    let two = SampleDesign(method, draws: 64, variables: 2, seed: 2)
    let other = SampleDesign(method, draws: 64, variables: 2, seed: 1, stream: .indices)
    for draw in 0..<64 {
      #expect(one.point(draw) != two.point(draw))
      #expect(one.point(draw) != other.point(draw))
    }
  }

  @Test func monteCarloDrawsDoNotDependOnTheirNumberOrOnOtherVariables() {
    let few = SampleDesign(.monteCarlo, draws: 10, variables: 2, seed: 8)
    let many = SampleDesign(.monteCarlo, draws: 1000, variables: 6, seed: 8)
    #expect(few.point(9) == Array(many.point(9)[..<2]))
  }

  @Test(arguments: [1, 7, 100])
  func eachStripOfALatinHypercubeHoldsOneDraw(_ draws: Int) {
    let design = SampleDesign(.latinHypercube, draws: draws, variables: 3, seed: 5)
    for variable in 0..<3 {
      let strips = (0..<draws).map { Int(design.point($0)[variable] * Double(draws)) }
      #expect(strips.sorted() == Array(0..<draws))
    }
  }

  @Test func eachScramblingOfSobolFillsItsStrips() throws {
    let design = SampleDesign(.sobol, draws: 512, variables: 4, seed: 11)
    let parts = try #require(design.parts)
    #expect(parts.count == SampleDesign.usualReplicates)
    for part in parts {
      for variable in 0..<4 {
        #expect(Set(part.map { Int(design.point($0)[variable] * 64) }).count == 64)
      }
    }
  }

  @Test func sobolTakesOnlyPowersOfTwo() {
    #expect(SampleDesign.allows(1024, .sobol))
    for draws in [1000, 1023, 32, 96] { #expect(!SampleDesign.allows(draws, .sobol)) }
    #expect(SampleDesign.allows(1000, .monteCarlo))
  }
}
