package import Scenarios

/// A currency that loses value in a scenario, and what of it trade in the table shows.
package struct ImportPriceRise: Sendable {
  /// Scenario.
  package let scenario: Int
  /// Importing region.
  package let region: Int
  /// Rise of foreign currency's price in the region's own in full force, a share.
  package let depreciation: Double
  /// Share of it that the table's imports show, 0 to 1.
  package let passThrough: Double
  /// Share of it by which prices of the region's exports rise, 0 to 1; counts in its income alone.
  package let exportPassThrough: Double
  /// When.
  package let window: Window
  /// Share of it that swap lines leave, by day; empty: all.
  var left: [Double] = []

  /// Rise of foreign currency's price on a day, a share.
  package func depreciation(on day: Int) -> Double {
    let free = depreciation * window.intensity(on: day)
    return day < left.count ? free * left[day] : free
  }
}

/// A part of what a region's imports cost more that its government pays in a scenario.
struct ImportShield: Sendable {
  let scenario: Int
  let region: Int
  let share: Double
  let window: Window
}
