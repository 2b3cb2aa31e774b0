/// What one more unit of final demand for each node's product sets in motion.
package struct Multipliers: Sendable {
  /// Output over all nodes per unit of final demand, n: column sums of the Leontief inverse.
  package let output: [Double]
  /// Value added over all nodes per unit of final demand, n: v_c'L.
  package let valueAdded: [Double]

  /// Multipliers of a table's Leontief model.
  package init(_ model: LeontiefModel) {
    output = model.throughEveryTier([Double](repeating: 1, count: model.table.nodeCount))
    valueAdded = model.throughEveryTier(model.table.valueAddedCoefficients)
  }
}
