package import Diagnostics
package import InputOutputTables
package import LinearAlgebra

/// The Ghosh supply model x' = v'(I - B)^-1 (Ghosh 1958), B the allocation coefficients.
///
/// It needs no factorisation of its own: between nodes with output I - B is similar to I - A,
/// I - B = x̂^-1 (I - A) x̂ (Miller and Blair 2009, section 12.1). A silent node sells nothing
/// in B and buys nothing in A, so what it buys is added to the solution by hand.
package struct GhoshModel: Sendable {
  /// The Leontief model whose factorisation this one uses.
  let leontief: LeontiefModel

  /// The Ghosh model of a Leontief model's table.
  package init(_ leontief: LeontiefModel) { self.leontief = leontief }

  /// Factors I - A of a table; throws if it is singular to working precision.
  package init(_ table: InputOutputTable) throws(DiagnosticList) {
    self.init(try LeontiefModel(table))
  }

  /// Allocation coefficients B, n x n, computed anew on every call.
  package var allocationCoefficients: Matrix { leontief.table.allocationCoefficients }

  /// Gross output that primary inputs v of all kinds allow, n, yearly: v'(I - B)^-1.
  package func output(forPrimaryInputs v: [Double]) -> [Double] {
    row(v, throughRows: leontief.throughEveryTier(v.indices.map { perOutput(v[$0], $0) }))
  }

  /// The solution u of u = c + B u, n: shares of each node's output carried upstream through B.
  package func carriedUpstream(_ c: [Double]) -> [Double] {
    let table = leontief.table
    let n = table.nodeCount
    let silent = (0..<n).filter { !isActive($0) && c[$0] != 0 }
    var side = [Double](repeating: 0, count: n)
    for i in 0..<n where isActive(i) {
      side[i] = output[i] * c[i]
      for s in silent { side[i] += table.intermediateUse[i, s] * c[s] }
    }
    let solved = leontief.output(forFinalDemand: side)
    return (0..<n).map { isActive($0) ? solved[$0] / output[$0] : c[$0] }
  }

  /// Rows of the Ghosh inverse, k x n: row k is e_i'(I - B)^-1.
  package func rows(of nodes: [Int]) -> Matrix {
    let n = leontief.table.nodeCount
    var weights = Matrix(rows: nodes.count, columns: n)
    for (k, node) in nodes.enumerated() { weights[k, node] = perOutput(1, node) }
    let carried = leontief.throughEveryTier(weights)
    var result = Matrix(rows: nodes.count, columns: n)
    for (k, node) in nodes.enumerated() {
      var unit = [Double](repeating: 0, count: n)
      unit[node] = 1
      result.elements.replaceSubrange(
        (k * n)..<((k + 1) * n), with: row(unit, throughRows: carried.row(k)))
    }
    return result
  }

  /// Ghosh inverse G = (I - B)^-1, n x n, computed anew on every call.
  package func ghoshInverse() -> Matrix { rows(of: Array(0..<leontief.table.nodeCount)) }

  /// Row sums of the Ghosh inverse, n: output downstream per unit of primary input.
  package var rowSums: [Double] {
    carriedUpstream([Double](repeating: 1, count: leontief.table.nodeCount))
  }

  private var output: [Double] { leontief.table.grossOutput }

  private func isActive(_ node: Int) -> Bool { !leontief.table.isSilent[node] }

  private func perOutput(_ value: Double, _ node: Int) -> Double {
    isActive(node) ? value / output[node] : 0
  }

  /// v'(I - B)^-1 from w' = (v/x)'(I - A)^-1: w∘x between nodes with output, v + w'Z elsewhere.
  private func row(_ v: [Double], throughRows w: [Double]) -> [Double] {
    let use = leontief.table.intermediateUse
    return v.indices.map { j in
      if isActive(j) { return w[j] * output[j] }
      var total = v[j]
      for i in v.indices where isActive(i) { total += w[i] * use[i, j] }
      return total
    }
  }
}
