package import Diagnostics
internal import InputOutputTables
package import LinearAlgebra

/// Many what-ifs on trade links at once, by updates of one factorisation.
///
/// A what-if changes rows K of A and y. Output after it is x + L_K u, where u, the change of sales
/// of K, solves the k x k system (I - ΔA L_K) u = ΔA x + Δy (Sherman–Morrison–Woodbury; Woodbury
/// 1950). Columns of L are solved once for all suppliers that any what-if names: without
/// replacement a link costs one shared column and O(n) work, with it one for each supplier.
package struct PartialExtractions: Sendable {
  /// Output before, n, yearly: L y.
  package let before: [Double]
  /// Output lost in each what-if, m x n, yearly.
  package let losses: Matrix

  /// Works out what-ifs; throws if one leaves coefficients that cannot be inverted.
  package init(
    _ model: LeontiefModel, _ extractions: [PartialExtraction]
  ) throws(DiagnosticList) {
    let map = NodeMap(model.table)
    let changes = extractions.map { LinkChange($0, in: model, map) }
    let suppliers = Set(changes.flatMap { $0.suppliers }).sorted()
    var line = [Int](repeating: 0, count: model.table.nodeCount)
    for (k, supplier) in suppliers.enumerated() { line[supplier] = k }
    let columns = model.columns(of: suppliers)
    let before = model.baseOutput
    var losses = Matrix(rows: extractions.count, columns: before.count)
    for (m, change) in changes.enumerated() {
      let lines = change.suppliers.map { line[$0] }
      guard let sales = Self.changeOfSales(change, lines, columns, before) else {
        throw DiagnosticList([Diagnostic(.error, StaticsProblem.singularChange)])
      }
      for (k, l) in lines.enumerated() {
        Self.add(-sales[k], of: columns, row: l, to: &losses, row: m)
      }
    }
    self.before = before
    self.losses = losses
  }

  /// Output after a what-if, n, yearly.
  package func output(after whatIf: Int) -> [Double] {
    before.indices.map { before[$0] - losses[whatIf, $0] }
  }

  /// The change u of what K sells; nil if the small system is singular.
  private static func changeOfSales(
    _ change: LinkChange, _ lines: [Int], _ columns: Matrix, _ before: [Double]
  ) -> [Double]? {
    let (k, users) = (lines.count, change.users)
    let changes = Matrix(
      rows: k, columns: users.count, elements: change.coefficients.flatMap { $0 })
    let bought = changes.times(users.map { before[$0] })
    let side = (0..<k).map { bought[$0] + change.finalDemand[$0] }
    var seen = Matrix(rows: users.count, columns: k)
    for (b, line) in lines.enumerated() {
      for (u, user) in users.enumerated() {
        seen.elements[u * k + b] = columns.elements[line * columns.columns + user]
      }
    }
    return LU(changes.times(seen).subtractedFromIdentity)?.solve(side)
  }

  /// to[row] += factor * of[row], whole rows.
  private static func add(
    _ factor: Double, of columns: Matrix, row from: Int, to losses: inout Matrix, row to: Int
  ) {
    let n = columns.columns
    let (source, target) = (from * n, to * n)
    let values = columns.elements.span
    var sums = losses.elements.mutableSpan
    for j in 0..<n { sums[target + j] += factor * values[source + j] }
  }
}
