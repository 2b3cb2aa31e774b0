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
    /// A longer way around the chokepoint; nil if there is none.
    package let detour: LongerWay?

    /// Makes a route.
    package init(
      origins: [String], chokepoint: String?, shareOfImportsThrough: Figure?, travelDays: Figure?,
      detour: LongerWay? = nil
    ) {
      self.detour = detour
      self.origins = origins
      self.chokepoint = chokepoint
      self.shareOfImportsThrough = shareOfImportsThrough
      self.travelDays = travelDays
    }
  }

  /// A longer way around a chokepoint: what takes it is late, and not lost.
  package struct LongerWay: Sendable, Hashable {
    /// Days more at sea.
    package let days: Figure
    /// Share of what the chokepoint blocks that takes it, 0 to 1; nil: all.
    package let share: Figure?

    /// Makes a longer way.
    package init(days: Figure, share: Figure? = nil) {
      self.days = days
      self.share = share
    }
  }

  /// A whole way from origins to an importer: what goes it passes all of its chokepoints and no other.
  package struct Way: Sendable, Hashable {
    /// ISO3 codes of the origins; empty means every origin but the importer itself.
    package let origins: [String]
    /// Names of the chokepoints that it passes; empty: none.
    package let chokepoints: [String]
    /// Share of the importer's imports that goes it, 0 to 1; the value is there.
    package let share: Figure
    /// Days at sea; nil if not known.
    package let travelDays: Figure?

    /// Makes a way.
    package init(
      origins: [String], chokepoints: [String], share: Figure, travelDays: Figure? = nil
    ) {
      self.origins = origins
      self.chokepoints = chokepoints
      self.share = share
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
    /// Days more at sea around it, for whoever may take that way: a closure's `alternative`, or an importer
    /// with a `LongerWay` of its own. Nil if there is none.
    package let detourDays: Figure?

    /// Makes a chokepoint.
    package init(
      name: String, nameJa: String, flow: Figure, bypass: Figure, detourDays: Figure? = nil
    ) {
      self.detourDays = detourDays
      self.name = name
      self.nameJa = nameJa
      self.flow = flow
      self.bypass = bypass
    }
  }
}

extension Commodity.Importer {
  /// Whether a file says that some of its imports passes a chokepoint.
  package func passes(_ chokepoint: String) -> Bool {
    routes.contains { $0.chokepoint == chokepoint }
      || ways.contains { $0.chokepoints.contains(chokepoint) }
  }

  /// Share of its imports that passes a chokepoint: the figure of a route, or what its whole ways add up
  /// to; nil where neither says.
  package func shareThrough(_ chokepoint: String) -> Figure? {
    if ways.isEmpty {
      return routes.first { $0.chokepoint == chokepoint && $0.shareOfImportsThrough != nil }?
        .shareOfImportsThrough
    }
    let own = ways.filter { $0.chokepoints.contains(chokepoint) }.map { $0.share }
    guard let first = own.first, own.count > 1 else { return own.first }
    return Figure(
      value: own.reduce(0) { $0 + ($1.value ?? 0) }, unit: first.unit, year: first.year,
      basis: first.basis, source: first.source, confidence: first.confidence,
      note: "the sum of \(own.count) ways")
  }
}
