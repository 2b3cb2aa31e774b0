/// The design of Shapley effects of independent variables: walks from one random point to another that
/// exchange one variable after the other in a random order (Goda 2021).
package struct ShapleyDesign: Sendable {
  /// Shares of the variance and how sure they are.
  package struct Effect: Sendable, Hashable {
    /// The share of the variance that is the variable's; those of all variables sum to 1. A little under 0 is
    /// sampling error.
    package let share: Double
    /// Its standard error.
    package let standardError: Double
  }

  /// Number of variables d.
  package let variables: Int
  /// Number of walks, at least two.
  package let walks: Int
  private let philox: Philox

  /// Makes a design.
  package init(variables: Int, walks: Int, seed: UInt64) {
    precondition(walks >= 2 && variables >= 1, "ShapleyDesign: \(walks) walks")
    self.variables = variables
    self.walks = walks
    philox = Philox(seed: seed)
  }

  /// Runs of the design: d + 1 for each walk.
  package var runs: Int { walks * (variables + 1) }

  /// A run's point in the unit cube, walk by walk.
  package func point(_ run: Int) -> [Double] {
    let (walk, step) = (run / (variables + 1), run % (variables + 1))
    let exchanged = Set(order(walk).prefix(step))
    return (0..<variables).map { variable in
      let end = exchanged.contains(variable) ? variables + variable : variable
      return philox.uniform(draw: UInt64(walk), variable: Philox.variable(end, of: .shapley))
    }
  }

  private func order(_ walk: Int) -> [Int] {
    let keys = (0..<variables).map {
      philox.bits(
        draw: UInt64(walk), variable: Philox.variable(2 * variables + $0, of: .shapley))
    }
    return (0..<variables).sorted { (keys[$0], $0) < (keys[$1], $1) }
  }

  /// The effects from a result for each run, in their order; empty if nothing varies.
  ///
  /// A step from F to G of a walk that began at F₀ adds (F₀ − (F + G)/2)(F − G) to its variable, in the mean
  /// the variable's part of the variance; a walk's steps add up to ½(F₀ − F_d)². Shares are ratios to the sum of
  /// all, their errors those of a ratio of means.
  package func effects(_ results: [Double]) -> [Effect] {
    precondition(results.count == runs, "ShapleyDesign: \(results.count) of \(runs) results")
    var added = [[Double]](repeating: [], count: variables)
    var whole: [Double] = []
    for walk in 0..<walks {
      let own = results[walk * (variables + 1)..<(walk + 1) * (variables + 1)]
      let first = own[own.startIndex]
      for (step, variable) in order(walk).enumerated() {
        let (before, after) = (own[own.startIndex + step], own[own.startIndex + step + 1])
        added[variable].append((first - (before + after) / 2) * (before - after))
      }
      whole.append((first - own[own.endIndex - 1]) * (first - own[own.endIndex - 1]) / 2)
    }
    let total = mean(whole)
    let centre = mean(results)
    // What rounding alone leaves of a constant is no variance.
    guard total > 1e-24 * centre * centre, total > 0 else { return [] }
    return added.map { parts in
      let share = mean(parts) / total
      let rest = zip(parts, whole).map { $0 - share * $1 }
      return Effect(
        share: share, standardError: (variance(rest) / Double(walks)).squareRoot() / total)
    }
  }
}
