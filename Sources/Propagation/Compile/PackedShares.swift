internal import CKernels
package import InputOutputTables
internal import LinearAlgebra

/// An economy's supplier shares T and final demand laid out for the products of a step, made once for all
/// batches.
///
/// [product][block of six users][supplier][user of the block], zeros after the last user; columns of final
/// demand likewise.
package struct PackedShares: Sendable {
  /// Users in a block.
  static let rows = Int(SONAE_SHARE_ROWS)
  /// Scenarios that the products take at a time; other widths use OpenBLAS.
  package static let columns = Int(SONAE_SHARE_COLUMNS)
  /// Whether this processor is worth it; without wide fused operations OpenBLAS is faster.
  package static let isFast = sonae_shares_are_fast() != 0

  /// The shares, and values that are read but not used after the last.
  let values: [Double]
  /// Final demand a day, likewise.
  let finalDemand: [Double]
  /// Blocks of users.
  private let blocks: Int
  /// Blocks of columns of final demand.
  let finalBlocks: Int

  /// Lays an economy's shares out.
  package init(_ economy: Economy) {
    blocks = PackedShares.blocks(of: 0..<economy.nodeCount)
    finalBlocks = PackedShares.blocks(of: 0..<economy.finalDemand.columns)
    values = PackedShares.packed(economy.supplierShares, economy)
    finalDemand = PackedShares.packed(economy.finalDemand, economy)
  }

  /// Rows of suppliers by product, columns six by six.
  private static func packed(_ matrix: Matrix, _ economy: Economy) -> [Double] {
    let blocks = blocks(of: 0..<matrix.columns)
    var values = [Double](repeating: 0, count: matrix.rows * blocks * rows + rows * rows)
    for p in 0..<economy.productCount {
      let suppliers = economy.suppliers(of: p)
      for (place, i) in suppliers.enumerated() {
        spread(
          matrix.elements, from: i * matrix.columns, count: matrix.columns, into: &values,
          at: (suppliers.lowerBound * blocks + place) * rows, stride: suppliers.count * rows)
      }
    }
    return values
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

  /// Where the shares of a product's suppliers in the users from `first` on start.
  func offset(suppliers: Range<Int>, first: Int) -> Int {
    (suppliers.lowerBound * blocks + first / PackedShares.rows * suppliers.count)
      * PackedShares.rows
  }

  /// Where the final demand for a product's suppliers starts.
  func finalOffset(suppliers: Range<Int>) -> Int {
    suppliers.lowerBound * finalBlocks * PackedShares.rows
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
