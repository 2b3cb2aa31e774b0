/// The smallest value of a key at which a loss passes a threshold, by runs of the full model on finer and
/// finer grids.
package struct ThresholdSearch: Sendable {
  /// A value that was played.
  package struct Point: Sendable, Hashable {
    /// The key's value, in the unit of the search.
    package let value: Double
    /// The loss.
    package let loss: Double

    /// Makes a point.
    package init(value: Double, loss: Double) {
      self.value = value
      self.loss = loss
    }
  }

  /// Points played, by rising value.
  package let points: [Point]
  /// The threshold.
  package let threshold: Double

  /// Values of the first grid.
  package static let firstValues = 17
  /// Values inside a bracket.
  private static let inside = 8

  /// Searches from one value to another; `losses` plays values, `isWhole` keeps them whole, `tolerance` is
  /// the width at which a bracket suffices.
  package init(
    in range: ClosedRange<Double>, isWhole: Bool, tolerance: Double, threshold: Double,
    losses: ([Double]) async throws -> [Double]
  ) async rethrows {
    self.threshold = threshold
    var known: [Double: Double] = [:]
    var asked = Self.values(in: range, count: Self.firstValues, isWhole: isWhole)
    while !asked.isEmpty {
      for (value, loss) in zip(asked, try await losses(asked)) { known[value] = loss }
      let points = known.map { Point(value: $0, loss: $1) }.sorted { $0.value < $1.value }
      guard let bracket = Self.bracket(points, threshold),
        bracket.upperBound - bracket.lowerBound > tolerance
      else { break }
      asked = Self.values(in: bracket, count: Self.inside + 2, isWhole: isWhole)
        .filter { known[$0] == nil }
    }
    points = known.map { Point(value: $0, loss: $1) }.sorted { $0.value < $1.value }
  }

  /// The smallest value that passes the threshold; nil if none that was played does.
  package var passing: Point? { points.first { $0.loss > threshold } }

  /// The last value before it; nil if the first value passes already.
  package var below: Point? {
    guard let index = points.firstIndex(where: { $0.loss > threshold }), index > 0 else {
      return nil
    }
    return points[index - 1]
  }

  /// Where the loss falls although the value rises, by more than a millionth of the largest.
  package var falls: [(from: Point, to: Point)] {
    let least = 1e-6 * (points.map { abs($0.loss) }.max() ?? 0)
    return zip(points, points.dropFirst()).filter { $0.loss - $1.loss > least }
      .map { (from: $0, to: $1) }
  }

  /// Between which values the first passing lies.
  private static func bracket(_ points: [Point], _ threshold: Double) -> ClosedRange<Double>? {
    guard let index = points.firstIndex(where: { $0.loss > threshold }), index > 0 else {
      return nil
    }
    return points[index - 1].value...points[index].value
  }

  private static func values(
    in range: ClosedRange<Double>, count: Int, isWhole: Bool
  ) -> [Double] {
    let width = range.upperBound - range.lowerBound
    guard width > 0 else { return [range.lowerBound] }
    var values: [Double] = []
    for step in 0..<count {
      let value =
        step == count - 1
        ? range.upperBound : range.lowerBound + width * Double(step) / Double(count - 1)
      let kept = isWhole ? value.rounded() : value
      if values.last != kept { values.append(kept) }
    }
    return values
  }
}
