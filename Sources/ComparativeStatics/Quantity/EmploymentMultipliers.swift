import InputOutputTables

/// Jobs over all nodes that one more unit of final demand for each node's product holds.
package struct EmploymentMultipliers: Sendable {
  /// Jobs per unit of output, n; 0 where a node is silent.
  package let coefficients: [Double]
  /// Jobs per unit of final demand, n: e'L (type I).
  package let typeI: [Double]

  /// Multipliers of a model and the jobs at each node, n.
  package init(_ model: LeontiefModel, jobs: [Double]) {
    precondition(jobs.count == model.table.nodeCount, "EmploymentMultipliers: \(jobs.count) jobs")
    coefficients = model.table.perUnitOfOutput(jobs)
    typeI = model.throughEveryTier(coefficients)
  }
}
