/// The best point of a linear programme some of whose variables are whole, and how sure that is.
package struct WholeSolution: Sendable {
  /// The best point found.
  package let solution: LinearSolution
  /// No point with whole values costs less.
  package let bound: Double
  /// Programmes solved.
  package let solved: Int

  /// What the point may cost more than the best.
  package var gap: Double { solution.cost - bound }
}

extension LinearProgramme {
  /// The best point with whole values of some variables, by branch and bound on the linear relaxation,
  /// depth first towards the nearer value; at most so many programmes.
  ///
  /// nil where the limit is reached before any whole point; throws where there is none at all.
  package func solved(
    whole: [Variable], most: Int = 20_000
  ) throws(LinearProgrammeFault) -> WholeSolution? {
    var best: LinearSolution?
    var open: [(programme: LinearProgramme, bound: Double)] = []
    open.append((self, try solved().cost))
    var count = 0
    while let node = open.popLast() {
      if count == most {
        open.append(node)
        break
      }
      if let best, node.bound >= best.cost - Self.close(best.cost) { continue }
      count += 1
      guard let found = try node.programme.feasible() else { continue }
      if let best, found.cost >= best.cost - Self.close(best.cost) { continue }
      guard let variable = whole.max(by: { found.distance($0) < found.distance($1) }),
        found.distance(variable) > 1e-7
      else {
        best = found
        continue
      }
      open += node.programme.branches(at: variable, found).map { ($0, found.cost) }
    }
    guard let best else {
      if open.isEmpty { throw .infeasible }
      return nil
    }
    let least = open.map(\.bound).min().map { min($0, best.cost) } ?? best.cost
    return WholeSolution(solution: best, bound: least, solved: count)
  }

  /// Costs that differ by less are the same.
  private static func close(_ cost: Double) -> Double { 1e-9 * max(1, abs(cost)) }

  private func feasible() throws(LinearProgrammeFault) -> LinearSolution? {
    do throws(LinearProgrammeFault) { return try solved() } catch {
      if error == .infeasible { return nil }
      throw error
    }
  }

  /// The two halves around a value that is not whole, the nearer last.
  private func branches(at variable: Variable, _ found: LinearSolution) -> [LinearProgramme] {
    let range = bounds[variable.index]
    let value = found[variable]
    let down = fixing(variable, in: range.lowerBound...max(range.lowerBound, value.rounded(.down)))
    let up = fixing(variable, in: min(range.upperBound, value.rounded(.up))...range.upperBound)
    return value - value.rounded(.down) < 0.5 ? [up, down] : [down, up]
  }
}

extension LinearSolution {
  /// How far a variable is from a whole number.
  fileprivate func distance(_ variable: LinearProgramme.Variable) -> Double {
    abs(self[variable] - self[variable].rounded())
  }
}
