internal import InputOutputTables

/// Some sectors' users: what a step works on while it is in cache.
struct UserBlock: Sendable {
  /// Sectors.
  let sectors: Range<Int>
  /// Their nodes, product-major.
  let nodes: Range<Int>
  /// Those nodes in each region: where they start and end in `Economy.regionNodes`.
  let places: [Range<Int>]

  /// Values of one array that a block aims at: 128 KiB, so that a few arrays share a cache of 512.
  static let aim = 16_384

  /// Cuts an economy's users into blocks of whole sectors, by the width of a batch.
  static func blocks(of economy: Economy, width: Int) -> [UserBlock] {
    var blocks: [UserBlock] = []
    var first = 0
    while first < economy.productCount {
      let start = economy.productStart[first]
      var last = first + 1
      while last < economy.productCount,
        (economy.productStart[last + 1] - start) * width <= aim
      { last += 1 }
      blocks.append(UserBlock(economy, sectors: first..<last))
      first = last
    }
    return blocks
  }

  private init(_ economy: Economy, sectors: Range<Int>) {
    let nodes = economy.productStart[sectors.lowerBound]..<economy.productStart[sectors.upperBound]
    self.sectors = sectors
    self.nodes = nodes
    places = economy.regionNodes.map { members in
      let first = members.firstIndex { $0 >= nodes.lowerBound } ?? members.count
      let last = members.firstIndex { $0 >= nodes.upperBound } ?? members.count
      return first..<last
    }
  }
}
