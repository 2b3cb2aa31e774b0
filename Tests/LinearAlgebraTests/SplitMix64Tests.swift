import LinearAlgebra
import Testing

@Suite struct SplitMix64Tests {
  /// First outputs of the reference program for seed 1234567 (Vigna, splitmix64.c).
  @Test func knownAnswers() {
    var generator = SplitMix64(seed: 1_234_567)
    let words = (0..<5).map { _ in generator.next() }
    #expect(
      words == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func uniformsLieInTheHalfOpenInterval() {
    var generator = SplitMix64(seed: 5)
    let values = (0..<10_000).map { _ in generator.nextUniform() }
    #expect(values.allSatisfy { (0..<1).contains($0) })
    #expect(abs(values.reduce(0, +) / 10_000 - 0.5) < 0.02)
  }
}
