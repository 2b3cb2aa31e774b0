internal import CKernels
package import InputOutputTables
internal import LinearAlgebra

/// An economy's supplier shares T laid out for the products of a step, made once for all batches.
///
/// [product][block of six users][supplier][user of the block], zeros after the last user.
package struct PackedShares: Sendable {
  /// Users in a block.
  static let rows = Int(SONAE_SHARE_ROWS)
  /// Scenarios that the products take at a time; other widths use OpenBLAS.
  package static let columns = Int(SONAE_SHARE_COLUMNS)
  /// Whether this processor is worth it; without wide fused operations OpenBLAS is faster.
  package static let isFast = sonae_shares_are_fast() != 0

  /// The shares, and values that are read but not used after the last.
  let values: [Double]
  /// Blocks of users.
  private let blocks: Int

  /// Lays an economy's shares out.
  package init(_ economy: Economy) {
    let n = economy.nodeCount
    let rows = PackedShares.rows
    blocks = (n + rows - 1) / rows
    var values = [Double](repeating: 0, count: n * blocks * rows + rows * rows)
    for p in 0..<economy.productCount {
      let suppliers = economy.suppliers(of: p)
      for (place, i) in suppliers.enumerated() {
        spread(
          economy.supplierShares.elements, from: i * n, count: n, into: &values,
          at: (suppliers.lowerBound * blocks + place) * rows, stride: suppliers.count * rows)
      }
    }
    self.values = values
  }

  /// Lays shares out if any batch of a plan can use them.
  package init?(_ economy: Economy, for plan: [BatchPlan.Batch]) {
    guard
      PackedShares.isFast,
      plan.contains(where: { $0.columns.count.isMultiple(of: PackedShares.columns) })
    else { return nil }
    self.init(economy)
  }

  /// Where the shares of a product's suppliers in the users from `first` on start.
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
