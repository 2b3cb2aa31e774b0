/// A dense matrix of doubles in row-major order.
@frozen package struct Matrix: Sendable, Equatable {
  /// Number of rows.
  package let rows: Int
  /// Number of columns.
  package let columns: Int
  /// The elements, row by row; `rows * columns` of them.
  package var elements: [Double]

  /// Makes a matrix from its elements in row-major order.
  package init(rows: Int, columns: Int, elements: [Double]) {
    precondition(
      elements.count == rows * columns,
      "Matrix: \(elements.count) elements for \(rows) x \(columns)")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// Makes a matrix of one repeated value.
  package init(rows: Int, columns: Int, repeating value: Double = 0) {
    self.init(
      rows: rows, columns: columns, elements: [Double](repeating: value, count: rows * columns))
  }

  /// The element in row `row` and column `column`.
  @inlinable package subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }
}
