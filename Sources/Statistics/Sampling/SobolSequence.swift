/// Points of a Sobol' sequence (1967), in the Gray-code order of Antonov and Saleev (1979).
///
/// Only the first 2ᵏ points, all of them, keep what the sequence is for: nothing here skips or thins.
package struct SobolSequence: Sendable {
  private let directions: [[UInt32]]

  /// The first dimensions of the bundled direction numbers.
  package init(dimensions: Int) {
    directions = SobolDirections.bundled(dimensions: dimensions).numbers
  }

  /// Number of dimensions.
  package var dimensions: Int { directions.count }

  /// A coordinate of point `index` as 32 bits, before any scrambling.
  package func bits(_ index: UInt32, dimension: Int) -> UInt32 {
    let v = directions[dimension]
    var gray = index ^ (index >> 1)
    var x: UInt32 = 0
    while gray != 0 {
      x ^= v[gray.trailingZeroBitCount]
      gray &= gray - 1
    }
    return x
  }
}
