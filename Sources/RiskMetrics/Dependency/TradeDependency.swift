package import ComparativeStatics
package import InputOutputTables
internal import LinearAlgebra

/// Dependence of an importer on each origin for one product; shares 0 to 1 in the order of regions.
package struct ProductDependency: Sendable {
  /// Index of the buying region.
  package let importer: Int
  /// Index of the product: its sector.
  package let product: Int
  /// Purchases by the importer's industries and final users, money a year.
  package let purchases: Double
  /// Share of each origin in the purchases, home included, R.
  package let share: [Double]
  /// Share of each origin in the imports, R; 0 for home, and for all where nothing is imported.
  package let importShare: [Double]
  /// Share of each origin in all output embodied in the purchases, R.
  package let lookThrough: [Double]

  /// Hidden exposure of each origin: look-through less face value, R.
  package var hidden: [Double] { zip(lookThrough, share).map { $0 - $1 } }
  /// HHI of the purchases, home included, 0 to 1.
  package var herfindahl: Double { share.reduce(0) { $0 + $1 * $1 } }
  /// HHI of the imports, 0 to 1; 0 where nothing is imported.
  package var importHerfindahl: Double { importShare.reduce(0) { $0 + $1 * $1 } }
}

/// Direct, import-only and look-through dependence of every importer and product of a table.
///
/// Purchases u of product p by importer b are its industries' and final users' positive flows from
/// p's suppliers. What they embody is L·u, the purchases themselves included, so that the
/// look-through share of origin c is Σ_{i∈c}(L·u)[i] / Σ_i (L·u)[i] and the shares add up to 1. For
/// a node's whole basket, u = A·e_j, L·u is column j of L − I: the formula of MODEL.md section 3.
package struct TradeDependency: Sendable {
  /// The table.
  package let table: InputOutputTable
  /// The same by node.
  package let nodes: LookThrough
  /// What the shares count: money, purchases from home included.
  package var basis: Basis { nodes.basis }
  /// Suppliers of each product.
  private let suppliers: [[Int]]
  /// Purchases from each node by region, n × R.
  private let purchases: Matrix

  /// Solves for every origin of a table.
  package init(_ model: LeontiefModel) {
    table = model.table
    nodes = LookThrough(model)
    var suppliers = [[Int]](repeating: [], count: table.sectors.count)
    for (i, product) in table.nodeSector.enumerated() { suppliers[product].append(i) }
    self.suppliers = suppliers
    purchases = Self.purchases(of: table)
  }

  /// Dependence of one importer for one product; nil if it buys none.
  package func dependency(importer: Int, product: Int) -> ProductDependency? {
    let count = table.regions.count
    var bought = [Double](repeating: 0, count: count)
    var embodied = [Double](repeating: 0, count: count)
    for i in suppliers[product] {
      let flow = purchases[i, importer]
      guard flow > 0 else { continue }
      bought[table.nodeRegion[i]] += flow
      for c in 0..<count { embodied[c] += nodes.embodied[c, i] * flow }
    }
    let total = bought.reduce(0, +)
    guard total > 0 else { return nil }
    var imported = bought
    imported[importer] = 0
    return ProductDependency(
      importer: importer, product: product, purchases: total, share: Self.shares(bought),
      importShare: Self.shares(imported), lookThrough: Self.shares(embodied))
  }

  /// The imports of a dependency as shares by origin; nil if nothing is imported.
  package func imports(_ found: ProductDependency) -> SupplyShares? {
    SupplyShares(
      amounts: zip(table.regions, found.importShare).map { ($0.code, $1) }.filter { $0.1 > 0 },
      basis: basis.with(.importsOnly))
  }

  /// Dependence of every importer for every product it buys: importer by importer, product by product.
  package func all() -> [ProductDependency] {
    table.regions.indices.flatMap { importer in
      table.sectors.indices.compactMap { dependency(importer: importer, product: $0) }
    }
  }

  /// Positive flows from each node to the industries and final users of each region, n × R.
  private static func purchases(of table: InputOutputTable) -> Matrix {
    let n = table.nodeCount
    var sum = Matrix(rows: n, columns: table.regions.count)
    for i in 0..<n {
      for j in 0..<n { sum[i, table.nodeRegion[j]] += max(0, table.intermediateUse[i, j]) }
      for k in 0..<table.finalDemand.columns {
        sum[i, table.finalDemandRegion[k]] += max(0, table.finalDemand[i, k])
      }
    }
    return sum
  }

  private static func shares(_ amounts: [Double]) -> [Double] {
    let total = amounts.reduce(0, +)
    return amounts.map { total > 0 ? $0 / total : 0 }
  }
}
