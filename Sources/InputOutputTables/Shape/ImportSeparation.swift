import LinearAlgebra

/// A table of one region without its competitive imports, and what was imported of each product.
///
/// Where imports are a negative column of final demand, Z holds home and foreign products alike. As in
/// Japan's published inverse [I − (I − M̂)A]⁻¹ every user at home is taken to import the same share
/// of a product, m = imports / (intermediate use + domestic final demand), and exports are made at home.
package struct ImportSeparation: Sendable {
  /// The table of home products; what each node imports is the row `IMPORTS`.
  package let table: InputOutputTable
  /// Imports of each node's product by all users, n, yearly.
  package let imports: [Double]

  /// Separates imports; nil if the table has several regions or no column of imports.
  package init?(_ table: InputOutputTable) {
    guard table.regions.count == 1, table.finalDemandKinds.contains(.imports) else { return nil }
    let n = table.nodeCount
    let imported = table.finalDemand(.imports).map { max(0, -$0) }
    let wanted = zip(table.intermediateUse.rowSums, table.finalDemand(.domestic)).map { $0 + $1 }
    let share = zip(imported, wanted).map { $1 > 0 ? min(1, $0 / $1) : 0 }
    var use = table.intermediateUse
    var inputs = [Double](repeating: 0, count: n)
    for i in 0..<n {
      for j in 0..<n {
        inputs[j] += share[i] * use[i, j]
        use[i, j] *= 1 - share[i]
      }
    }
    let kept = table.finalDemandKinds.indices.filter { table.finalDemandKinds[$0] != .imports }
    var final = Matrix(rows: n, columns: kept.count)
    for (column, k) in kept.enumerated() {
      let isHome = table.finalDemandKinds[k] == .domestic
      for i in 0..<n { final[i, column] = table.finalDemand[i, k] * (isHome ? 1 - share[i] : 1) }
    }
    let rows = table.primaryInputs
    imports = zip(share, wanted).map { $0 * $1 }
    self.table = InputOutputTable(
      description: table.description, separator: table.separator, regions: table.regions,
      sectors: table.sectors, countries: table.countries, nodeLabels: table.nodeLabels,
      nodeRegion: table.nodeRegion, nodeSector: table.nodeSector, intermediateUse: use,
      finalDemandLabels: kept.map { table.finalDemandLabels[$0] },
      finalDemandRegion: kept.map { table.finalDemandRegion[$0] }, finalDemand: final,
      primaryInputLabels: table.primaryInputLabels + ["IMPORTS"],
      primaryInputs: Matrix(rows: rows.rows + 1, columns: n, elements: rows.elements + inputs),
      primaryInputKinds: table.primaryInputKinds + [.imports], grossOutput: table.grossOutput)
  }
}
