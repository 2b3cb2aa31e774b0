internal import CShareKernels
package import InputOutputTables
internal import LinearAlgebra

/// An economy's supplier shares T and final demand laid out for the products of a step, made once for all
/// batches.
package struct PackedShares: Sendable {
  /// Users in a block.
  static let rows = Int(SONAE_SHARE_ROWS)
  /// Scenarios that the products take at a time; other widths use OpenBLAS.
  package static let columns = Int(SONAE_SHARE_COLUMNS)
  /// Whether this processor is worth it; without wide fused operations OpenBLAS is faster.
  package static let isFast = sonae_shares_are_fast() != 0
  /// Whether orders are added up for twice as many scenarios at a time.
  package static let areInPairs = sonae_shares_go_in_pairs() != 0

  /// Shares in users, n × n.
  let shares: PackedMatrix
  /// Final demand a day by column, n × f.
  let finalDemand: PackedMatrix

  /// Lays an economy's shares out.
  package init(_ economy: Economy) {
    shares = PackedMatrix(economy.supplierShares, economy)
    finalDemand = PackedMatrix(economy.finalDemand, economy)
  }

  /// Lays shares out if any batch of a plan can use them.
  package init?(_ economy: Economy, for plan: [BatchPlan.Batch]) {
    guard
      PackedShares.isFast,
      plan.contains(where: { $0.columns.count.isMultiple(of: PackedShares.columns) })
    else { return nil }
    self.init(economy)
  }

  /// Blocks of six that hold users.
  static func blocks(of users: Range<Int>) -> Int { (users.count + rows - 1) / rows }
}

/// A matrix with a row for each supplier, [product][block of six columns][supplier][column of the block],
/// zeros after the last column.
struct PackedMatrix: Sendable {
  /// The values, and some that are read but not used after the last.
  let values: [Double]
  /// Number of columns.
  let columns: Int
  private let blocks: Int

  init(_ matrix: Matrix, _ economy: Economy) {
    let rows = PackedShares.rows
    columns = matrix.columns
    blocks = PackedShares.blocks(of: 0..<matrix.columns)
    var values = [Double](repeating: 0, count: matrix.rows * blocks * rows + rows * rows)
    for p in 0..<economy.productCount {
      let suppliers = economy.suppliers(of: p)
      for (place, i) in suppliers.enumerated() {
        spread(
          matrix.elements, from: i * columns, count: columns, into: &values,
          at: (suppliers.lowerBound * blocks + place) * rows, stride: suppliers.count * rows)
      }
    }
    self.values = values
  }

  /// One value: of the supplier at a place among a product's `suppliers`, in a column.
  func value(suppliers: Range<Int>, place: Int, column: Int) -> Double {
    let rows = PackedShares.rows
    return values[offset(suppliers: suppliers, first: column) + place * rows + column % rows]
  }

  /// Where the values of a product's suppliers in the columns from `first` on start.
  func offset(suppliers: Range<Int>, first: Int) -> Int {
    (suppliers.lowerBound * blocks + first / PackedShares.rows * suppliers.count)
      * PackedShares.rows
  }
}

/// Copies a row in runs of six that start `stride` apart.
private func spread(
  _ row: [Double], from: Int, count: Int, into target: inout [Double], at offset: Int, stride: Int
) {
  let row = row.span
  var target = target.mutableSpan
  for j in 0..<count {
    target[offset + j / PackedShares.rows * stride + j % PackedShares.rows] = row[from + j]
  }
}
