/// A randomisation of a coordinate's bits that keeps a Sobol' sequence even.
protocol Scrambling: Sendable {
  /// One of the scramblings; each coordinate and each replicate needs a key of its own.
  init(key: UInt64)

  /// Scrambled bits of a coordinate.
  func scrambled(_ bits: UInt32) -> UInt32
}

/// Owen's nested uniform scrambling (1995), the random flips taken from a hash so that none is stored.
///
/// The flip of a bit is a hash of the key and of all higher bits, as Owen asks: points that share
/// their first k bits go on sharing k bits.
package struct OwenScrambling: Scrambling {
  private let key: UInt64

  /// One of the scramblings; each coordinate and each replicate needs a key of its own.
  package init(key: UInt64) { self.key = key }

  /// Scrambled bits of a coordinate.
  package func scrambled(_ bits: UInt32) -> UInt32 {
    var flips: UInt32 = 0
    for level in 0..<32 {
      let above = level == 0 ? 0 : UInt64(bits >> UInt32(32 - level))
      let node = above | 1 << UInt64(level)
      if Self.mixed(key ^ Self.mixed(node)) >> 63 == 1 { flips |= 1 << UInt32(31 - level) }
    }
    return bits ^ flips
  }

  /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
  static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Matoušek's affine scrambling (1998): a random lower triangular matrix over the bits, and a random shift.
///
/// Less random than Owen's, so that what cancels within the sequence goes on cancelling: the more exact
/// one for indices.
package struct AffineScrambling: Scrambling {
  private let rows: [UInt32]
  private let shift: UInt32

  /// One of the scramblings; each coordinate and each replicate needs a key of its own.
  package init(key: UInt64) {
    rows = (0..<32).map { row in
      let bit = UInt32(1) << UInt32(31 - row)
      let random = UInt32(truncatingIfNeeded: OwenScrambling.mixed(key &+ UInt64(row)))
      // Any of the higher bits, and the bit itself.
      return random & ~(bit | (bit - 1)) | bit
    }
    shift = UInt32(truncatingIfNeeded: OwenScrambling.mixed(key &+ 32))
  }

  /// Scrambled bits of a coordinate.
  package func scrambled(_ bits: UInt32) -> UInt32 {
    var result = shift
    for (row, mask) in rows.enumerated() where (bits & mask).nonzeroBitCount & 1 == 1 {
      result ^= 1 << UInt32(31 - row)
    }
    return result
  }
}
