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
    let use = table.intermediateUse
    let sold = Self.totals(use.rowSums, groups: table.nodeRegion, cells: use.columns) {
      use.elements[$0 * use.columns + $1]
    }
    let bought = Self.totals(use.columnSums, groups: table.nodeRegion, cells: use.rows) {
      use.elements[$1 * use.columns + $0]
    }
    nodes = Set(sold + bought).sorted()
    let final = table.finalDemand
    finalDemand = Self.totals(
      final.columnSums, groups: table.finalDemandRegion, cells: final.rows
    ) { final.elements[$1 * final.columns + $0] }
    let rows = table.primaryInputs
    primaryInputs = Self.totals(
      rows.rowSums, groups: [Int](repeating: 0, count: rows.rows), cells: rows.columns
    ) { rows.elements[$0 * rows.columns + $1] }
  }

  /// Lines t with 2·t = the sum of all lines of their group, cell by cell.
  ///
  /// Only lines whose `sums` fit are looked at cell by cell: as good as none in a table without totals.
  private static func totals(
    _ sums: [Double], groups: [Int], cells: Int, cell: (Int, Int) -> Double
  ) -> [Int] {
    var members: [Int: [Int]] = [:]
    for (line, group) in groups.enumerated() where sums[line] != 0 {
      members[group, default: []].append(line)
    }
    return groups.indices.filter { line in
      guard sums[line] != 0, let group = members[groups[line]], group.count >= 3 else {
        return false
      }
      let whole = group.reduce(0) { $0 + sums[$1] }
      guard abs(2 * sums[line] - whole) <= 0.01 * abs(whole) else { return false }
      var (gap, size) = (0.0, 0.0)
      for k in 0..<cells {
        let own = cell(line, k)
        gap += abs(2 * own - group.reduce(0) { $0 + cell($1, k) })
        size += abs(own)
      }
      return gap <= tolerance * size
    }
  }
}
