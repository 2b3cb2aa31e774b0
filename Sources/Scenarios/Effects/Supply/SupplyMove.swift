import Diagnostics

/// Whose sales fall when an importer buys less of a commodity, or elsewhere.
package enum Displaced: Sendable, Hashable {
  /// A country's, or a group's.
  case origin(Partner)
  /// The largest seller's before the first day, the importer itself aside.
  case largest
  /// Everyone's in proportion.
  case proRata
  /// Everyone's in proportion but for some.
  case others(than: [Partner])
}

extension Displaced {
  /// Whom it names.
  var words: Bilingual {
    switch self {
    case .origin(let partner): Bilingual(partner.code, partner.code)
    case .largest: Bilingual("the largest seller", "最大の供給元")
    case .proRata: Bilingual("all origins in proportion", "全供給元（比例）")
    case .others(let partners):
      Bilingual(
        "all but \(partners.map { $0.code }.joined(separator: ", "))",
        "\(partners.map { $0.code }.joined(separator: "、"))以外")
    }
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
    /// What it can sell of it, units a day; infinite: capacity follows what moves.
    package let capacity: Double

    /// Makes a target.
    package init(origin: Partner, part: Double, capacity: Double = .infinity) {
      self.origin = origin
      self.part = part
      self.capacity = capacity
    }
  }

  /// How far it goes in all.
  package enum Extent: Sendable, Hashable {
    /// Until the origin has none.
    case unlimited
    /// A share of the importer's supply.
    case share(Double)
    /// Units a day.
    case units(Double)
    /// Until the targets have this share of the importer's supply between them.
    case upTo(Double)
  }

  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The stage before the last that is sold; nil: the last, which importers buy.
  package let stage: Int?
  /// The importer, or the maker who buys of the stage.
  package let importer: Partner
  /// Whom supply leaves.
  package let from: Displaced
  /// Where it goes.
  package let to: [Target]
  /// Share of the importer's supply that moves a day at most; infinite: as the window grows.
  package let perDay: Double
  /// How far it goes, in the window's full force.
  package let extent: Extent
  /// Whether the targets build what they sell more; else it comes out of their spare capacity.
  package let builds: Bool
  /// Whether what stands on the first day has spare capacity like any other; later it has none.
  package let hasSpare: Bool
  /// When.
  package let window: Window

  /// Makes a move.
  package init(
    commodity: Int, stage: Int? = nil, importer: Partner, from: Displaced, to: [Target],
    perDay: Double = .infinity, extent: Extent = .unlimited, builds: Bool = true,
    hasSpare: Bool = true, window: Window
  ) {
    self.commodity = commodity
    self.stage = stage
    self.importer = importer
    self.from = from
    self.to = to
    self.perDay = perDay
    self.extent = extent
    self.builds = builds
    self.hasSpare = hasSpare
    self.window = window
  }
}
