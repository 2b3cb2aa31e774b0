internal import InputOutputTables
internal import LinearAlgebra

/// Which of a node's sales and purchases hypothetical extraction takes away.
package enum ExtractionKind: String, Sendable, CaseIterable {
  /// Rows and columns of A and the final demand for the nodes: they are gone.
  case complete
  /// Columns of A: they buy nothing from anyone.
  case backward
  /// Rows of the allocation coefficients B: they sell nothing to producers (Ghosh model).
  case forward
}

/// Output of every node with and without some nodes' trade (Dietzenbacher and van der Linden 1997).
///
/// Each kind is a change of rank k of one factorisation, so it costs k solves. With L_K the columns
/// of L and L_KK its block: complete x - L_K L_KK^-1 x_K, and 0 for the nodes themselves; backward
/// x - (L_K - E_K) L_KK^-1 x_K; forward, with rows of the Ghosh inverse, x' - x_K' G_KK^-1 (G_K - E_K').
package struct HypotheticalExtraction: Sendable {
  /// Output before, n, yearly: L y, or v'G for the forward kind.
  package let before: [Double]
  /// Output after, n, yearly.
  package let after: [Double]
  /// Output lost, n, yearly.
  package var losses: [Double] { before.indices.map { before[$0] - after[$0] } }

  /// Extracts nodes, each named once, from a model.
  ///
  /// `sides` replaces the table's final demand y, or its primary inputs v for the forward kind, n.
  package init(
    _ model: LeontiefModel, of nodes: [Int], _ kind: ExtractionKind, sides: [Double]? = nil
  ) {
    precondition(Set(nodes).count == nodes.count, "HypotheticalExtraction: a node twice")
    let (before, lines) = Self.solved(model, nodes, kind, sides)
    let block = Matrix(
      rows: nodes.count, columns: nodes.count,
      elements: nodes.flatMap { i in nodes.indices.map { lines[$0, i] } })
    let own = nodes.map { before[$0] }
    let scale = LU(block)?.solve(own) ?? own
    var lost = lines.transposedTimes(scale)
    for (k, node) in nodes.enumerated() {
      lost[node] = kind == .complete ? before[node] : lost[node] - scale[k]
    }
    self.before = before
    after = before.indices.map { before[$0] - lost[$0] }
  }

  /// Output before, and the k columns of L (or rows of the Ghosh inverse), k x n.
  private static func solved(
    _ model: LeontiefModel, _ nodes: [Int], _ kind: ExtractionKind, _ sides: [Double]?
  ) -> ([Double], Matrix) {
    guard kind == .forward else {
      let demand = sides ?? model.table.totalFinalDemand
      return (model.output(forFinalDemand: demand), model.columns(of: nodes))
    }
    let ghosh = GhoshModel(model)
    let inputs = sides ?? model.table.allPrimaryInputs
    return (ghosh.output(forPrimaryInputs: inputs), ghosh.rows(of: nodes))
  }
}
