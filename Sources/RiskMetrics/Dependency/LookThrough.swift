package import ComparativeStatics
internal import InputOutputTables
package import LinearAlgebra

/// Shares of each origin in what a node buys, at face value and through every tier.
///
/// MODEL.md section 3, after Baldwin, Freeman and Theodorakopoulos (2023): with L = (I − A)⁻¹ the
/// look-through share of origin c in node j is Σ_{i∈c}(L − I)[i,j] / Σ_i (L − I)[i,j]; the face value
/// is the same with A. L is never formed: one transposed solve an origin gives s_c'(L − I) = s_c'A·L.
package struct LookThrough: Sendable {
  /// What the shares count: money, purchases from home included.
  package let basis: Basis
  /// Share of each origin in a node's direct input, R × n; a column of zeros where it buys nothing.
  package let faceValue: Matrix
  /// Share of each origin in a node's input through every tier, R × n; zeros as above.
  package let share: Matrix
  /// Output of each origin embodied in a unit of a node's output, its own included: s_c'L, R × n.
  let embodied: Matrix

  /// Solves for every origin of a table.
  package init(_ model: LeontiefModel) {
    let table = model.table
    let direct = Self.sumByOrigin(model.technicalCoefficients, of: table)
    let total = model.throughEveryTier(direct)
    var embodied = total
    for j in 0..<table.nodeCount { embodied[table.nodeRegion[j], j] += 1 }
    basis = Basis.value(of: table)
    faceValue = Self.columnShares(direct)
    share = Self.columnShares(total)
    self.embodied = embodied
  }

  /// Hidden exposure: look-through less face value, −1 to 1, of an origin in a node.
  package func hidden(origin: Int, node: Int) -> Double {
    share[origin, node] - faceValue[origin, node]
  }

  /// Sums a matrix's rows over the nodes of each region, R × n.
  private static func sumByOrigin(_ a: Matrix, of table: InputOutputTable) -> Matrix {
    var sums = Matrix(rows: table.regions.count, columns: a.columns)
    for i in 0..<a.rows {
      let origin = table.nodeRegion[i]
      for j in 0..<a.columns {
        sums.elements[origin * a.columns + j] += a.elements[i * a.columns + j]
      }
    }
    return sums
  }

  /// Each column over its sum; 0 where the sum is not above 0.
  private static func columnShares(_ sums: Matrix) -> Matrix {
    var shares = sums
    for (j, total) in sums.columnSums.enumerated() {
      for c in 0..<sums.rows { shares[c, j] = total > 0 ? sums[c, j] / total : 0 }
    }
    return shares
  }
}

extension Basis {
  /// The basis of a table's flows: money, purchases from home included.
  static func value(of table: InputOutputTable) -> Basis {
    let about = table.description
    return Basis(
      .value, .domesticIncluded, year: about.year.map { "\($0)" } ?? "",
      source: about.source.isEmpty ? about.name : about.source)
  }
}
