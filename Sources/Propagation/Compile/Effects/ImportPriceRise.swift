package import Scenarios

/// A rise of what a region pays for its imports in one scenario.
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

  /// Rise of the table's import prices in full force, a share.
  package var rise: Double { depreciation * passThrough }
}
