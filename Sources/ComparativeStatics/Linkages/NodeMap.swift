internal import InputOutputTables

/// Nodes of each region and of each product, in ascending order.
struct NodeMap {
  let nodesOfRegion: [[Int]]
  let nodesOfProduct: [[Int]]
  let regionOf: [Int]

  init(_ table: InputOutputTable) {
    var regions = [[Int]](repeating: [], count: table.regions.count)
    var products = [[Int]](repeating: [], count: table.sectors.count)
    for i in 0..<table.nodeCount {
      regions[table.nodeRegion[i]].append(i)
      products[table.nodeSector[i]].append(i)
    }
    nodesOfRegion = regions
    nodesOfProduct = products
    regionOf = table.nodeRegion
  }

  func suppliers(_ product: Int, in region: Int) -> [Int] {
    nodesOfProduct[product].filter { regionOf[$0] == region }
  }
}
