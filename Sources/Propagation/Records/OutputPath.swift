/// What is kept of a region's output over its baseline from day to day.
package struct OutputPath: Sendable, Hashable {
  /// The lowest share and the first day that has it; nil before the first day.
  package private(set) var worst: (day: Int, share: Double)? {
    get { worstDay < 0 ? nil : (worstDay, worstShare) }
    set { (worstDay, worstShare) = newValue ?? (-1, 1) }
  }
  private var worstDay = -1
  private var worstShare = 1.0
  /// The last day under 99%; −1 if there is none.
  package private(set) var lastDayBelow = -1
  /// The share of the latest day.
  package private(set) var latest = 1.0
  private var beforeLatest = 1.0
  /// The first, lowest and highest share of the last 30 days.
  package private(set) var tailFirst = 1.0
  /// The lowest share of the last 30 days.
  package private(set) var tailLowest = Double.infinity
  /// The highest share of the last 30 days.
  package private(set) var tailHighest = -Double.infinity
  /// Turns up or down within the last 60 days.
  package private(set) var turns = 0

  /// A path before its first day.
  package init() {}

  /// Takes a day's share, days in order from 0, of a run of `days`.
  package mutating func take(_ share: Double, day: Int, of days: Int) {
    if worstDay < 0 || share < worstShare { worst = (day, share) }
    if share < 0.99 { lastDayBelow = day }
    if day >= max(0, days - 30) {
      if day == max(0, days - 30) { tailFirst = share }
      tailLowest = min(tailLowest, share)
      tailHighest = max(tailHighest, share)
    }
    if day - 1 > max(0, days - 60), (latest - beforeLatest) * (share - latest) < 0 { turns += 1 }
    beforeLatest = latest
    latest = share
  }
}
