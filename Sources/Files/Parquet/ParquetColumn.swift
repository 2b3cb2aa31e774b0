/// A column of a Parquet file.
package struct ParquetColumn: Sendable, Hashable {
  /// What it holds.
  package enum Values: Sendable, Hashable {
    /// Whole numbers, all there.
    case integers([Int])
    /// Finite numbers, some of them missing.
    case numbers([Double?])
  }

  /// Its name.
  package let name: String
  /// Its values.
  package let values: Values

  /// Makes a column.
  package init(_ name: String, _ values: Values) {
    self.name = name
    self.values = values
  }

  /// Number of rows.
  package var count: Int {
    switch values {
    case .integers(let values): values.count
    case .numbers(let values): values.count
    }
  }

  /// Rows of a range.
  package func rows(_ range: Range<Int>) -> ParquetColumn {
    switch values {
    case .integers(let values): ParquetColumn(name, .integers(Array(values[range])))
    case .numbers(let values): ParquetColumn(name, .numbers(Array(values[range])))
    }
  }
}
