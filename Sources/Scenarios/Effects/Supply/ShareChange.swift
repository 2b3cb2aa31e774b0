/// Primitive `share`: an importer's supply comes from other origins.
package enum ShareChange: Sendable, Hashable {
  /// An origin's share before the first day; the others scale pro rata.
  case set(SupplyShare)
  /// Supply that moves day by day.
  case move(SupplyMove)
  /// Supply that no move takes away.
  case hold(SupplyHold)
}

/// Supply that an importer has under contract: moves leave it where it is.
package struct SupplyHold: Sendable, Hashable {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The importer.
  package let importer: Partner
  /// The seller.
  package let origin: Partner
  /// Units a day.
  package let amount: Double
  /// When.
  package let window: Window

  /// Makes a hold.
  package init(
    commodity: Int, importer: Partner, origin: Partner, amount: Double, window: Window
  ) {
    self.commodity = commodity
    self.importer = importer
    self.origin = origin
    self.amount = amount
    self.window = window
  }
}

/// An origin's share of an importer's supply of a commodity.
package struct SupplyShare: Sendable, Hashable {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The importer.
  package let importer: Partner
  /// The origin country or group.
  package let origin: Partner
  /// Its share of the importer's supply, 0 to 1.
  package let share: Double
  /// What the share counts, as the file states it, such as `weight`.
  package let basis: String

  /// Makes a share.
  package init(commodity: Int, importer: Partner, origin: Partner, share: Double, basis: String) {
    self.commodity = commodity
    self.importer = importer
    self.origin = origin
    self.share = share
    self.basis = basis
  }
}
