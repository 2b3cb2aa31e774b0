/// A square matrix factored once, PA = LU, to solve many systems.
///
/// The row-major buffer is factored column-major, that is, as Aᵀ, so no copy is ever transposed;
/// systems with A are then solved with LAPACK's `'T'` (STYLE.md section 17).
package struct LU: Sendable {
  /// Order n of the matrix.
  package let order: Int
  /// Reciprocal condition number in the infinity norm, estimated; 0 to 1, near 0 means singular.
  package let reciprocalCondition: Double
  private let factors: [Double]
  private let pivots: [Int32]

  /// Factors a square matrix; nil if it is singular or holds a value that is not finite.
  package init?(_ matrix: consuming Matrix) {
    precondition(
      matrix.rows == matrix.columns, "LU: \(matrix.rows) x \(matrix.columns) is not square")
    let (order, norm) = (matrix.rows, matrix.largestRowSum)
    self.init(factoring: matrix.elements, order: order, norm: norm)
  }

  /// Factors I - A of a square matrix A, made in the buffer that holds the factors; nil as above.
  package init?(identityMinus a: Matrix) {
    precondition(a.rows == a.columns, "LU: \(a.rows) x \(a.columns) is not square")
    let matrix = a.subtractedFromIdentity
    let norm = matrix.largestRowSum
    self.init(factoring: (consume matrix).elements, order: a.rows, norm: norm)
  }

  private init?(factoring elements: consuming [Double], order: Int, norm: Double) {
    guard norm.isFinite else { return nil }
    var factors = consume elements
    guard let pivots = OpenBLAS.factor(&factors, n: order) else { return nil }
    self.order = order
    self.factors = factors
    self.pivots = pivots
    reciprocalCondition = OpenBLAS.reciprocalCondition(factors, n: order, norm: norm)
  }

  /// The solution x of A x = b, n.
  package func solve(_ b: [Double]) -> [Double] { solved(b, count: 1, transposed: true) }

  /// The solution x of Aᵀ x = b, n; the same as xᵀ A = bᵀ.
  package func solveTransposed(_ b: [Double]) -> [Double] {
    solved(b, count: 1, transposed: false)
  }

  /// The solution X of A X = B, n x m, a column for each of B's columns.
  package func solve(_ b: Matrix) -> Matrix {
    precondition(b.rows == order, "LU: \(b.rows) rows for order \(order)")
    let sides = solved(b.transposed.elements, count: b.columns, transposed: true)
    return Matrix(rows: b.columns, columns: order, elements: sides).transposed
  }

  /// The solution X of X A = B, m x n, a row for each of B's rows.
  package func solveFromRight(_ b: Matrix) -> Matrix {
    precondition(b.columns == order, "LU: \(b.columns) columns for order \(order)")
    let sides = solved(b.elements, count: b.rows, transposed: false)
    return Matrix(rows: b.rows, columns: order, elements: sides)
  }

  /// The solutions of A x = b for every row b of B, m x n, a row for each; nothing is transposed.
  package func solveEachRow(_ b: Matrix) -> Matrix {
    precondition(b.columns == order, "LU: \(b.columns) columns for order \(order)")
    let sides = solved(b.elements, count: b.rows, transposed: true)
    return Matrix(rows: b.rows, columns: order, elements: sides)
  }

  /// The inverse of A, n x n; for when the matrix itself is asked for.
  package var inverse: Matrix { solveFromRight(.identity(order)) }

  /// Sign of the determinant, -1 or 1.
  package var determinantSign: Double {
    var sign = 1.0
    for i in 0..<order {
      if Int(pivots[i]) != i + 1 { sign = -sign }
      if factors[i * order + i] < 0 { sign = -sign }
    }
    return sign
  }

  private func solved(_ b: [Double], count: Int, transposed: Bool) -> [Double] {
    precondition(b.count == order * count, "LU: \(b.count) elements for order \(order)")
    var x = b
    OpenBLAS.solve(transposed: transposed, factors, pivots, &x, count: count)
    return x
  }
}
