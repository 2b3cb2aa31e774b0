/// A small sequential generator: 64-bit state, period 2^64 (Steele, Lea and Flood 2014).
///
/// For test data and shuffles; draws of an ensemble use `Philox`, which has no order.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts a sequence from a seed.
  package init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A uniform number in [0, 1) with 53 bits.
  package mutating func nextUniform() -> Double { Double(next() >> 11) * 0x1p-53 }
}
