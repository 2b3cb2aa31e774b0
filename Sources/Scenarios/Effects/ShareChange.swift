/// Primitive `share`: an importer's supply comes from other origins.
package enum ShareChange: Sendable, Hashable {
  /// An origin's share before the first day; the others scale pro rata.
  case set(SupplyShare)
  /// Supply that moves day by day.
  case move(SupplyMove)
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

/// Supply of a commodity that moves from an origin to others, never more than that origin has.
package struct SupplyMove: Sendable, Hashable {
  /// A new origin and its part of the moved supply.
  package struct Target: Sendable, Hashable {
    /// The origin.
    package let origin: Partner
    /// Its part, 0 to 1.
    package let part: Double

    /// Makes a target.
    package init(origin: Partner, part: Double) {
      self.origin = origin
      self.part = part
    }
  }

  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The importer.
  package let importer: Partner
  /// The origin that supply leaves; nil: all in proportion.
  package let from: Partner?
  /// Where it goes.
  package let to: [Target]
  /// Share of the importer's supply that moves a day; infinite: all at once.
  package let perDay: Double
  /// Share of the importer's supply that moves in all; infinite: until the origin has none.
  package let most: Double
  /// When.
  package let window: Window

  /// Makes a move.
  package init(
    commodity: Int, importer: Partner, from: Partner?, to: [Target], perDay: Double,
    most: Double = .infinity, window: Window
  ) {
    self.commodity = commodity
    self.importer = importer
    self.from = from
    self.to = to
    self.perDay = perDay
    self.most = most
    self.window = window
  }
}
