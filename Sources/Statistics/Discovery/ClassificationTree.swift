/// A tree of questions "is variable v up to x?" that part cases of interest from others: CART (Breiman,
/// Friedman, Olshen and Stone 1984) with Gini's impurity.
package struct ClassificationTree: Sendable {
  /// A part of the draws.
  package indirect enum Node: Sendable, Hashable {
    /// Draws that are not parted: how many, and how many of them are of interest.
    case leaf(draws: Int, hits: Int)
    /// Draws with a variable up to a bound, and those above it.
    case split(variable: Int, bound: Double, low: Node, high: Node)
  }

  /// The first question.
  package let root: Node

  /// Grows a tree of at most `depth` questions in a row, leaves of `least` draws or more.
  package init(_ points: [[Double]], isOfInterest: [Bool], depth: Int = 3, least: Int = 10) {
    precondition(points.count == isOfInterest.count, "ClassificationTree: \(points.count) draws")
    root = Self.grown(Array(points.indices), points, isOfInterest, depth, max(1, least))
  }

  private static func grown(
    _ draws: [Int], _ points: [[Double]], _ isOfInterest: [Bool], _ depth: Int, _ least: Int
  ) -> Node {
    let hits = draws.count { isOfInterest[$0] }
    guard depth > 0, hits > 0, hits < draws.count,
      let best = bestSplit(draws, points, isOfInterest, least)
    else { return .leaf(draws: draws.count, hits: hits) }
    let low = draws.filter { points[$0][best.variable] <= best.bound }
    let high = draws.filter { points[$0][best.variable] > best.bound }
    return .split(
      variable: best.variable, bound: best.bound,
      low: grown(low, points, isOfInterest, depth - 1, least),
      high: grown(high, points, isOfInterest, depth - 1, least))
  }

  private static func bestSplit(
    _ draws: [Int], _ points: [[Double]], _ isOfInterest: [Bool], _ least: Int
  ) -> (variable: Int, bound: Double)? {
    let hits = draws.count { isOfInterest[$0] }
    var best: (variable: Int, bound: Double)?
    var lowest = impurity(draws.count, hits) - 1e-12
    for variable in points[0].indices {
      let sorted = draws.sorted { points[$0][variable] < points[$1][variable] }
      var below = 0
      for place in 1..<max(1, sorted.count) {
        if isOfInterest[sorted[place - 1]] { below += 1 }
        let (x, y) = (points[sorted[place - 1]][variable], points[sorted[place]][variable])
        guard x < y, place >= least, sorted.count - place >= least else { continue }
        let mixed = impurity(place, below) + impurity(sorted.count - place, hits - below)
        if mixed < lowest {
          lowest = mixed
          best = (variable, x + (y - x) / 2)
        }
      }
    }
    return best
  }

  /// Gini's impurity times the number of draws.
  private static func impurity(_ draws: Int, _ hits: Int) -> Double {
    2 * Double(hits) * Double(draws - hits) / Double(draws)
  }
}
