#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import InputOutputTables
package import LinearAlgebra

/// The demand-driven inoperability input-output model (Santos and Haimes 2004).
///
/// q = A*q + c*, with A* = x̂^-1 A x̂, which is the allocation matrix B; q is the share of output as
/// planned that a node does not make, c* the share of it that final users no longer ask for.
/// Dynamic (Haimes et al. 2005, Lian and Haimes 2006): q(t+1) = q(t) + K(A*q(t) + c*(t) - q(t)).
package struct InoperabilityModel: Sendable {
  private let leontief: LeontiefModel

  /// The inoperability model of a Leontief model's table.
  package init(_ leontief: LeontiefModel) { self.leontief = leontief }

  /// Inoperability q, n, shares of output, once every tier has answered demand losses c*, n.
  package func inoperability(demandLoss: [Double]) -> [Double] {
    GhoshModel(leontief).carriedUpstream(demandLoss)
  }

  /// Inoperability at times 0 ... steps, steps + 1 x n.
  ///
  /// `resilience` is the diagonal of K, n, each 0 to 1 a step; `demandLoss` gives c*(t), n.
  package func path(
    from initial: [Double], resilience: [Double], steps: Int, demandLoss: (Int) -> [Double]
  ) -> Matrix {
    precondition(
      resilience.allSatisfy { (0...1).contains($0) }, "InoperabilityModel: resilience above 1")
    let n = initial.count
    var rows = initial
    rows.reserveCapacity((steps + 1) * n)
    var q = initial
    for t in 0..<max(0, steps) {
      let (carried, lost) = (interdependent(q), demandLoss(t))
      q = q.indices.map { q[$0] + resilience[$0] * (carried[$0] + lost[$0] - q[$0]) }
      rows += q
    }
    return Matrix(rows: max(0, steps) + 1, columns: n, elements: rows)
  }

  /// Resilience K, n, with which a node alone recovers all but `remaining` of a loss in `steps`.
  ///
  /// k = -ln(remaining) / (steps (1 - a*_ii)), Lian and Haimes (2006), at most 1 a step.
  package func resilience(recoveringIn steps: Double, remaining: Double = 0.01) -> [Double] {
    precondition(steps > 0 && remaining > 0 && remaining < 1, "InoperabilityModel: \(steps) steps")
    let a = leontief.technicalCoefficients
    return (0..<leontief.table.nodeCount).map { i in
      let own = max(1e-9, 1 - a[i, i])
      return min(1, -log(remaining) / (steps * own))
    }
  }

  /// A*q, n: x̂^-1 Z q, 0 where a node is silent.
  private func interdependent(_ q: [Double]) -> [Double] {
    leontief.table.perUnitOfOutput(leontief.table.intermediateUse.times(q))
  }
}
