package import Diagnostics
package import Quantities

/// A critical commodity in physical units: who supplies, imports, uses and stocks it.
///
/// Quantities are in `unit` (`bbl`, `t`) or `unit` per day. MODEL.md section 6; the rule that ties
/// them to a table of another year is in the commodity folder's README.
package struct Commodity: Sendable {
  /// Where the price forms.
  package enum Market: String, Sendable, CaseIterable {
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
    /// The figure behind it, most often a share of imports, 0 to 1.
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
    /// Name of the part of the output that embodies it, such as `magnets`; nil: a part of its own.
    package let part: String?

    /// Makes a user.
    package init(
      sector: String, shareOfUse: Double, exposedShare: Figure, criticality: Figure,
      part: String? = nil
    ) {
      self.part = part
      self.sector = sector
      self.shareOfUse = shareOfUse
      self.exposedShare = exposedShare
      self.criticality = criticality
    }
  }

  /// A sector that uses the commodity, of whose output no figure says how much embodies it.
  ///
  /// It serves tables of use; a scenario cannot stop it for want of the material.
  package struct UseShare: Sendable, Hashable {
    /// Sector code of the table, such as `23`.
    package let sector: String
    /// Share of the importer's use, 0 to 1; value nil if missing.
    package let share: Figure

    /// Makes a share.
    package init(sector: String, share: Figure) {
      self.sector = sector
      self.share = share
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
    /// The fastest drawdown, units per day; nil if no row names it, its value nil if missing.
    package let maximumRate: Figure?

    /// Makes a stock.
    package init(kind: Kind, volume: Figure, maximumRate: Figure? = nil) {
      self.kind = kind
      self.volume = volume
      self.maximumRate = maximumRate
    }
  }

  /// What a commodity's files leave out.
  package struct Omission: Sendable, Hashable {
    /// What it is, such as `petroleum products`.
    package let name: String
    /// The Japanese name.
    package let nameJa: String
    /// Names of commodities that are a part of it and have files of their own.
    package let besides: [String]

    /// Makes an omission.
    package init(name: String, nameJa: String, besides: [String] = []) {
      self.name = name
      self.nameJa = nameJa
      self.besides = besides
    }

    /// The name without some of its parts, by their names: `petroleum products other than naphtha and LPG`.
    package func name(without parts: [String]) -> String {
      guard let last = parts.last else { return name }
      let others = parts.dropLast().joined(separator: ", ")
      return "\(name) other than \(others.isEmpty ? last : "\(others) and \(last)")"
    }

    /// The Japanese name without some of its parts, by their Japanese names.
    package func nameJa(without parts: [String]) -> String {
      parts.isEmpty ? nameJa : "\(parts.joined(separator: "・"))以外の\(nameJa)"
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
    /// Sectors that use it and stop without it; empty if no exposed share is known.
    package let users: [User]
    /// Sectors that use it, of whose output no figure says how much embodies it.
    package let otherUses: [UseShare]
    /// Usable industry stock plus minimum operating stock, in days of use.
    package let industryStockDays: Figure
    /// Minimum operating stock, in days of use.
    package let minimumOperatingDays: Figure
    /// Part of the industry stock that the law forbids to draw, 0 to 1; nil if there is no such law.
    package let industryObligation: Figure?
    /// Government and joint stocks.
    package let stocks: [Stock]
    /// Shares through single chokepoints, longer ways around them, and days at sea.
    package let routes: [Route]
    /// Whole ways; empty where only shares through single chokepoints are known.
    package let ways: [Way]
    /// Gross domestic product of the commodity's year, USD; value nil if missing.
    package let gdp: Figure

    /// Whether a scenario can stop its users: it has origins, a use, and users with an exposed share.
    package var isRunnable: Bool { !origins.isEmpty && !users.isEmpty && use.value != nil }

    /// Makes an importer.
    package init(
      code: String, use: Figure, imports: Figure, origins: [OriginShare], users: [User],
      otherUses: [UseShare] = [], industryStockDays: Figure, minimumOperatingDays: Figure,
      industryObligation: Figure? = nil,
      stocks: [Stock], routes: [Route], ways: [Way] = [], gdp: Figure
    ) {
      self.code = code
      self.use = use
      self.imports = imports
      self.origins = origins
      self.users = users
      self.otherUses = otherUses
      self.industryStockDays = industryStockDays
      self.minimumOperatingDays = minimumOperatingDays
      self.industryObligation = industryObligation
      self.stocks = stocks
      self.routes = routes
      self.ways = ways
      self.gdp = gdp
    }
  }

  /// The name in scenarios, such as `crude oil`.
  package let name: String
  /// The Japanese name.
  package let nameJa: String
  /// What is counted and what is left out, as the note of its name says; may be empty.
  package let about: String
  /// The physical unit, `bbl` or `t`.
  package let unit: String
  /// MMBtu in a unit, by which a price per MMBtu is read; nil where it has no figure.
  package let energyContent: Double?
  /// The year that quantities are of.
  package let year: Int
  /// The sector of the table whose cells hold this material (for the cost-push rule), such as `C`.
  package let tableSector: String
  /// Extra that suppliers not under a shock can deliver, as a share of their baseline.
  package let spareCapacity: Figure
  /// Countries that import or use it.
  package let importers: [Importer]
  /// The stages before importers buy it; empty for most.
  package let chain: Chain
  /// Straits and corridors.
  package let chokepoints: [Chokepoint]
  /// Named groups of origins, such as `MEA`: code and members.
  package let groups: [(code: String, members: [String])]
  /// The price's base and answer.
  package let price: Price
  /// Dependency ratios over the years, by basis.
  package let dependencies: [Dependency]
  /// Releases of stocks, decided, committed, announced, and their daily rates.
  package let releases: [Release]
  /// Published estimates and observations to compare with; shown, never used.
  package let estimates: [Statement]
  /// Stocks, targets and obligations as their holders state them; shown, never used.
  package let stockStatements: [Statement]
  /// Controls that exporters announced, by date; shown, never used.
  package let controls: [Control]
  /// What the commodity's files leave out, as they name it, such as `LNG through the Strait of Hormuz`;
  /// not empty: what is computed of it is a lower bound.
  package let omissions: [Omission]
  /// Why a lack of it stops no user, in both languages; nil where no file says so.
  package let reasonToStopNobody: (text: String, textJa: String)?
  /// What has no figure, one sentence each, English.
  package let gaps: [String]
  /// What the reader of its files should know of them.
  package let warnings: [Diagnostic]

  /// Makes a commodity.
  package init(
    name: String, nameJa: String, about: String = "", unit: String,
    energyContent: Double? = nil, year: Int, tableSector: String, spareCapacity: Figure,
    importers: [Importer], chain: Chain = Chain(),
    chokepoints: [Chokepoint],
    groups: [(code: String, members: [String])], price: Price, dependencies: [Dependency] = [],
    releases: [Release] = [], estimates: [Statement] = [], stockStatements: [Statement] = [],
    controls: [Control] = [],
    omissions: [Omission] = [],
    reasonToStopNobody: (text: String, textJa: String)? = nil, gaps: [String],
    warnings: [Diagnostic] = []
  ) {
    self.name = name
    self.nameJa = nameJa
    self.about = about
    self.unit = unit
    self.energyContent = energyContent
    self.year = year
    self.tableSector = tableSector
    self.spareCapacity = spareCapacity
    self.importers = importers
    self.chain = chain
    self.chokepoints = chokepoints
    self.groups = groups
    self.price = price
    self.dependencies = dependencies
    self.releases = releases
    self.estimates = estimates
    self.stockStatements = stockStatements
    self.controls = controls
    self.omissions = omissions
    self.reasonToStopNobody = reasonToStopNobody
    self.gaps = gaps
    self.warnings = warnings
  }
}

extension Commodity {
  /// Whether users in a country can run short of it: an importer of that code with figures.
  package func canRun(in country: String) -> Bool {
    importers.contains { $0.code == country && $0.isRunnable }
  }
}
