import Statistics
import Testing

@Suite struct PhiloxTests {
  /// Known answers of Random123 (`kat_vectors`, philox4x32 10).
  @Test(arguments: [
    (
      SIMD2<UInt32>(0, 0), SIMD4<UInt32>(0, 0, 0, 0),
      SIMD4<UInt32>(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
    ),
    (
      SIMD2<UInt32>(repeating: .max), SIMD4<UInt32>(repeating: .max),
      SIMD4<UInt32>(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
    ),
    (
      SIMD2<UInt32>(0xa409_3822, 0x299f_31d0),
      SIMD4<UInt32>(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
      SIMD4<UInt32>(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
    ),
  ])
  func knownAnswers(_ known: (key: SIMD2<UInt32>, counter: SIMD4<UInt32>, words: SIMD4<UInt32>)) {
    #expect(Philox(key: known.key).words(known.counter) == known.words)
  }

  @Test func seedIsTheKeyLowWordFirst() {
    #expect(Philox(seed: 0x299f_31d0_a409_3822).key == SIMD2(0xa409_3822, 0x299f_31d0))
  }

  @Test func uniformsLieInsideAndAverageToOneHalf() {
    let philox = Philox(seed: 42)
    var total = 0.0
    for draw in 0..<20_000 {
      let value = philox.uniform(draw: UInt64(draw), variable: 3)
      #expect(value > 0 && value < 1)
      total += value
    }
    #expect(abs(total / 20_000 - 0.5) < 0.01)
  }

  @Test func drawsVariablesAndSeedsDiffer() {
    let values = Set([
      Philox(seed: 1).uniform(draw: 0, variable: 0), Philox(seed: 2).uniform(draw: 0, variable: 0),
      Philox(seed: 1).uniform(draw: 1, variable: 0), Philox(seed: 1).uniform(draw: 0, variable: 1),
      Philox(seed: 1).uniform(draw: 1 << 32, variable: 0),
      Philox(seed: 1).uniforms(draw: 0, variable: 0).1,
    ])
    #expect(values.count == 6)
  }
}
