extension ClassificationTree {
  /// A part of the draws that is parted no further, and what leads there.
  package struct Leaf: Sendable {
    /// What each variable is above, and up to what; nil: no question bounds it.
    package let bounds: [(above: Double?, upTo: Double?)]
    /// Draws in it.
    package let draws: Int
    /// Those of interest.
    package let hits: Int
  }

  /// The leaves, the densest in cases of interest first; of the same density the larger first.
  package func leaves(variables: Int) -> [Leaf] {
    var found: [Leaf] = []
    Self.collect(
      root, [(above: Double?, upTo: Double?)](repeating: (nil, nil), count: variables), &found)
    let order = found.indices.sorted { a, b in
      let (first, second) = (found[a], found[b])
      let (x, y) = (first.hits * second.draws, second.hits * first.draws)
      return (y, second.draws, a) < (x, first.draws, b)
    }
    return order.map { found[$0] }
  }

  private static func collect(
    _ node: Node, _ bounds: [(above: Double?, upTo: Double?)], _ found: inout [Leaf]
  ) {
    switch node {
    case .leaf(let draws, let hits):
      found.append(Leaf(bounds: bounds, draws: draws, hits: hits))
    case .split(let variable, let bound, let low, let high):
      var below = bounds
      below[variable].upTo = bound
      collect(low, below, &found)
      var above = bounds
      above[variable].above = bound
      collect(high, above, &found)
    }
  }
}
