/// Primitive `use`: an importer's users need a share less of a commodity.
package struct UseSaving: Sendable, Hashable {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The importer.
  package let importer: Partner
  /// Share of use that is given up, 0 to 1.
  package let share: Double
  /// When.
  package let window: Window

  /// Makes a saving.
  package init(commodity: Int, importer: Partner, share: Double, window: Window) {
    self.commodity = commodity
    self.importer = importer
    self.share = share
    self.window = window
  }
}
