/// Primitive `open`: links lose max(0, share·shape − relief) of what they carry.
package struct Blockage: Sendable, Hashable {
  /// The links.
  package let links: LinkSet
  /// Blocked share in full force, 0 to 1.
  package let share: Double
  /// Share of the flow that goes around, 0 to 1.
  package let relief: Double
  /// When.
  package let window: Window
  /// The buyers that it hits; nil: all.
  package let listed: Listed?
  /// What makes the exporter restrict, day by day; nil: it does, for certain.
  package let spread: Spread?

  /// Makes a blockage.
  package init(
    links: LinkSet, share: Double, relief: Double = 0, window: Window, listed: Listed? = nil,
    spread: Spread? = nil
  ) {
    self.listed = listed
    self.links = links
    self.share = share
    self.relief = relief
    self.window = window
    self.spread = spread
  }
}

/// How restrictions spread from country to country (LEVERS.md D): each evening the chance p that a
/// country restricts grows by (1 − p)(1 − e^(−η/365)), η = pledge·(base + price·ln π + shortage·short/use
/// + imitation·mean p) a year.
package struct Spread: Sendable, Hashable {
  /// Hazard a year without any reason.
  package let base: Double
  /// Hazard a year for each unit of the logarithm of the price over its base.
  package let price: Double
  /// Hazard a year where all of use is short.
  package let shortage: Double
  /// Hazard a year where all the others restrict.
  package let imitation: Double
  /// Share of the hazard that pledges leave, 0 to 1.
  package let pledge: Double
  /// Seed of the drawn day on which the country restricts in full; nil: it restricts by its chance.
  package let seed: Int?

  /// Makes a spread.
  package init(
    base: Double, price: Double, shortage: Double, imitation: Double, pledge: Double, seed: Int?
  ) {
    self.base = base
    self.price = price
    self.shortage = shortage
    self.imitation = imitation
    self.pledge = pledge
    self.seed = seed
  }
}

/// A general licence: what states restrict on links, closures apart, is less by a share (LEVERS.md D).
package struct Permit: Sendable, Hashable {
  /// The links.
  package let links: LinkSet
  /// Share of what is blocked that passes, 0 to 1.
  package let share: Double
  /// When.
  package let window: Window

  /// Makes a licence.
  package init(links: LinkSet, share: Double, window: Window) {
    self.links = links
    self.share = share
    self.window = window
  }
}
