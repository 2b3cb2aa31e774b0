package import Diagnostics
package import LinearAlgebra

/// The Leontief quantity model x = (I - A)^-1 y (Leontief 1936): one factorisation, many solutions.
///
/// Multipliers, linkages and the price model share the factorisation.
package struct LeontiefModel: Sendable {
  /// The table, yearly flows.
  package let table: InputOutputTable
  /// Technical coefficients A, n x n.
  package let technicalCoefficients: Matrix
  /// I - A, factored.
  let factors: LU

  /// Factors I - A; throws if it is singular to working precision.
  package init(_ table: InputOutputTable) throws(DiagnosticList) {
    let coefficients = table.technicalCoefficients
    self.table = table
    technicalCoefficients = coefficients
    factors = try LU.ofStaticModel(coefficients)
  }

  /// Gross output x that a final demand y needs, n, yearly.
  package func output(forFinalDemand y: [Double]) -> [Double] { factors.solve(y) }

  /// Gross output for several final demands, n x m, a column for each of theirs.
  package func output(forFinalDemands y: Matrix) -> Matrix { factors.solve(y) }

  /// The row vector w'(I - A)^-1, n: weights per unit of output carried through every tier.
  package func throughEveryTier(_ weights: [Double]) -> [Double] {
    factors.solveTransposed(weights)
  }

  /// The rows W(I - A)^-1, m x n: a row of weights each, carried through every tier.
  package func throughEveryTier(_ weights: Matrix) -> Matrix { factors.solveFromRight(weights) }

  /// Leontief inverse L = (I - A)^-1, n x n, computed anew on every call.
  package func leontiefInverse() -> Matrix { factors.inverse }
}

extension LU {
  /// Factors I - A for static models; throws if it is singular to working precision.
  static func ofStaticModel(_ coefficients: Matrix) throws(DiagnosticList) -> LU {
    let smallest = 1e-15
    guard let factors = LU(coefficients.subtractedFromIdentity),
      factors.reciprocalCondition > smallest
    else {
      throw DiagnosticList([Diagnostic(.error, BalanceProblem.singular)])
    }
    return factors
  }
}
