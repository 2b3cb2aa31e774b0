/// Screening by elementary effects (Morris 1991): trajectories that move one variable at a time.
package struct MorrisDesign: Sendable {
  /// Effects of one variable.
  package struct Effect: Sendable, Hashable {
    /// Mean effect μ.
    package let mean: Double
    /// Mean size of the effect μ* (Campolongo, Cariboni and Saltelli 2007).
    package let meanSize: Double
    /// Standard deviation σ: curvature and interaction.
    package let deviation: Double
  }

  /// Points of the unit cube, [trajectory][step][variable]; variables + 1 steps.
  package let trajectories: [[[Double]]]
  private let orders: [[Int]]

  /// Makes trajectories on a grid of an even number of levels, with steps of half the grid rounded up:
  /// levels/(2(levels − 1)).
  ///
  /// Levels lie in the middles of equal strips, so that no distribution is asked for its ends.
  package init(variables: Int, trajectories count: Int, levels: Int = 4, seed: UInt64) {
    precondition(levels >= 2 && levels % 2 == 0, "MorrisDesign: \(levels) levels")
    let philox = Philox(seed: seed)
    let order = (0..<count).map {
      philox.order(of: variables, variable: Philox.variable($0, of: .indices))
    }
    orders = order
    trajectories = (0..<count).map { path in
      var cell = (0..<variables).map { v in
        Int(
          philox.uniform(
            draw: UInt64(path), variable: Philox.variable(v, of: .indices) | 1 << 40)
            * Double(levels))
      }
      var points = [Self.point(cell, levels)]
      for variable in order[path] {
        cell[variable] += cell[variable] < levels / 2 ? levels / 2 : -levels / 2
        points.append(Self.point(cell, levels))
      }
      return points
    }
  }

  private static func point(_ cell: [Int], _ levels: Int) -> [Double] {
    cell.map { (Double($0) + 0.5) / Double(levels) }
  }

  /// Effects from a result for each point, per unit of the cube.
  package func effects(_ results: [[Double]]) -> [Effect] {
    let variables = orders.first?.count ?? 0
    var all = [[Double]](repeating: [], count: variables)
    for (path, order) in orders.enumerated() {
      for (step, variable) in order.enumerated() {
        let moved =
          trajectories[path][step + 1][variable] - trajectories[path][step][variable]
        all[variable].append((results[path][step + 1] - results[path][step]) / moved)
      }
    }
    return all.map {
      Effect(
        mean: mean($0), meanSize: mean($0.map { abs($0) }), deviation: variance($0).squareRoot())
    }
  }
}
