/// Primitive `demand`: final demand of regions for sectors' products, wherever made, is multiplied.
package struct DemandChange: Sendable, Hashable {
  /// Consumer regions, in the table's order.
  package let regions: [Int]
  /// Products, in the table's order.
  package let sectors: [Int]
  /// Relative change, −1 or more.
  package let by: Double
  /// When.
  package let window: Window

  /// Makes a change.
  package init(regions: [Int], sectors: [Int], by: Double, window: Window) {
    self.regions = regions
    self.sectors = sectors
    self.by = by
    self.window = window
  }
}
