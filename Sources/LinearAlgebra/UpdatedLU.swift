/// A factored matrix plus a change of rank k, A + U Vᵀ, solved without a new factorisation.
///
/// Sherman–Morrison–Woodbury (Woodbury 1950):
/// (A + U Vᵀ)⁻¹ b = y − A⁻¹U (I + Vᵀ A⁻¹ U)⁻¹ Vᵀ y, with y = A⁻¹ b.
/// Worth it while k is far below n; the capacitance matrix I + Vᵀ A⁻¹ U is k x k.
package struct UpdatedLU: Sendable {
  private let base: LU
  private let right: Matrix
  private let solvedLeft: Matrix
  private let capacitance: LU

  /// Adds U Vᵀ, both n x k, to a factored matrix; nil if the changed matrix is singular.
  package init?(_ base: LU, left: Matrix, right: Matrix) {
    precondition(
      left.rows == base.order && right.rows == base.order && left.columns == right.columns,
      "UpdatedLU: \(left.rows) x \(left.columns) and \(right.rows) x \(right.columns)")
    let solvedLeft = base.solve(left)
    var inner = Matrix.identity(left.columns)
    OpenBLAS.gemm(
      transposedA: true, m: left.columns, n: left.columns, k: base.order,
      right.elements, stride: right.columns, solvedLeft.elements, stride: left.columns,
      beta: 1, &inner.elements, stride: left.columns)
    guard let capacitance = LU(inner) else { return nil }
    self.base = base
    self.right = right
    self.solvedLeft = solvedLeft
    self.capacitance = capacitance
  }

  /// The solution x of (A + U Vᵀ) x = b, n.
  package func solve(_ b: [Double]) -> [Double] {
    let y = base.solve(b)
    let z = capacitance.solve(right.transposedTimes(y))
    let correction = solvedLeft.times(z)
    return y.indices.map { y[$0] - correction[$0] }
  }
}
