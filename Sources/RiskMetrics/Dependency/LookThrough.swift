package import ComparativeStatics
internal import InputOutputTables
package import LinearAlgebra

/// Shares of each origin in what a node buys, at face value and through every tier.
///
/// MODEL.md section 3, after Baldwin, Freeman and Theodorakopoulos (2023): with L = (I − A)⁻¹ the
/// look-through share of origin c in node j is Σ_{i∈c}(L − I)[i,j] / Σ_i (L − I)[i,j]; the face value
/// is the same with A. L is never formed: one transposed solve an origin gives s_c'(L − I) = s_c'A·L.
/// What nodes buy from outside the table is one more origin that buys nothing itself: m'L, m the
/// imports per unit of output.
package struct LookThrough: Sendable {
  /// The origin of what comes from outside the table's regions.
  package static let outside = "imports"

  /// Codes of the origins: the table's regions, then `outside` where nodes buy from there, C.
  package let origins: [String]
  /// What the shares count: money, purchases from home included.
  package let basis: Basis
  /// Share of each origin in a node's direct input, C × n; a column of zeros where it buys nothing.
  package let faceValue: Matrix
  /// Share of each origin in a node's input through every tier, C × n; zeros as above.
  package let share: Matrix
  /// Output of each origin embodied in the inputs of a unit of a node's output: s_c'(L − I), C × n.
  let total: Matrix
  /// What each origin sells to a node per unit of its output: s_c'A, C × n.
  let direct: Matrix

  /// Solves for every origin of a table.
  package init(_ model: LeontiefModel) {
    let table = model.table
    let direct = Self.sumByOrigin(model.technicalCoefficients, of: table)
    let total = model.throughEveryTier(direct)
    origins = table.regions.map { $0.code } + (table.hasImportedInputs ? [Self.outside] : [])
    basis = Basis.value(of: table)
    faceValue = Self.columnShares(direct)
    share = Self.columnShares(total)
    self.total = total
    self.direct = direct
  }

  /// Hidden exposure: look-through less face value, −1 to 1, of an origin in a node.
  package func hidden(origin: Int, node: Int) -> Double {
    share[origin, node] - faceValue[origin, node]
  }

  /// Sums A's rows over the nodes of each region, and adds imports where there are any, C × n.
  private static func sumByOrigin(_ a: Matrix, of table: InputOutputTable) -> Matrix {
    let regions = table.regions.count
    let outside = table.hasImportedInputs ? table.coefficients(.imports) : []
    var sums = Matrix(rows: regions + (outside.isEmpty ? 0 : 1), columns: a.columns)
    for j in outside.indices { sums[regions, j] = outside[j] }
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
