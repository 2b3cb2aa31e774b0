/// How the unit cube is filled with draws.
package enum SamplingMethod: String, Sendable, Hashable, CaseIterable {
  /// Independent draws.
  case monteCarlo = "monte carlo"
  /// Each variable's range cut into as many equal strips as there are draws, one draw a strip.
  case latinHypercube = "latin hypercube"
  /// A Sobol' sequence under several independent scramblings.
  case sobol
}

/// Draws in the unit cube: each coordinate a function of (seed, draw, variable).
package struct SampleDesign: Sendable {
  /// How the cube is filled.
  package let method: SamplingMethod
  /// Number of draws.
  package let draws: Int
  /// Number of variables.
  package let variables: Int
  private let philox: Philox
  private let stream: Philox.Stream
  /// Of a Latin hypercube: the strip of each draw, by variable.
  private let strips: [[Int]]
  private let sequence: SobolSequence?
  private let scramblings: [[@Sendable (UInt32) -> UInt32]]

  private let replicates: Int

  /// Independent scramblings of a Sobol' sample: its error is that of their results.
  package static let usualReplicates = 8

  /// Whether a number of draws suits a method: of Sobol' the first 2ᵏ points, k ≥ 3, under each scrambling.
  package static func allows(
    _ draws: Int, _ method: SamplingMethod, replicates: Int = usualReplicates
  ) -> Bool {
    guard method == .sobol else { return draws >= 1 }
    let size = draws / replicates
    return draws % replicates == 0 && size >= 8 && size & (size - 1) == 0 && size <= 1 << 31
  }

  /// Makes a design; `draws` must suit the method, and Sobol' has no more variables than directions.
  ///
  /// `replicates`: scramblings of a Sobol' sample; one is the most even, several tell the error.
  package init(
    _ method: SamplingMethod, draws: Int, variables: Int, seed: UInt64,
    stream: Philox.Stream = .draws, replicates: Int = usualReplicates
  ) {
    precondition(
      Self.allows(draws, method, replicates: replicates),
      "SampleDesign: \(draws) draws of \(method.rawValue)")
    self.replicates = replicates
    let philox = Philox(seed: seed)
    self.method = method
    self.draws = draws
    self.variables = variables
    self.philox = philox
    self.stream = stream
    let isLatin = method == .latinHypercube
    strips = (0..<(isLatin ? variables : 0)).map {
      philox.order(of: draws, variable: Philox.variable($0, of: .orders))
    }
    let isSobol = method == .sobol && variables > 0
    sequence = isSobol ? SobolSequence(dimensions: variables) : nil
    scramblings = (0..<(isSobol ? replicates : 0)).map { replicate in
      (0..<variables).map {
        let name = UInt64(replicate) | stream.rawValue << 32
        let key = philox.bits(draw: name, variable: Philox.variable($0, of: .scrambling))
        return Self.scrambling(key, of: stream)
      }
    }
  }

  private static func scrambling(
    _ key: UInt64, of stream: Philox.Stream
  ) -> @Sendable (UInt32) -> UInt32 {
    guard stream == .indices else {
      let owen = OwenScrambling(key: key)
      return { owen.scrambled($0) }
    }
    let affine = AffineScrambling(key: key)
    return { affine.scrambled($0) }
  }

  /// A draw's coordinates in (0, 1), one a variable.
  package func point(_ draw: Int) -> [Double] {
    (0..<variables).map { coordinate(draw, $0) }
  }

  private func coordinate(_ draw: Int, _ variable: Int) -> Double {
    let inside = philox.uniform(
      draw: UInt64(draw), variable: Philox.variable(variable, of: stream))
    switch method {
    case .monteCarlo: return inside
    case .latinHypercube:
      return Self.kept((Double(strips[variable][draw]) + inside) / Double(draws))
    case .sobol:
      guard let sequence else { return inside }
      let size = draws / replicates
      let bits = sequence.bits(UInt32(draw % size), dimension: variable)
      let scrambled = scramblings[draw / size][variable](bits)
      return Self.kept((Double(scrambled) + inside) * 0x1p-32)
    }
  }

  /// Rounding may reach 1: the largest number below it then.
  private static func kept(_ value: Double) -> Double { min(value, 1 - 0x1p-53) }

  /// Draws of each independent part: the scramblings of a Sobol' design; nil where draws stand for
  /// themselves.
  package var parts: [Range<Int>]? { Self.parts(method, draws: draws, replicates: replicates) }

  /// Draws of each independent part of a design.
  package static func parts(
    _ method: SamplingMethod, draws: Int, replicates: Int = usualReplicates
  ) -> [Range<Int>]? {
    guard method == .sobol, replicates > 1 else { return nil }
    let size = draws / replicates
    return (0..<replicates).map { $0 * size..<($0 + 1) * size }
  }
}
