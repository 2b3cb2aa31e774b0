/// Philox4x32-10: random numbers as a function of a key and a counter, without a state.
///
/// Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3". The same
/// key and counter give the same four words wherever and in whatever order they are asked for.
package struct Philox: Sendable, Hashable {
  /// The key: two words of the seed.
  package let key: SIMD2<UInt32>

  /// Makes a generator from a key of two words.
  package init(key: SIMD2<UInt32>) { self.key = key }

  /// Makes a generator from a seed: its low word, then its high word.
  package init(seed: UInt64) {
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
  }

  /// The four random words that belong to a counter.
  package func words(_ counter: SIMD4<UInt32>) -> SIMD4<UInt32> {
    var counter = counter
    var key = key
    for _ in 0..<10 {
      let (high0, low0) = Self.product(0xD251_1F53, counter[0])
      let (high1, low1) = Self.product(0xCD9E_8D57, counter[2])
      counter = SIMD4(high1 ^ counter[1] ^ key[0], low1, high0 ^ counter[3] ^ key[1], low0)
      key = key &+ SIMD2(0x9E37_79B9, 0xBB67_AE85)
    }
    return counter
  }

  /// Two uniform numbers in (0, 1), never 0 or 1, for a draw and a variable; 52 bits each.
  package func uniforms(draw: UInt64, variable: UInt64) -> (Double, Double) {
    let words = words(
      SIMD4(
        UInt32(truncatingIfNeeded: draw), UInt32(truncatingIfNeeded: draw >> 32),
        UInt32(truncatingIfNeeded: variable), UInt32(truncatingIfNeeded: variable >> 32)))
    return (Self.uniform(words[0], words[1]), Self.uniform(words[2], words[3]))
  }

  /// A uniform number in (0, 1) for a draw and a variable.
  package func uniform(draw: UInt64, variable: UInt64) -> Double {
    uniforms(draw: draw, variable: variable).0
  }

  private static func product(_ a: UInt32, _ b: UInt32) -> (high: UInt32, low: UInt32) {
    let wide = UInt64(a) &* UInt64(b)
    return (UInt32(truncatingIfNeeded: wide >> 32), UInt32(truncatingIfNeeded: wide))
  }

  /// The middle of one of 2^52 equal intervals, so that neither end can occur.
  private static func uniform(_ low: UInt32, _ high: UInt32) -> Double {
    let bits = (UInt64(high) << 32 | UInt64(low)) >> 12
    return (Double(bits) + 0.5) * 0x1p-52
  }
}
