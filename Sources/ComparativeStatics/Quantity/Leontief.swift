package import Diagnostics
package import InputOutputTables
package import LinearAlgebra

/// The Leontief quantity model x = (I - A)^-1 y (Leontief 1936): one factorisation, many solutions.
///
/// Every static model of a table shares this factorisation, the Ghosh model among them.
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
    let smallest = 1e-15
    guard let factors = LU(identityMinus: coefficients),
      factors.reciprocalCondition > smallest
    else {
      throw DiagnosticList([Diagnostic(.error, BalanceProblem.singular)])
    }
    self.table = table
    technicalCoefficients = coefficients
    self.factors = factors
  }

  /// The first node whose output multiplier is not above 0; nil where the economy is productive.
  ///
  /// m' = 1'(I - A)^-1 gives m'A = m' - 1' < m': with A ≥ 0 and every m above 0 the spectral radius of
  /// A is below 1, and the other way round (Hawkins and Simon 1949).
  package var firstUnproductiveNode: Int? {
    throughEveryTier([Double](repeating: 1, count: table.nodeCount)).firstIndex { !($0 > 0) }
  }

  /// Gross output x that a final demand y needs, n, yearly.
  package func output(forFinalDemand y: [Double]) -> [Double] { factors.solve(y) }

  /// Gross output for several final demands, n x m, a column for each of theirs.
  package func output(forFinalDemands y: Matrix) -> Matrix { factors.solve(y) }

  /// Gross output that the table's own final demand needs, n, yearly.
  package var baseOutput: [Double] { output(forFinalDemand: table.totalFinalDemand) }

  /// The row vector w'(I - A)^-1, n: weights per unit of output carried through every tier.
  package func throughEveryTier(_ weights: [Double]) -> [Double] {
    factors.solveTransposed(weights)
  }

  /// W (I - A)^-1, k x n, for k rows of weights per unit of output.
  package func throughEveryTier(_ weights: Matrix) -> Matrix { factors.solveFromRight(weights) }

  /// Columns of the Leontief inverse, k x n: row k is L e_i, output needed by a unit of node i.
  package func columns(of nodes: [Int]) -> Matrix { factors.solveEachRow(units(nodes)) }

  /// Rows of the Leontief inverse, k x n: row k is e_i'L, output of node i that each node needs.
  package func rows(of nodes: [Int]) -> Matrix { factors.solveFromRight(units(nodes)) }

  /// Leontief inverse L = (I - A)^-1, n x n, computed anew on every call.
  package func leontiefInverse() -> Matrix { factors.inverse }

  private func units(_ nodes: [Int]) -> Matrix {
    var result = Matrix(rows: nodes.count, columns: factors.order)
    for (k, node) in nodes.enumerated() { result[k, node] = 1 }
    return result
  }
}
