package import Diagnostics
package import LinearAlgebra

/// The Ghosh supply model x' = v'(I - B)^-1 (Ghosh 1958), B the allocation coefficients.
package struct GhoshModel: Sendable {
  /// Allocation coefficients B, n x n.
  package let allocationCoefficients: Matrix
  /// I - B, factored.
  let factors: LU

  /// Factors I - B; throws if it is singular to working precision.
  package init(_ table: InputOutputTable) throws(DiagnosticList) {
    let coefficients = table.allocationCoefficients
    allocationCoefficients = coefficients
    factors = try LU.ofStaticModel(coefficients)
  }

  /// Gross output that a value added v allows, n, yearly.
  package func output(forValueAdded v: [Double]) -> [Double] { factors.solveTransposed(v) }

  /// Ghosh inverse G = (I - B)^-1, n x n, computed anew on every call.
  package func ghoshInverse() -> Matrix { factors.inverse }

  /// Row sums of the Ghosh inverse, n: output downstream per unit of primary input.
  package var rowSums: [Double] {
    factors.solve([Double](repeating: 1, count: factors.order))
  }
}
