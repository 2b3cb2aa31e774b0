internal import InputOutputTables
internal import LinearAlgebra

/// Value added of every region carried by each node's product, and where the products go.
struct ValueAddedFlows {
  let model: LeontiefModel
  /// Region of each node, n.
  let region: [Int]
  /// Value added per unit of output, n.
  let valueAdded: [Double]
  /// Value added of region t in a unit of node i's final product, v_t L, R x n.
  let carried: Matrix
  /// Value added of all other regions in it, and what comes from outside the table, n.
  let carriedFromAbroad: [Double]
  /// Exports of each node, n, yearly.
  let exports: [Double]
  /// Final demand by region of use, n x R, yearly.
  let finalDemand: Matrix
  /// Final demand of all regions and of users outside the table, n, yearly.
  let allFinalDemand: [Double]
  /// Nodes of each region.
  let nodes: [[Int]]

  var nodeCount: Int { region.count }
  var regions: Range<Int> { 0..<nodes.count }

  init(_ model: LeontiefModel) {
    let table = model.table
    let region = table.nodeRegion
    let valueAdded = table.valueAddedCoefficients
    var weights = Matrix(rows: table.regions.count, columns: table.nodeCount)
    for i in region.indices { weights[region[i], i] = valueAdded[i] }
    let carried = model.throughEveryTier(weights)
    let all = carried.columnSums
    let outside = model.throughEveryTier(table.coefficients(.imports))
    self.model = model
    self.region = region
    self.valueAdded = valueAdded
    self.carried = carried
    carriedFromAbroad = region.indices.map { all[$0] - carried[region[$0], $0] + outside[$0] }
    exports = RegionalFlows.exports(table)
    finalDemand = RegionalFlows.finalDemand(table)
    allFinalDemand = table.totalFinalDemand
    nodes = NodeMap(table).nodesOfRegion
  }

  /// Sums over each region's nodes.
  func byRegion(_ value: (Int) -> Double) -> [Double] {
    nodes.map { $0.reduce(0) { $0 + value($1) } }
  }
}
