package import ComparativeStatics
package import InputOutputTables
internal import LinearAlgebra

/// Dependence of an importer on each origin; shares 0 to 1 in the order of `TradeDependency.origins`.
package struct ProductDependency: Sendable {
  /// Index of the buying region.
  package let importer: Int
  /// Index of the product: its sector; nil for all inputs of the importer's industries.
  package let product: Int?
  /// Whether the purchases leave out imports from outside the table, which it does not tell by product.
  ///
  /// The shares at face value then are of what the table's own regions sell.
  package let lacksImports: Bool
  /// Purchases by the importer's industries and final users, money a year.
  package let purchases: Double
  /// Share of each origin in the purchases, home included, C.
  package let share: [Double]
  /// Share of each origin in the imports, C; 0 for home, and for all where nothing is imported.
  package let importShare: [Double]
  /// Share of each origin in all output embodied in the purchases, C.
  package let lookThrough: [Double]

  /// Hidden exposure of each origin: look-through less face value, C.
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
///
/// A row of imports is an origin outside the table: it counts in all inputs and in what purchases
/// embody, and in the purchases of one product where the table tells its imports.
package struct TradeDependency: Sendable {
  /// The table.
  package let table: InputOutputTable
  /// The same by node.
  package let nodes: LookThrough
  /// What the shares count: money, purchases from home included.
  package var basis: Basis { nodes.basis }
  /// Codes of the origins, C.
  package var origins: [String] { nodes.origins }
  /// Suppliers of each product.
  private let suppliers: [[Int]]
  /// Purchases from each node by region, n × R.
  private let purchases: Matrix
  /// Imports of each node's product in a table of one region, n; nil where the table does not tell.
  private let imports: [Double]?

  /// Solves for every origin of a table; `imports`: those of `ImportSeparation`.
  package init(_ model: LeontiefModel, imports: [Double]? = nil) {
    table = model.table
    self.imports = imports
    nodes = LookThrough(model)
    var suppliers = [[Int]](repeating: [], count: table.sectors.count)
    for (i, product) in table.nodeSector.enumerated() { suppliers[product].append(i) }
    self.suppliers = suppliers
    purchases = Self.purchases(of: table)
  }

  /// Dependence of one importer for one product; nil if it buys none.
  package func dependency(importer: Int, product: Int) -> ProductDependency? {
    var bought = [Double](repeating: 0, count: origins.count)
    var embodied = bought
    for i in suppliers[product] {
      if let imports, imports[i] > 0, origins.last == LookThrough.outside {
        bought[origins.count - 1] += imports[i]
        embodied[origins.count - 1] += imports[i]
      }
      let flow = purchases[i, importer]
      guard flow > 0 else { continue }
      bought[table.nodeRegion[i]] += flow
      embodied[table.nodeRegion[i]] += flow
      for c in origins.indices { embodied[c] += nodes.total[c, i] * flow }
    }
    return dependency(importer, product, bought, embodied)
  }

  /// Dependence of an importer's industries for all that they buy; nil if they buy nothing.
  package func allInputs(of importer: Int) -> ProductDependency? {
    var bought = [Double](repeating: 0, count: origins.count)
    var embodied = bought
    for j in table.nodeRegion.indices where table.nodeRegion[j] == importer {
      let output = max(0, table.grossOutput[j])
      for c in origins.indices {
        bought[c] += nodes.direct[c, j] * output
        embodied[c] += nodes.total[c, j] * output
      }
    }
    return dependency(importer, nil, bought, embodied)
  }

  private func dependency(
    _ importer: Int, _ product: Int?, _ bought: [Double], _ embodied: [Double]
  ) -> ProductDependency? {
    let total = bought.reduce(0, +)
    guard total > 0 else { return nil }
    var imported = bought
    imported[importer] = 0
    return ProductDependency(
      importer: importer, product: product,
      lacksImports: product != nil && imports == nil && table.hasImportedInputs,
      purchases: total, share: Self.shares(bought), importShare: Self.shares(imported),
      lookThrough: Self.shares(embodied))
  }

  /// The imports of a dependency as shares by origin; nil if nothing is imported.
  package func imports(_ found: ProductDependency) -> SupplyShares? {
    SupplyShares(
      amounts: zip(origins, found.importShare).map { ($0, $1) }.filter { $0.1 > 0 },
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
      for k in table.finalDemandKinds.indices where table.finalDemandKinds[k] != .exports {
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
