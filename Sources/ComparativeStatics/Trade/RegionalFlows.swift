package import InputOutputTables
package import LinearAlgebra

/// Flows of a table gathered by region.
package enum RegionalFlows {
  /// Final demand by region of use, n x R, yearly; users outside the table have no region.
  package static func finalDemand(_ table: InputOutputTable) -> Matrix {
    var result = Matrix(rows: table.nodeCount, columns: table.regions.count)
    for i in 0..<table.nodeCount {
      for f in table.finalDemandRegion.indices where table.finalDemandKinds[f] != .exports {
        result[i, table.finalDemandRegion[f]] += table.finalDemand[i, f]
      }
    }
    return result
  }

  /// Exports of each node, n, yearly: sales to producers and final users of other regions, and to
  /// users outside the table.
  package static func exports(_ table: InputOutputTable) -> [Double] {
    let final = finalDemand(table)
    let outside = table.exportsOutside
    return (0..<table.nodeCount).map { i in
      let home = table.nodeRegion[i]
      var total = outside[i]
      for j in 0..<table.nodeCount where table.nodeRegion[j] != home {
        total += table.intermediateUse[i, j]
      }
      for r in table.regions.indices where r != home { total += final[i, r] }
      return total
    }
  }
}
