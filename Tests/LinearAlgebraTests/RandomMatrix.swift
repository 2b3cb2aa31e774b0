import LinearAlgebra

/// A matrix of uniform numbers in [-1, 1), not symmetric.
func randomMatrix(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
  var generator = SplitMix64(seed: seed)
  return Matrix(
    rows: rows, columns: columns,
    elements: (0..<(rows * columns)).map { _ in 2 * generator.nextUniform() - 1 })
}

/// Largest absolute difference of two arrays of one length.
func distance(_ a: [Double], _ b: [Double]) -> Double {
  precondition(a.count == b.count)
  return zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) }
}
