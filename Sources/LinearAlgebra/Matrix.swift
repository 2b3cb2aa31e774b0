/// A dense matrix of doubles in row-major order.
@frozen public struct Matrix: Sendable, Equatable {
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  /// The elements, row by row; `rows * columns` of them.
  public var elements: [Double]

  /// Makes a matrix from its elements in row-major order.
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(
      elements.count == rows * columns,
      "Matrix: \(elements.count) elements for \(rows) x \(columns)")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// Makes a matrix of one repeated value.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    self.init(
      rows: rows, columns: columns, elements: [Double](repeating: value, count: rows * columns))
  }

  /// The element in row `row` and column `column`.
  @inlinable public subscript(row: Int, column: Int) -> Double {
    @inline(__always) get { elements[row * columns + column] }
    @inline(__always) set { elements[row * columns + column] = newValue }
  }
}
