/// Primitive `stock`: what is in store at the start, and what is released.
package enum StockChange: Sendable, Hashable {
  /// Users' stock at the start.
  case days(UsableDays)
  /// A released stock.
  case release(StockRelease)
}

/// What an importer's users have in store of a commodity at the start.
package struct UsableDays: Sendable, Hashable {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The importer.
  package let importer: Partner
  /// Usable stock above the minimum operating stock, days of use, 0 or more.
  package let days: Double

  /// Makes a stock.
  package init(commodity: Int, importer: Partner, days: Double) {
    self.commodity = commodity
    self.importer = importer
    self.days = days
  }
}

/// A holder's stock of a commodity that is released to users (MODEL.md section 4, step 7).
package struct StockRelease: Sendable, Hashable {
  /// When it starts.
  package enum Trigger: Sendable, Hashable {
    /// On a day, until volume or time runs out.
    case day(Int)
    /// When the shortfall is above a share of use for a number of days.
    case shortfall(above: Double, days: Int)
  }

  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The holder: an importer of the commodity, or a country or group outside the overlay.
  package let holder: Partner
  /// Volume in the commodity's unit; nil: there is no figure.
  package let volume: Double?
  /// Highest rate, units per day; nil: as much as is short.
  package let rate: Double?
  /// Whether users hold it already, so that releasing it adds nothing to what they have.
  package let isWithUsers: Bool
  /// When it starts.
  package let trigger: Trigger
  /// Number of days it may last; nil: no limit.
  package let days: Int?

  /// Makes a release.
  package init(
    commodity: Int, holder: Partner, volume: Double?, rate: Double?, isWithUsers: Bool = false,
    trigger: Trigger, days: Int?
  ) {
    self.commodity = commodity
    self.holder = holder
    self.volume = volume
    self.rate = rate
    self.isWithUsers = isWithUsers
    self.trigger = trigger
    self.days = days
  }
}
