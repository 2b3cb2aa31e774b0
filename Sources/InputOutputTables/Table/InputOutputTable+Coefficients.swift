package import LinearAlgebra

extension InputOutputTable {
  /// Technical coefficients A, n x n: input of row's product per unit of column's output.
  ///
  /// A[i,j] = Z[i,j] / x[j]; 0 where the column is silent (MODEL.md section 1).
  package var technicalCoefficients: Matrix {
    let perUnit = perUnitOfOutput
    var a = intermediateUse
    for i in 0..<nodeCount {
      for j in 0..<nodeCount { a.elements[i * nodeCount + j] *= perUnit[j] }
    }
    return a
  }

  /// Allocation coefficients B, n x n: share of row's output that column uses.
  ///
  /// B[i,j] = Z[i,j] / x[i]; 0 where the row is silent.
  package var allocationCoefficients: Matrix {
    let perUnit = perUnitOfOutput
    var b = intermediateUse
    for i in 0..<nodeCount {
      for j in 0..<nodeCount { b.elements[i * nodeCount + j] *= perUnit[i] }
    }
    return b
  }

  /// Value added per unit of output v_c, n; 0 where a node is silent.
  package var valueAddedCoefficients: [Double] { perUnitOfOutput(valueAdded) }

  /// Primary inputs of one kind per unit of output, n; 0 where a node is silent.
  package func coefficients(_ kind: PrimaryInputKind) -> [Double] {
    perUnitOfOutput(primaryInputs(kind))
  }

  /// Figures of the nodes per unit of their output, n; 0 where a node is silent.
  package func perUnitOfOutput(_ figures: [Double]) -> [Double] {
    zip(figures, perUnitOfOutput).map { $0 * $1 }
  }

  /// Final demand by supplier, n: the sum over all columns of Y.
  package var totalFinalDemand: [Double] { finalDemand.rowSums }

  /// 1 / x, n; 0 where a node is silent.
  private var perUnitOfOutput: [Double] { zip(grossOutput, isSilent).map { $1 ? 0 : 1 / $0 } }
}
