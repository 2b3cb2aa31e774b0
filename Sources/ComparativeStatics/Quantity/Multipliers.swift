internal import InputOutputTables
internal import LinearAlgebra

/// What one more unit of final demand for each node's product sets in motion (type I).
///
/// Miller and Blair (2009), chapter 6; households' spending is left out, `HouseholdClosure` adds it.
package struct Multipliers: Sendable {
  /// Output over all nodes per unit of final demand, n: column sums of the Leontief inverse.
  package let output: [Double]
  /// Value added over all nodes per unit of final demand, n: v_c'L.
  package let valueAdded: [Double]

  /// Multipliers of a table's Leontief model, in one pass over its factors.
  package init(_ model: LeontiefModel) {
    let n = model.table.nodeCount
    let weights = [Double](repeating: 1, count: n) + model.table.valueAddedCoefficients
    let carried = model.throughEveryTier(Matrix(rows: 2, columns: n, elements: weights))
    output = carried.row(0)
    valueAdded = carried.row(1)
  }
}
