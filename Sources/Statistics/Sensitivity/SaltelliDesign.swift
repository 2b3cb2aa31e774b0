/// The design of Sobol' indices: matrices A and B, and for each variable A with B's column.
///
/// A and B are the two halves of points of 2d coordinates: two blocks of one d-dimensional sequence
/// would not be independent, and give indices that are plainly wrong.
package struct SaltelliDesign: Sendable {
  /// Number of variables d.
  package let variables: Int
  /// Rows of A and of B.
  package let base: Int
  private let points: SampleDesign

  /// Makes a design of `base` rows, which must suit the method and `replicates` scramblings.
  package init(
    _ method: SamplingMethod, base: Int, variables: Int, seed: UInt64, replicates: Int = 1
  ) {
    self.variables = variables
    self.base = base
    points = SampleDesign(
      method, draws: base, variables: 2 * variables, seed: seed, stream: .indices,
      replicates: replicates)
  }

  /// Runs of the design: n(d + 2).
  package var runs: Int { base * (variables + 2) }

  /// A run's point in the unit cube: for each row A, then B, then A with B's column of each variable.
  package func point(_ run: Int) -> [Double] {
    let point = points.point(run / (variables + 2))
    let a = Array(point[..<variables])
    let b = Array(point[variables...])
    switch run % (variables + 2) {
    case 0: return a
    case 1: return b
    case let column:
      var mixed = a
      mixed[column - 2] = b[column - 2]
      return mixed
    }
  }

  /// Rows of each independent part.
  package var parts: [Range<Int>]? { points.parts }

  /// The indices from a result for each run, in their order.
  package func indices(_ results: [Double], seed: UInt64) -> [SobolIndex] {
    precondition(results.count == runs, "SaltelliDesign: \(results.count) of \(runs) results")
    let width = variables + 2
    let a = (0..<base).map { results[$0 * width] }
    let b = (0..<base).map { results[$0 * width + 1] }
    let mixed = (0..<variables).map { v in (0..<base).map { results[$0 * width + 2 + v] } }
    return SobolIndex.all(a: a, b: b, mixed: mixed, parts: parts, seed: seed)
  }
}
