import LinearAlgebra

/// Rows and columns of a table that only add up the others: totals that were left among the sectors.
///
/// A total doubles every flow that it holds. It is told by its numbers, not by its name: among at
/// least three of a kind, its cells are the sums of all others' to 0.1% of their sizes.
struct TableTotals {
  /// Nodes whose row or column of Z adds up the other nodes of their region.
  let nodes: [Int]
  /// Final-demand columns that add up the others of their region.
  let finalDemand: [Int]
  /// Rows under the table that add up the others.
  let primaryInputs: [Int]

  /// How near a total comes to the sum of the others, as a share of the sizes of its cells.
  private static let tolerance = 1e-3

  /// Looks for totals in a table.
  init(_ table: InputOutputTable) {
    let regions = table.regions.count
    let use = table.intermediateUse
    let sold = Self.totals(amongRowsOf: use, groups: table.nodeRegion, count: regions)
    let bought = Self.totals(amongRowsOf: use.transposed, groups: table.nodeRegion, count: regions)
    nodes = Set(sold + bought).sorted()
    finalDemand = Self.totals(
      amongRowsOf: table.finalDemand.transposed, groups: table.finalDemandRegion, count: regions)
    primaryInputs = Self.totals(
      amongRowsOf: table.primaryInputs,
      groups: [Int](repeating: 0, count: table.primaryInputs.rows), count: 1)
  }

  /// Rows t with 2·t = the sum of all rows of their group, cell by cell.
  private static func totals(
    amongRowsOf matrix: Matrix, groups: [Int], count: Int
  ) -> [Int] {
    let width = matrix.columns
    var sums = Matrix(rows: count, columns: width)
    var filled = [Int](repeating: 0, count: count)
    for (i, group) in groups.enumerated() {
      var isFilled = false
      for j in 0..<width {
        let cell = matrix.elements[i * width + j]
        sums.elements[group * width + j] += cell
        isFilled = isFilled || cell != 0
      }
      if isFilled { filled[group] += 1 }
    }
    return groups.indices.filter { i in
      guard filled[groups[i]] >= 3 else { return false }
      var (gap, size) = (0.0, 0.0)
      for j in 0..<width {
        let cell = matrix.elements[i * width + j]
        gap += abs(2 * cell - sums.elements[groups[i] * width + j])
        size += abs(cell)
      }
      return size > 0 && gap <= tolerance * size
    }
  }
}
