package import Quantities

extension Commodity {
  /// A link's way from its origins through a chokepoint to an importer.
  package struct Route: Sendable, Hashable {
    /// ISO3 codes of the origins; empty means every origin but the importer itself.
    package let origins: [String]
    /// Name of the chokepoint, such as `Strait of Hormuz`; nil for a plain route.
    package let chokepoint: String?
    /// Share of the importer's imports that passes the chokepoint, 0 to 1; nil if not known.
    package let shareOfImportsThrough: Figure?
    /// Days at sea; nil if not known (then 0).
    package let travelDays: Figure?

    /// Makes a route.
    package init(
      origins: [String], chokepoint: String?, shareOfImportsThrough: Figure?, travelDays: Figure?
    ) {
      self.origins = origins
      self.chokepoint = chokepoint
      self.shareOfImportsThrough = shareOfImportsThrough
      self.travelDays = travelDays
    }
  }

  /// A strait, canal or corridor, and what can go around it.
  package struct Chokepoint: Sendable, Hashable {
    /// The name, such as `Strait of Hormuz`.
    package let name: String
    /// The Japanese name.
    package let nameJa: String
    /// The commodity's flow through it, units per day, all buyers.
    package let flow: Figure
    /// Spare capacity of ways around it, units per day.
    package let bypass: Figure

    /// Makes a chokepoint.
    package init(name: String, nameJa: String, flow: Figure, bypass: Figure) {
      self.name = name
      self.nameJa = nameJa
      self.flow = flow
      self.bypass = bypass
    }
  }
}
