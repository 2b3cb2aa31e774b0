package import Scenarios

/// Single points of failure ranked by what their stop costs a region on the full model.
package struct SinglePoints: Sendable {
  /// One of them.
  package struct Row: Sendable {
    /// What stops.
    package let point: SinglePoint
    /// Value added that the region loses over the horizon's GDP.
    package let loss: Double
    /// The same, money of the table.
    package let money: Double
    /// Whether output collapses or swings, so that the loss is not to be trusted.
    package let isDoubtful: Bool
  }

  /// The largest loss first; equal losses in the order of the points.
  package let rows: [Row]

  /// Stops each point alone for a number of days from the first, in place of a scenario's own shocks and
  /// responses; nil where the region has no GDP. `progress` is told how many have been played.
  package init?(
    _ points: [SinglePoint], days: Int, around scenario: Scenario, region: Int,
    on model: FullModel, progress: (Int) -> Void = { _ in }
  ) async {
    let window = Window(from: 0, days: days, recovery: .immediate)
    var rows: [Row] = []
    for start in stride(from: 0, to: points.count, by: Self.together) {
      let some = points[start..<min(start + Self.together, points.count)]
      let runs = await model.play(
        some.map { point in
          scenario.with(
            scenario.levers.filter { $0.list == .baseline }
              + [LeverEntry(point.lever(window, in: model.economy), list: .shocks, index: 0)])
        })
      for (point, run) in zip(some, runs) {
        guard let loss = run.lossShares[region] else { return nil }
        rows.append(
          Row(point: point, loss: loss, money: run.losses[region], isDoubtful: run.isDoubtful))
      }
      progress(rows.count)
    }
    self.rows = rows.enumerated().sorted {
      ($1.element.loss, $0.offset) < ($0.element.loss, $1.offset)
    }
    .map(\.element)
  }

  /// Points that are played before the next are compiled; whole batches of every width in use.
  private static let together = 512
}
