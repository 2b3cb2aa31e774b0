extension Philox {
  /// Streams of one seed that must not meet, kept apart by the highest bits of the variable.
  package enum Stream: UInt64, Sendable {
    /// The draws themselves.
    case draws = 0
    /// The design of sensitivity indices.
    case indices = 1
    /// Orders of Latin hypercubes and of rank correlation.
    case orders = 2
    /// Keys of scramblings.
    case scrambling = 3
    /// Samples of a sample.
    case bootstrap = 4
    /// Trajectories of elementary effects.
    case screening = 5
    /// Walks of Shapley effects.
    case shapley = 6
  }

  /// The number of a variable within a stream; variables are under 2⁵⁶.
  package static func variable(_ variable: Int, of stream: Stream) -> UInt64 {
    UInt64(variable) | stream.rawValue << 56
  }

  /// 64 random bits for a draw and a variable.
  package func bits(draw: UInt64, variable: UInt64) -> UInt64 {
    let words = words(
      SIMD4(
        UInt32(truncatingIfNeeded: draw), UInt32(truncatingIfNeeded: draw >> 32),
        UInt32(truncatingIfNeeded: variable), UInt32(truncatingIfNeeded: variable >> 32)))
    return UInt64(words[1]) << 32 | UInt64(words[0])
  }

  /// A uniform number in (0, 1) that belongs to a name: the FNV-1a hash of it (Fowler, Noll and Vo) is
  /// its variable.
  package func uniform(named name: String) -> Double {
    let variable = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return uniform(draw: 0, variable: variable)
  }

  /// A random order of `count` things, that of their random numbers.
  package func order(of count: Int, variable: UInt64) -> [Int] {
    let keys = (0..<count).map { bits(draw: UInt64($0), variable: variable) }
    return (0..<count).sorted { (keys[$0], $0) < (keys[$1], $1) }
  }
}
