/// Screening by elementary effects (Morris 1991): trajectories that move one variable at a time.
package struct MorrisDesign: Sendable {
  /// Effects of one variable over the whole range of its distribution, or from the first to the last value of a
  /// list.
  package struct Effect: Sendable, Hashable {
    /// Mean effect μ.
    package let mean: Double
    /// Mean size of the effect μ* (Campolongo, Cariboni and Saltelli 2007).
    package let meanSize: Double
    /// Half width of the 95% interval of μ*, by Student's law over the trajectories.
    package let halfWidth: Double
    /// Standard deviation σ: curvature and interaction.
    package let deviation: Double
  }

  /// Points of the unit cube, [trajectory][step][variable]; variables + 1 steps.
  package let trajectories: [[[Double]]]
  private let orders: [[Int]]

  /// Makes at least two trajectories on a grid of an even number of levels p, with steps of half of them.
  ///
  /// Levels lie in the middles of equal strips, so that no distribution is asked for its ends: the step is
  /// half of the cube, where it is p/(2(p − 1)) on Morris's grid from end to end.
  package init(variables: Int, trajectories count: Int, levels: Int = 4, seed: UInt64) {
    precondition(levels >= 2 && levels % 2 == 0, "MorrisDesign: \(levels) levels")
    precondition(count >= 2, "MorrisDesign: \(count) trajectories")
    let philox = Philox(seed: seed)
    // The first numbers are of starting points, those after them of the orders of moves.
    func variable(_ number: Int) -> UInt64 { Philox.variable(number, of: .screening) }
    let order = (0..<count).map { path in
      let keys = (0..<variables).map {
        philox.bits(draw: UInt64(path), variable: variable(variables + $0))
      }
      return (0..<variables).sorted { (keys[$0], $0) < (keys[$1], $1) }
    }
    orders = order
    trajectories = (0..<count).map { path in
      var cell = (0..<variables).map { v in
        Int(philox.uniform(draw: UInt64(path), variable: variable(v)) * Double(levels))
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

  private var steps: Int { trajectories[0].count }

  /// Runs of the design: variables + 1 for each trajectory.
  package var runs: Int { trajectories.count * steps }

  /// A run's point in the unit cube, trajectory by trajectory.
  package func point(_ run: Int) -> [Double] { trajectories[run / steps][run % steps] }

  /// The value of a list of so many at a share u of the cube: equal steps.
  package static func level(_ u: Double, of count: Int) -> Int {
    min(Int(u * Double(count)), count - 1)
  }

  /// Where a share u lies between the ends of a range, 0 to 1.
  private static func place(_ u: Double, levels: Int?) -> Double {
    guard let levels else { return u }
    return levels > 1 ? Double(level(u, of: levels)) / Double(levels - 1) : 0
  }

  /// Effects of every variable from a result for each run, in their order; `levels`: how many values a list
  /// has, nil of a range.
  package func effects(_ results: [Double], levels: [Int?]) -> [Effect] {
    precondition(results.count == runs, "MorrisDesign: \(results.count) of \(runs) results")
    var all = [[Double]](repeating: [], count: steps - 1)
    for (path, order) in orders.enumerated() {
      for (step, variable) in order.enumerated() {
        let run = path * steps + step
        let moved =
          Self.place(point(run + 1)[variable], levels: levels[variable])
          - Self.place(point(run)[variable], levels: levels[variable])
        all[variable].append(moved == 0 ? 0 : (results[run + 1] - results[run]) / moved)
      }
    }
    let student = StudentDistribution.bound(of: 0.95, freedom: trajectories.count - 1)
    return all.map { effects in
      let sizes = effects.map { abs($0) }
      return Effect(
        mean: mean(effects), meanSize: mean(sizes),
        halfWidth: student * (variance(sizes) / Double(sizes.count)).squareRoot(),
        deviation: variance(effects).squareRoot())
    }
  }
}
