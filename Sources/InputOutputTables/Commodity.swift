/// A critical commodity in physical units: who supplies, imports, uses and stocks it.
///
/// Quantities are in `unit` (`bbl`, `t`) or `unit` per day. MODEL.md section 6; the rule that ties
/// them to a table of another year is in the commodity folder's README.
package struct Commodity: Sendable {
  /// Where the price forms.
  package enum Market: Sendable, Hashable {
    /// One world price: the world's shortfall moves it for everyone.
    case world
    /// Buyers outside the restricting country share a price.
    case bloc
    /// Each importer has its own price.
    case importer
  }

  /// A country's (or the rest's) share of an importer's use.
  package struct OriginShare: Sendable, Hashable {
    /// ISO3 of the origin, or `OTHER` for the remainder that the source does not split.
    package let origin: String
    /// Share of the importer's use, 0 to 1.
    package let share: Double
    /// The figure behind it.
    package let figure: Figure

    /// Makes a share.
    package init(origin: String, share: Double, figure: Figure) {
      self.origin = origin
      self.share = share
      self.figure = figure
    }
  }

  /// A sector that uses the commodity.
  package struct User: Sendable, Hashable {
    /// Sector code of the table, such as `23`.
    package let sector: String
    /// Share of the importer's use, 0 to 1.
    package let shareOfUse: Double
    /// Exposed share e: part of the sector's output that embodies the material, 0 to 1.
    package let exposedShare: Figure
    /// Criticality c of the exposed part, low, central and high in one figure, 0 to 1.
    package let criticality: Figure

    /// Makes a user.
    package init(sector: String, shareOfUse: Double, exposedShare: Figure, criticality: Figure) {
      self.sector = sector
      self.shareOfUse = shareOfUse
      self.exposedShare = exposedShare
      self.criticality = criticality
    }
  }

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

  /// A stock that can be released.
  package struct Stock: Sendable, Hashable {
    /// Who holds it.
    package enum Kind: String, Sendable, CaseIterable {
      /// Industry's own, part of the users' inventory.
      case industry
      /// The government's.
      case government
      /// Held jointly with producers.
      case joint
    }
    /// Who holds it.
    package let kind: Kind
    /// The volume, in units; value nil if missing.
    package let volume: Figure

    /// Makes a stock.
    package init(kind: Kind, volume: Figure) {
      self.kind = kind
      self.volume = volume
    }
  }

  /// A country that imports or uses the commodity.
  package struct Importer: Sendable {
    /// ISO3 code, or a table region such as `REU`.
    package let code: String
    /// Physical use, units per day, in the commodity's year; value nil if missing.
    package let use: Figure
    /// Imports, units per day, in the commodity's year; value nil if missing.
    package let imports: Figure
    /// Shares by origin, domestic included, summing to 1; empty if no source splits them.
    package let origins: [OriginShare]
    /// Sectors that use it; empty if no figure is known.
    package let users: [User]
    /// Usable industry stock plus minimum operating stock, in days of use.
    package let industryStockDays: Figure
    /// Minimum operating stock, in days of use.
    package let minimumOperatingDays: Figure
    /// Government and joint stocks.
    package let stocks: [Stock]
    /// Routes.
    package let routes: [Route]
    /// Gross domestic product of the commodity's year, USD; value nil if missing.
    package let gdp: Figure

    /// Makes an importer.
    package init(
      code: String, use: Figure, imports: Figure, origins: [OriginShare], users: [User],
      industryStockDays: Figure, minimumOperatingDays: Figure, stocks: [Stock], routes: [Route],
      gdp: Figure
    ) {
      self.code = code
      self.use = use
      self.imports = imports
      self.origins = origins
      self.users = users
      self.industryStockDays = industryStockDays
      self.minimumOperatingDays = minimumOperatingDays
      self.stocks = stocks
      self.routes = routes
      self.gdp = gdp
    }
  }

  /// The price's base and how it answers a shortfall (MODEL.md section 4, step 13).
  package struct Price: Sendable {
    /// Where the price forms.
    package let market: Market
    /// Price before the shock, USD per unit; value nil if missing.
    package let base: Figure
    /// Market supply, units per day: the denominator of the shortfall.
    package let supply: Figure
    /// Supply elasticity e_S, 0 or more.
    package let supplyElasticity: Figure
    /// Demand elasticity e_D, below 0.
    package let demandElasticity: Figure
    /// Upper bound of the price over its base.
    package let bound: Figure
    /// Published estimates to compare with; shown, never used.
    package let comparisons: [(item: String, figure: Figure)]

    /// Makes a price.
    package init(
      market: Market, base: Figure, supply: Figure, supplyElasticity: Figure,
      demandElasticity: Figure, bound: Figure, comparisons: [(item: String, figure: Figure)]
    ) {
      self.market = market
      self.base = base
      self.supply = supply
      self.supplyElasticity = supplyElasticity
      self.demandElasticity = demandElasticity
      self.bound = bound
      self.comparisons = comparisons
    }
  }

  /// The name in scenarios, such as `crude oil`.
  package let name: String
  /// The Japanese name.
  package let nameJa: String
  /// The physical unit, `bbl` or `t`.
  package let unit: String
  /// The year that quantities are of.
  package let year: Int
  /// The sector of the table whose cells hold this material (for the cost-push rule), such as `C`.
  package let tableSector: String
  /// Extra that suppliers not under a shock can deliver, as a share of their baseline.
  package let spareCapacity: Figure
  /// Countries that import or use it.
  package let importers: [Importer]
  /// Straits and corridors.
  package let chokepoints: [Chokepoint]
  /// Named groups of origins, such as `MEA`: code and members.
  package let groups: [(code: String, members: [String])]
  /// The price's base and answer.
  package let price: Price
  /// What has no figure, one sentence each, English.
  package let gaps: [String]

  /// Makes a commodity.
  package init(
    name: String, nameJa: String, unit: String, year: Int, tableSector: String,
    spareCapacity: Figure, importers: [Importer], chokepoints: [Chokepoint],
    groups: [(code: String, members: [String])], price: Price, gaps: [String]
  ) {
    self.name = name
    self.nameJa = nameJa
    self.unit = unit
    self.year = year
    self.tableSector = tableSector
    self.spareCapacity = spareCapacity
    self.importers = importers
    self.chokepoints = chokepoints
    self.groups = groups
    self.price = price
    self.gaps = gaps
  }
}
