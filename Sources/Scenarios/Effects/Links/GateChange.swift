/// What happens at a chokepoint besides its closure (LEVERS.md B): G = min(1, (1 − χ)·ins·fleet + relief).
package struct GateChange: Sendable, Hashable {
  /// What it is.
  package enum Kind: Sendable, Hashable {
    /// A share of what is blocked takes a longer way.
    case detour(Detour)
    /// The market asks another premium.
    case premium(Premium)
    /// A government covers what the market does not.
    case cover(PublicCover)
    /// Ships take longer, so that there are too few.
    case voyage(Voyage)
    /// A share of what closures stop passes on a longer voyage.
    case opening(Double, Voyage)
  }

  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The chokepoint's own name.
  package let chokepoint: String
  /// What it is.
  package let kind: Kind
  /// When.
  package let window: Window

  /// Makes a change.
  package init(commodity: Int, chokepoint: String, kind: Kind, window: Window) {
    self.commodity = commodity
    self.chokepoint = chokepoint
    self.kind = kind
    self.window = window
  }
}

/// A longer way around a chokepoint.
package struct Detour: Sendable, Hashable {
  /// Days more at sea.
  package let days: Int
  /// Share of what is blocked that takes it, 0 to 1.
  package let share: Double
  /// What it can carry, and of which goods.
  package let capacity: WayCapacity

  /// Makes a detour.
  package init(days: Int, share: Double, capacity: WayCapacity) {
    self.days = days
    self.share = share
    self.capacity = capacity
  }
}

/// A war-risk premium and what it does to cover: c = (withdrawn − h)/(withdrawn − normal).
package struct Premium: Sendable, Hashable {
  /// The premium h, share of the hull's value for a transit.
  package let level: Double
  /// Its usual level.
  package let normal: Double
  /// The level at which the market gives no cover.
  package let withdrawn: Double
  /// Share of ships that sail without cover, 0 to 1.
  package let uninsured: Double
  /// Share that the market covers, instead of the curve.
  package let covered: Double?
  /// Value of a hull, USD.
  package let hull: Double
  /// Cargo of a ship, units.
  package let cargo: Double
  /// Days that a ship is in the insured waters.
  package let inside: Double

  /// Makes a premium.
  package init(
    level: Double, normal: Double, withdrawn: Double, uninsured: Double, covered: Double?,
    hull: Double, cargo: Double, inside: Double
  ) {
    self.level = level
    self.normal = normal
    self.withdrawn = withdrawn
    self.uninsured = uninsured
    self.covered = covered
    self.hull = hull
    self.cargo = cargo
    self.inside = inside
  }

  /// Share of ships that the market covers at a level of the premium by the curve, 0 to 1.
  package func coveredShare(at level: Double) -> Double {
    min(1, max(0, (withdrawn - level) / (withdrawn - normal)))
  }
}

/// Insurance that a government offers for what the market leaves.
package struct PublicCover: Sendable, Hashable {
  /// Value that it covers at a time, USD.
  package let line: Double
  /// The premium that it asks at most, share of the hull's value.
  package let ceiling: Double
  /// Chance that a transit ends in a loss.
  package let casualty: Double
  /// Whose it is; nil: not said.
  package let government: Partner?

  /// Makes a cover.
  package init(
    line: Double, ceiling: Double, casualty: Double, government: Partner? = nil
  ) {
    self.government = government
    self.line = line
    self.ceiling = ceiling
    self.casualty = casualty
  }
}

/// A longer voyage: fleet = min(1, (1 + spare)·R/(R + 2·days if both ways else days)).
package struct Voyage: Sendable, Hashable {
  /// Days more on the way with cargo.
  package let days: Int
  /// Usual round trip R, days.
  package let roundTrip: Double
  /// Ships that lie idle, share of the fleet.
  package let spareFleet: Double
  /// Whether the way back is longer too.
  package let isBothWays: Bool

  /// Share of usual transits that the fleet can make.
  package var fleet: Double {
    let longer = Double(isBothWays ? 2 * days : days)
    return min(1, (1 + spareFleet) * roundTrip / (roundTrip + longer))
  }

  /// Makes a voyage.
  package init(days: Int, roundTrip: Double, spareFleet: Double, isBothWays: Bool) {
    self.days = days
    self.roundTrip = roundTrip
    self.spareFleet = spareFleet
    self.isBothWays = isBothWays
  }
}
