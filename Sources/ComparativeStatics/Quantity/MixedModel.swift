internal import InputOutputTables
internal import LinearAlgebra

/// The mixed model: outputs of some nodes given, final demand of the others given (Miller and Blair
/// 2009, section 13.2).
///
/// The final demand z that brings constrained outputs about solves L_KK z = x̄_K - (L y)_K; the others
/// follow from x = L (y + z). Constrained nodes' final demand is the residual, and may turn negative:
/// then producers alone want more than the nodes make.
package struct MixedModel: Sendable {
  /// Output before, n, yearly: L y.
  package let before: [Double]
  /// Output after, n, yearly; the given one where it is given.
  package let after: [Double]
  /// Final demand before, n, yearly.
  package let finalDemandBefore: [Double]
  /// Final demand after, n, yearly: what is left for it at the constrained nodes.
  package let finalDemandAfter: [Double]

  /// Fixes nodes, each named once, at `shares` of their output before (1 changes nothing).
  package init(_ model: LeontiefModel, fixing nodes: [Int], atShares shares: [Double]) {
    precondition(
      nodes.count == shares.count && Set(nodes).count == nodes.count,
      "MixedModel: \(nodes.count) nodes, \(shares.count) shares")
    let demand = model.table.totalFinalDemand
    let before = model.output(forFinalDemand: demand)
    let columns = model.columns(of: nodes)
    let block = Matrix(
      rows: nodes.count, columns: nodes.count,
      elements: nodes.flatMap { i in nodes.indices.map { columns[$0, i] } })
    let wanted = zip(nodes, shares).map { before[$0] * ($1 - 1) }
    let extra = LU(block)?.solve(wanted) ?? wanted
    let change = columns.transposedTimes(extra)
    var after = before.indices.map { before[$0] + change[$0] }
    var left = demand
    for (k, node) in nodes.enumerated() {
      after[node] = before[node] * shares[k]
      left[node] += extra[k]
    }
    self.before = before
    self.after = after
    finalDemandBefore = demand
    finalDemandAfter = left
  }
}
