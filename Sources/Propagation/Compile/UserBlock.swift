internal import InputOutputTables

/// Some users: what a step works on while it is in cache.
struct UserBlock: Sendable {
  /// Nodes, product-major.
  let nodes: Range<Int>
  /// Those nodes in each region: where they start and end in `Economy.regionNodes`.
  let places: [Range<Int>]

  /// Bytes that a block's part of a product's shares and of six rows of state aim at.
  static let aim = 640 << 10

  /// Cuts an economy's users into blocks, multiples of `PackedShares.rows`; one scenario alone is
  /// fastest in a single block.
  static func blocks(of economy: Economy, width: Int) -> [UserBlock] {
    let n = economy.nodeCount
    let suppliers = n / max(1, economy.productCount)
    let perUser = (suppliers + 6 * width) * MemoryLayout<Double>.stride
    let rows = PackedShares.rows
    let size = width == 1 ? max(1, n) : max(rows, aim / perUser / rows * rows)
    return stride(from: 0, to: n, by: size).map {
      UserBlock(economy, nodes: $0..<min(n, $0 + size))
    }
  }

  private init(_ economy: Economy, nodes: Range<Int>) {
    self.nodes = nodes
    places = economy.regionNodes.map { members in
      let first = members.firstIndex { $0 >= nodes.lowerBound } ?? members.count
      let last = members.firstIndex { $0 >= nodes.upperBound } ?? members.count
      return first..<last
    }
  }

  /// Rows that the products write: the users, and what fills the last six.
  var paddedCount: Int { PackedShares.blocks(of: nodes) * PackedShares.rows }
}
