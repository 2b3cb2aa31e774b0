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
    self.init(days: draws.count) { draws[$0].compactMap { $0 } }
  }

  /// From the numbers of draws on each day, asked for one day after the other: those of one are held at a time.
  package init<Failure>(
    days: Int, _ numbers: (Int) throws(Failure) -> [Double]
  ) throws(Failure) {
    var counts: [Int] = []
    var values = [[Double?]](repeating: [], count: Self.shares.count)
    for day in 0..<days {
      let known = try numbers(day)
      let sample = known.isEmpty ? nil : OrderedSample(known)
      counts.append(known.count)
      for (index, share) in Self.shares.enumerated() {
        values[index].append(sample?.quantile(share))
      }
    }
    self.counts = counts
    self.values = values
  }

  /// Whether draws differ on any day.
  package var isSpread: Bool {
    zip(values[0], values[Self.shares.count - 1]).contains { $0 != $1 }
  }
}
