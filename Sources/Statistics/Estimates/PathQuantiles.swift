/// Between what a path lies over draws, day by day.
package struct PathQuantiles: Sendable, Hashable {
  /// The shares whose quantiles are told, rising about the median.
  package static let shares = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// Draws with a number on each day.
  package let counts: [Int]
  /// Quantiles, [share][day]; nil where no draw has a number.
  package let values: [[Double?]]

  /// From the numbers of draws on each day, [day][draw], in any order of the draws; nil where a draw has none.
  package init(_ draws: [[Double?]]) {
    let samples = draws.map { day -> OrderedSample? in
      let known = day.compactMap(\.self)
      return known.isEmpty ? nil : OrderedSample(known)
    }
    counts = samples.map { $0?.values.count ?? 0 }
    values = Self.shares.map { share in samples.map { $0?.quantile(share) } }
  }

  /// Whether draws differ on any day.
  package var isSpread: Bool {
    zip(values[0], values[Self.shares.count - 1]).contains { $0 != $1 }
  }
}
