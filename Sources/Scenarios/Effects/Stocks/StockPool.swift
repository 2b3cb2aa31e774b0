/// Stocks that several importers hold in common (LEVERS.md C).
package struct StockPool: Sendable, Hashable {
  /// A member and what it brings to the pool's rule.
  package struct Member: Sendable, Hashable {
    /// The importer.
    package let importer: Partner
    /// Its weight, at least 0; the rule takes it over the sum.
    package let weight: Double

    /// Makes a member.
    package init(importer: Partner, weight: Double) {
      self.importer = importer
      self.weight = weight
    }
  }

  /// Who gets how much of what the pool gives on a day.
  package enum Rule: String, Sendable, Hashable, CaseIterable {
    /// In proportion to what each is short of.
    case shortfall
    /// By weights; what one does not need passes on to the others.
    case entitlement
    /// So that the days of cover of those who get something are alike.
    case equalCover = "equal cover"
  }

  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The members.
  package let members: [Member]
  /// Volume, units.
  package let volume: Double
  /// Highest rate, units a day; infinite: as much as is short.
  package let rate: Double
  /// Who gets how much.
  package let rule: Rule
  /// Whether an entitlement that is not needed stays in the pool.
  package let isRigid: Bool
  /// Days from the pool to its members.
  package let travelDays: Int
  /// When it starts.
  package let trigger: StockRelease.Trigger
  /// Number of days it may last; nil: no limit.
  package let days: Int?
  /// How it is filled again; nil: never.
  package let refill: Refill?

  /// Makes a pool.
  package init(
    commodity: Int, members: [Member], volume: Double, rate: Double, rule: Rule, isRigid: Bool,
    travelDays: Int, trigger: StockRelease.Trigger, days: Int?, refill: Refill?
  ) {
    self.commodity = commodity
    self.members = members
    self.volume = volume
    self.rate = rate
    self.rule = rule
    self.isRigid = isRigid
    self.travelDays = travelDays
    self.trigger = trigger
    self.days = days
    self.refill = refill
  }
}

/// Buying for a released stock, as a buyer of its own (LEVERS.md C).
package struct Refill: Sendable, Hashable {
  /// First day.
  package let from: Int
  /// Highest rate, units a day.
  package let rate: Double
  /// Share of the first volume to which it is filled.
  package let to: Double
  /// Whether it is served with the users, and not after them.
  package let isWithUsers: Bool

  /// Makes a refilling.
  package init(from: Int, rate: Double, to: Double, isWithUsers: Bool) {
    self.from = from
    self.rate = rate
    self.to = to
    self.isWithUsers = isWithUsers
  }
}
