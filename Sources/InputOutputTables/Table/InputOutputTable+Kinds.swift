import LinearAlgebra

/// Rows under the table and columns beside it by kind.
extension InputOutputTable {
  /// Primary inputs of one kind, n, yearly.
  package func primaryInputs(_ kind: PrimaryInputKind) -> [Double] {
    primaryInputs.sum(ofRows: primaryInputKinds.indices.filter { primaryInputKinds[$0] == kind })
  }

  /// Primary inputs of all kinds, n, yearly: output is their sum and that of intermediate use.
  package var allPrimaryInputs: [Double] {
    primaryInputs.sum(ofRows: Array(primaryInputKinds.indices))
  }

  /// Inputs bought from outside the table's regions, n, yearly.
  package var importedInputs: [Double] { primaryInputs(.imports) }

  /// The column `kind` of VA.csv, its heading first; empty where a sector of that name has it.
  package var kindColumn: [String] {
    let heading = EconomyReader.kindColumn
    guard !nodeLabels.contains(heading) else { return [] }
    return [heading] + primaryInputKinds.map { $0.rawValue }
  }

  /// Whether the table's nodes buy anything from outside.
  package var hasImportedInputs: Bool { importedInputs.contains { $0 != 0 } }

  /// Sales to users outside the table's regions, n, yearly: the columns of exports.
  package var exportsOutside: [Double] { finalDemand(.exports) }

  /// Final demand of one kind by supplier, n, yearly.
  package func finalDemand(_ kind: FinalDemandKind) -> [Double] {
    let columns = finalDemandKinds.indices.filter { finalDemandKinds[$0] == kind }
    return (0..<nodeCount).map { i in columns.reduce(0) { $0 + finalDemand[i, $1] } }
  }
}

extension Matrix {
  /// The sum of some rows, one number a column.
  func sum(ofRows chosen: [Int]) -> [Double] {
    var total = [Double](repeating: 0, count: columns)
    for row in chosen {
      for j in 0..<columns { total[j] += elements[row * columns + j] }
    }
    return total
  }
}
