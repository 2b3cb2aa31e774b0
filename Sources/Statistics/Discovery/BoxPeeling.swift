/// Scenario discovery: a box of the variables' ranges in which most of the cases of interest lie.
///
/// The patient rule induction method (Friedman and Fisher 1999; Bryant and Lempert 2010): peel the thin
/// slice whose loss raises density the most, until too few draws are left.
package struct BoxPeeling: Sendable {
  /// A box with how it does.
  package struct Box: Sendable, Hashable {
    /// Range of each variable; nil where it is not restricted.
    package internal(set) var ranges: [ClosedRange<Double>?]
    /// Share of the cases of interest that lie inside.
    package let coverage: Double
    /// Share of the draws inside that are of interest.
    package let density: Double
    /// Share of the draws that lie inside.
    package let mass: Double

    /// Number of restricted variables.
    package var restrictions: Int { ranges.count { $0 != nil } }
  }

  /// Boxes from the whole space inwards.
  package let trajectory: [Box]

  /// Peels; `points`: [draw][variable], `isOfInterest`: one a draw. Empty if no draw is of interest.
  package init(
    _ points: [[Double]], isOfInterest: [Bool], peel: Double = 0.05, leastMass: Double = 0.05
  ) {
    precondition(points.count == isOfInterest.count, "BoxPeeling: \(points.count) draws")
    let wanted = isOfInterest.count { $0 }
    guard wanted > 0, let first = points.first else {
      trajectory = []
      return
    }
    var inside = Array(points.indices)
    var ranges = [ClosedRange<Double>?](repeating: nil, count: first.count)
    var boxes: [Box] = []
    while true {
      let hits = inside.count { isOfInterest[$0] }
      boxes.append(
        Box(
          ranges: ranges, coverage: Double(hits) / Double(wanted),
          density: Double(hits) / Double(inside.count),
          mass: Double(inside.count) / Double(points.count)))
      guard hits < inside.count,
        let cut = Self.bestCut(points, isOfInterest, inside, peel: peel),
        Double(cut.kept.count) >= leastMass * Double(points.count)
      else { break }
      inside = cut.kept
      let values = inside.map { points[$0][cut.variable] }
      guard let low = values.min(), let high = values.max() else { break }
      let old = ranges[cut.variable]
      ranges[cut.variable] =
        cut.isBelow
        ? low...(old?.upperBound ?? .infinity) : (old?.lowerBound ?? -.infinity)...high
    }
    trajectory = boxes
  }

  /// The box with the highest density among those that cover a share of the cases; nil if there is none.
  package func densest(covering share: Double) -> Box? {
    trajectory.filter { $0.coverage >= share }.max {
      ($0.density, -Double($0.restrictions)) < ($1.density, -Double($1.restrictions))
    }
  }

  private struct Cut {
    let variable: Int
    let isBelow: Bool
    let kept: [Int]
    let gain: Double
  }

  private static func bestCut(
    _ points: [[Double]], _ isOfInterest: [Bool], _ inside: [Int], peel: Double
  ) -> Cut? {
    let hits = Double(inside.count { isOfInterest[$0] })
    let density = hits / Double(inside.count)
    var best: Cut?
    for variable in points[0].indices {
      let sorted = OrderedSample(inside.map { points[$0][variable] })
      guard let low = sorted.quantile(peel), let high = sorted.quantile(1 - peel) else { continue }
      let ends = (sorted.values[0], sorted.values[sorted.values.count - 1])
      for isBelow in [true, false] {
        // A slice that many draws share an end of goes as a whole.
        let kept = inside.filter {
          let value = points[$0][variable]
          return isBelow
            ? (low > ends.0 ? value >= low : value > low)
            : (high < ends.1 ? value <= high : value < high)
        }
        guard !kept.isEmpty, kept.count < inside.count else { continue }
        let left = Double(kept.count { isOfInterest[$0] }) / Double(kept.count)
        // Rise of density per draw given up.
        let gain = (left - density) / Double(inside.count - kept.count)
        if gain > (best?.gain ?? 0) {
          best = Cut(variable: variable, isBelow: isBelow, kept: kept, gain: gain)
        }
      }
    }
    return best
  }
}
