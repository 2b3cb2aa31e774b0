/// What is done about a shock.
package enum Response: Sendable, Hashable {
  /// Strategic stocks are released.
  case release(Release)
  /// Supply moves from one origin to others, in points of the importer's supply a year.
  case diversify(
    commodity: Int, importer: Partner, from: Partner, to: [Target],
    pointsPerYear: Double, window: Window)
  /// Use is restrained by a share; nil commodity: final demand of `regions` for `sectors`.
  case restrain(commodity: Int, importers: [Partner], by: Double, window: Window)

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
}

/// A release of strategic stocks (MODEL.md section 4, step 7).
package struct Release: Sendable, Hashable {
  /// Whose stock.
  package enum Kind: String, Sendable, CaseIterable {
    /// Industry's obligation is lowered.
    case industry
    /// The government's.
    case government
    /// Held jointly with producers.
    case joint
  }

  /// When it starts.
  package enum Trigger: Sendable, Hashable {
    /// On a day, until volume or time runs out.
    case day(Int)
    /// When the shortfall is above a share of use for a number of days.
    case shortfall(above: Double, days: Int)
  }

  /// A holder and its volume.
  package struct Holder: Sendable, Hashable {
    /// The holder: an importer of the commodity, or a country or group outside the overlay.
    package let holder: Partner
    /// Volume in the commodity's unit; nil: all that its stock file states.
    package let volume: Double?

    /// Makes a holder.
    package init(holder: Partner, volume: Double?) {
      self.holder = holder
      self.volume = volume
    }
  }

  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Holders and volumes.
  package let holders: [Holder]
  /// Whose stock.
  package let kind: Kind
  /// Highest rate of each holder, units per day; nil: as much as is short.
  package let rate: Double?
  /// When it starts.
  package let trigger: Trigger
  /// Number of days it may last; nil: no limit.
  package let days: Int?

  /// Makes a release.
  package init(
    commodity: Int, holders: [Holder], kind: Kind, rate: Double?, trigger: Trigger, days: Int?
  ) {
    self.commodity = commodity
    self.holders = holders
    self.kind = kind
    self.rate = rate
    self.trigger = trigger
    self.days = days
  }
}
