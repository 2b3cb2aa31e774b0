extension Matrix {
  /// The identity, n x n.
  package static func identity(_ order: Int) -> Matrix {
    var result = Matrix(rows: order, columns: order)
    for i in 0..<order { result.elements[i * order + i] = 1 }
    return result
  }

  /// The transpose, columns x rows.
  package var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    let tile = 32
    for top in stride(from: 0, to: rows, by: tile) {
      for left in stride(from: 0, to: columns, by: tile) {
        for i in top..<min(top + tile, rows) {
          for j in left..<min(left + tile, columns) {
            result.elements[j * rows + i] = elements[i * columns + j]
          }
        }
      }
    }
    return result
  }

  /// Sums over each row, one for every row.
  package var rowSums: [Double] {
    (0..<rows).map { i in
      var total = 0.0
      for k in (i * columns)..<((i + 1) * columns) { total += elements[k] }
      return total
    }
  }

  /// Sums over each column, one for every column.
  package var columnSums: [Double] {
    var totals = [Double](repeating: 0, count: columns)
    for i in 0..<rows {
      for j in 0..<columns { totals[j] += elements[i * columns + j] }
    }
    return totals
  }

  /// Largest sum of absolute values over a row: the infinity norm; NaN if an element is.
  package var largestRowSum: Double {
    var largest = 0.0
    for i in 0..<rows {
      var total = 0.0
      for k in (i * columns)..<((i + 1) * columns) { total += abs(elements[k]) }
      guard total.isFinite else { return total }
      largest = max(largest, total)
    }
    return largest
  }

  /// Identity minus this square matrix, n x n.
  package var subtractedFromIdentity: Matrix {
    precondition(rows == columns, "Matrix: \(rows) x \(columns) is not square")
    var result = Matrix(rows: rows, columns: columns, elements: elements.map { -$0 })
    for i in 0..<rows { result.elements[i * columns + i] += 1 }
    return result
  }

  /// One row, as many elements as columns.
  package func row(_ i: Int) -> [Double] { Array(elements[(i * columns)..<((i + 1) * columns)]) }

  /// One column, as many elements as rows.
  package func column(_ j: Int) -> [Double] { (0..<rows).map { elements[$0 * columns + j] } }

  /// The product with a column vector, one element for every row.
  package func times(_ x: [Double]) -> [Double] {
    precondition(x.count == columns, "Matrix: \(columns) columns times \(x.count) elements")
    var y = [Double](repeating: 0, count: rows)
    OpenBLAS.gemv(
      transposed: false, rows: rows, columns: columns, elements, stride: max(1, columns), x, &y)
    return y
  }

  /// The product of the transpose with a column vector, one element for every column.
  package func transposedTimes(_ x: [Double]) -> [Double] {
    precondition(x.count == rows, "Matrix: \(rows) rows times \(x.count) elements")
    var y = [Double](repeating: 0, count: columns)
    OpenBLAS.gemv(
      transposed: true, rows: rows, columns: columns, elements, stride: max(1, columns), x, &y)
    return y
  }

  /// The matrix product, rows x `other.columns`.
  package func times(_ other: Matrix) -> Matrix {
    precondition(columns == other.rows, "Matrix: \(columns) columns times \(other.rows) rows")
    var result = Matrix(rows: rows, columns: other.columns)
    OpenBLAS.gemm(
      transposedA: false, m: rows, n: other.columns, k: columns,
      elements, stride: max(1, columns), other.elements, stride: max(1, other.columns),
      &result.elements, stride: max(1, other.columns))
    return result
  }
}
