package import LinearAlgebra

/// A table as the dynamic model sees it: daily flows in balance, nodes renumbered product-major.
///
/// MODEL.md section 1. Suppliers of one product are contiguous, in the order of the table's regions.
/// Money is the table's unit per day. `order` and `position` lead to the table's order and back.
package struct Economy: Sendable {
  /// The table that this was made of.
  package let table: InputOutputTable
  /// Table index of each node, n.
  package let order: [Int]
  /// Position here of each node of the table, n.
  package let position: [Int]
  /// Suppliers of product p are `productStart[p] ..< productStart[p + 1]`, S + 1.
  package let productStart: [Int]
  /// Region of each node, n.
  package let region: [Int]
  /// Product of each node: its sector, n.
  package let product: [Int]
  /// Nodes of each region, in ascending order.
  package let regionNodes: [[Int]]
  /// Gross output x0 a day, n.
  package let output: [Double]
  /// Requirements a: input of product (row) per unit of a node's output (column), S × n.
  package let requirements: Matrix
  /// Supplier shares T: supplier (row) in a node's (column) input of the supplier's product, n × n.
  package let supplierShares: Matrix
  /// Positive final demand y⁺ a day, n × f.
  package let finalDemand: Matrix
  /// Positive final demand by consumer region a day, n × R.
  package let regionalFinalDemand: Matrix
  /// Positive demand of users outside the table's regions a day, n.
  package let exportsOutside: [Double]
  /// Constant inflow w⁻ from negative final demand a day, n.
  package let inflow: [Double]
  /// Value added v at basic prices a year, n; imports and product taxes are not in it.
  package let valueAdded: [Double]

  /// Number of nodes n.
  package var nodeCount: Int { output.count }
  /// Number of products S.
  package var productCount: Int { productStart.count - 1 }
  /// Number of regions R.
  package var regionCount: Int { regionNodes.count }

  /// Suppliers of a product.
  package func suppliers(of product: Int) -> Range<Int> {
    productStart[product]..<productStart[product + 1]
  }

  /// Brings a table into daily balance and product-major order.
  package init(_ table: InputOutputTable) {
    let n = table.nodeCount
    let order = (0..<n).sorted {
      (table.nodeSector[$0], table.nodeRegion[$0]) < (table.nodeSector[$1], table.nodeRegion[$1])
    }
    var position = [Int](repeating: 0, count: n)
    for (here, there) in order.enumerated() { position[there] = here }
    self.table = table
    self.order = order
    self.position = position
    product = order.map { table.nodeSector[$0] }
    region = order.map { table.nodeRegion[$0] }
    productStart = Economy.starts(of: product, products: table.sectors.count)
    regionNodes = Economy.members(of: region, groups: table.regions.count)

    let flows = DailyFlows(table, order: order)
    output = flows.output
    inflow = flows.inflow
    finalDemand = flows.finalDemand
    regionalFinalDemand = flows.regionalFinalDemand(of: table)
    let exported = table.finalDemandKinds.indices.filter { table.finalDemandKinds[$0] == .exports }
    exportsOutside = (0..<n).map { i in exported.reduce(0) { $0 + flows.finalDemand[i, $1] } }
    let needed = flows.inputs(product: product, products: table.sectors.count)
    requirements = flows.requirements(inputs: needed)
    supplierShares = flows.supplierShares(inputs: needed, product: product)
    let yearly = table.valueAdded
    valueAdded = order.map { yearly[$0] }
  }

  private static func starts(of product: [Int], products: Int) -> [Int] {
    var count = [Int](repeating: 0, count: products + 1)
    for p in product { count[p + 1] += 1 }
    for p in 0..<products { count[p + 1] += count[p] }
    return count
  }

  private static func members(of group: [Int], groups: Int) -> [[Int]] {
    var members = [[Int]](repeating: [], count: groups)
    for (i, g) in group.enumerated() { members[g].append(i) }
    return members
  }
}

extension Economy {
  /// What a region takes from outside the table, money a day: a row of imported inputs, or a column of imports
  /// taken off.
  package func importsFromOutside(of region: Int) -> Double {
    let inputs = table.importedInputs
    let column = table.finalDemand(.imports)
    return regionNodes[region].reduce(0) {
      $0 + (inputs[order[$1]] + max(0, -column[order[$1]])) / 365
    }
  }
}
