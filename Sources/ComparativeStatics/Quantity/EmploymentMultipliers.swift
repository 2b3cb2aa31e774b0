import InputOutputTables

/// Jobs over all nodes that one more unit of final demand for each node's product holds.
package struct EmploymentMultipliers: Sendable {
  /// Jobs per unit of output, n; 0 where x is not above 0.
  package let coefficients: [Double]
  /// Jobs per unit of final demand, n: e'L (type I).
  package let typeI: [Double]

  /// Multipliers of a model and the jobs at each node, n.
  package init(_ model: LeontiefModel, jobs: [Double]) {
    precondition(jobs.count == model.table.nodeCount, "EmploymentMultipliers: \(jobs.count) jobs")
    coefficients = zip(jobs, model.table.grossOutput).map { $1 > 0 ? $0 / $1 : 0 }
    typeI = model.throughEveryTier(coefficients)
  }
}
