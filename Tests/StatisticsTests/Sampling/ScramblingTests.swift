import Statistics
import Testing

@Suite struct ScramblingTests {
  @Test func scramblingKeepsWhatPointsShare() {
    let scrambling = OwenScrambling(key: 99)
    let sequence = SobolSequence(dimensions: 3)
    let bits = (0..<128).map { sequence.bits($0, dimension: 2) }
    let scrambled = bits.map { scrambling.scrambled($0) }
    #expect(scrambled != bits)
    for (i, j) in [(0, 1), (3, 77), (12, 100), (126, 127)] {
      #expect(
        (bits[i] ^ bits[j]).leadingZeroBitCount
          == (scrambled[i] ^ scrambled[j]).leadingZeroBitCount)
    }
    #expect(Set(scrambled.map { $0 >> 25 }).count == 128)
    #expect(OwenScrambling(key: 100).scrambled(bits[5]) != scrambled[5])
  }

  @Test func affineScramblingKeepsEvenness() {
    let sequence = SobolSequence(dimensions: 3)
    for key in UInt64(0)..<20 {
      let scrambling = AffineScrambling(key: key)
      let scrambled = (0..<128).map { scrambling.scrambled(sequence.bits($0, dimension: 2)) }
      #expect(Set(scrambled.map { $0 >> 25 }).count == 128)
      #expect(scrambled.contains { $0 & 1 == 1 } && scrambled.contains { $0 & 1 == 0 })
    }
  }
}
