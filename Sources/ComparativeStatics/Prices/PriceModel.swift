internal import InputOutputTables
internal import LinearAlgebra

/// The cost-push price model p' = v_c'(I - A)^-1: prices relative to the base year, where p = 1.
///
/// v_c holds every primary cost: value added, imports, product taxes and margins. Imports are made
/// abroad, so that their price stays as it is unless it is given as an extra cost.
package struct PriceModel: Sendable {
  private let leontief: LeontiefModel

  /// Prices of a table's Leontief model.
  package init(_ leontief: LeontiefModel) { self.leontief = leontief }

  /// Prices that primary inputs per unit of output give, n; 1 where a node's costs add up.
  package var basePrices: [Double] {
    let table = leontief.table
    return leontief.throughEveryTier(table.perUnitOfOutput(table.allPrimaryInputs))
  }

  /// Relative price changes, n, from extra cost per unit of output at each node, n (0.1 is 10%).
  package func priceChange(extraCost: [Double]) -> [Double] {
    leontief.throughEveryTier(extraCost)
  }

  /// Relative price changes, n, when some nodes' own prices are held at 1 + `changes`.
  ///
  /// With K held, Δp' = s' L[K,:] where s' L[K,K] = changes'; rows of L come from one solve for all.
  /// A price that cannot be moved from within (a zero on L's diagonal block) changes alone.
  package func priceChange(holding nodes: [Int], at changes: [Double]) -> [Double] {
    precondition(
      nodes.count == changes.count && Set(nodes).count == nodes.count,
      "PriceModel: \(nodes.count) nodes, \(changes.count) changes")
    let rows = leontief.rows(of: nodes)
    let block = Matrix(
      rows: nodes.count, columns: nodes.count,
      elements: (0..<nodes.count).flatMap { k in nodes.map { rows[k, $0] } })
    let scale = LU(block)?.solveTransposed(changes) ?? [Double](repeating: 0, count: nodes.count)
    var result = rows.transposedTimes(scale)
    for (node, change) in zip(nodes, changes) { result[node] = change }
    return result
  }
}
