internal import Scenarios

/// When a stock is released and how fast: stages that each take a share of the volume. A stage gives no more
/// than is short, so that what a plan does not need stays in store, and no stage knows how long a crisis
/// will last.
package struct ReleasePlan: Sendable, Hashable {
  /// A part of a plan.
  package struct Stage: Sendable, Hashable {
    /// First day.
    package let from: Int
    /// Highest rate of each holder, units a day; nil: as much as is short.
    package let rate: Double?
    /// Share of each holder's volume, 0 to 1.
    package let share: Double

    /// Makes a stage.
    package init(from: Int, rate: Double?, share: Double) {
      self.from = from
      self.rate = rate
      self.share = share
    }
  }

  /// The stages in order of their first days, at least one.
  package let stages: [Stage]

  /// Makes a plan.
  package init(_ stages: [Stage]) {
    precondition(!stages.isEmpty, "ReleasePlan: no stages")
    self.stages = stages
  }

  /// A plan of one stage.
  package init(from: Int, rate: Double?) {
    self.init([Stage(from: from, rate: rate, share: 1)])
  }

  /// The plan as levers in place of a release whose holders' volumes are known.
  func levers(of release: Release, volumes: [Release.Holder]) -> [Release] {
    stages.map { stage in
      Release(
        commodity: release.commodity,
        holders: volumes.map {
          Release.Holder(holder: $0.holder, volume: $0.volume.map { $0 * stage.share })
        }, kind: release.kind, rate: stage.rate, trigger: .day(stage.from), days: nil,
        refill: release.refill)
    }
  }
}
