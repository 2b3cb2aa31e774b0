package import Scenarios

/// A rise of what a region pays for its imports in one scenario.
package struct ImportPriceRise: Sendable {
  /// Scenario.
  package let scenario: Int
  /// Importing region.
  package let region: Int
  /// Rise in full force, a share.
  package let rise: Double
  /// When.
  package let window: Window
}
