/// Primitive `stock`: what is in store at the start, and what is released.
package enum StockChange: Sendable, Hashable {
  /// Users' stock at the start.
  case days(UsableDays)
  /// A stock that was built before the start.
  case built(BuiltStock)
  /// A released stock.
  case release(StockRelease)
  /// A stock that several importers hold in common.
  case pool(StockPool)
  /// A stock that must stay.
  case keep(StockFloor)
  /// Buyers who order more out of fear.
  case hoard(Hoarding)
  /// Buyers who know each other's stocks and fear less.
  case inform(StockInformation)

  /// Index into the commodity catalogue.
  package var commodity: Int {
    switch self {
    case .days(let days): days.commodity
    case .built(let stock): stock.commodity
    case .release(let release): release.commodity
    case .pool(let pool): pool.commodity
    case .keep(let floor): floor.commodity
    case .hoard(let hoarding): hoarding.commodity
    case .inform(let information): information.commodity
    }
  }
}

/// A stock obligation: users work only with what lies above it (LEVERS.md C).
package struct StockFloor: Sendable, Hashable {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The importer whose users hold it.
  package let holder: Partner
  /// Days of use that must stay.
  package let days: Double
  /// Days by which it is lowered.
  package let lowered: Double
  /// First day of the lower one.
  package let from: Int

  /// Makes an obligation.
  package init(commodity: Int, holder: Partner, days: Double, lowered: Double, from: Int) {
    self.commodity = commodity
    self.holder = holder
    self.days = days
    self.lowered = lowered
    self.from = from
  }
}

/// Buyers raise what they may order and want to hold (LEVERS.md C).
package struct Hoarding: Sendable, Hashable {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Who hoards.
  package let importer: Partner
  /// Orders above the cap, a share of usual use, at least 0.
  package let orders: Double
  /// Days of use more in store for each point of yesterday's shortage.
  package let daysPerPoint: Double
  /// When.
  package let window: Window

  /// Makes a hoarding.
  package init(
    commodity: Int, importer: Partner, orders: Double, daysPerPoint: Double, window: Window
  ) {
    self.commodity = commodity
    self.importer = importer
    self.orders = orders
    self.daysPerPoint = daysPerPoint
    self.window = window
  }
}

/// Members share what they know of their stocks: each hoards a share less (LEVERS.md C).
package struct StockInformation: Sendable, Hashable {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// A member.
  package let importer: Partner
  /// Share of its hoarding that information removes, 0 to 1.
  package let share: Double
  /// When.
  package let window: Window

  /// Whether it is about a hoarding.
  package func lowers(_ hoarding: Hoarding) -> Bool {
    commodity == hoarding.commodity && importer.code == hoarding.importer.code
  }

  /// Makes an exchange of information.
  package init(commodity: Int, importer: Partner, share: Double, window: Window) {
    self.commodity = commodity
    self.importer = importer
    self.share = share
    self.window = window
  }
}

/// A stock that was bought before the first day, above what there is (LEVERS.md C).
package struct BuiltStock: Sendable, Hashable {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The importer.
  package let holder: Partner
  /// Days of use.
  package let days: Double
  /// Whether users hold it and work with it; else the government does, and its releases are as much larger.
  package let isWithUsers: Bool

  /// Makes a stock.
  package init(commodity: Int, holder: Partner, days: Double, isWithUsers: Bool) {
    self.commodity = commodity
    self.holder = holder
    self.days = days
    self.isWithUsers = isWithUsers
  }
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
    /// When the price is above its base by a share for a number of days.
    case price(above: Double, days: Int)
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
  /// How it is filled again; nil: never.
  package let refill: Refill?

  /// Makes a release.
  package init(
    commodity: Int, holder: Partner, volume: Double?, rate: Double?, isWithUsers: Bool = false,
    trigger: Trigger, days: Int?, refill: Refill? = nil
  ) {
    self.refill = refill
    self.commodity = commodity
    self.holder = holder
    self.volume = volume
    self.rate = rate
    self.isWithUsers = isWithUsers
    self.trigger = trigger
    self.days = days
  }
}
