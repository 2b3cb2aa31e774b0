package import Quantities

/// A validated scenario: names resolved against one economy, quantities in the model's units.
///
/// Node, region, sector and final-demand indices are those of the economy's table; products are
/// sectors (by index) or commodities (by index into the catalogue). Shares run 0 to 1, time is in days,
/// money is the table's unit.
package struct Scenario: Sendable {
  /// The title in English.
  package let title: String
  /// The title in Japanese; nil if not given.
  package let titleJa: String?
  /// The economy as the file names it.
  package let economy: String
  /// First day as a calendar date; nil if not given.
  package let start: CalendarDate?
  /// Number of days simulated, at least 1.
  package let horizon: Int
  /// Parameters of the dynamic model.
  package let model: ModelParameters
  /// Changes of the world before the shock.
  package let baseline: [BaselineDependency]
  /// Changes of industry stocks before the shock.
  package let stocks: [BaselineStock]
  /// What goes wrong.
  package let shocks: [Shock]
  /// What is done about it.
  package let responses: [Response]
  /// What the report shows.
  package let report: ReportOptions

  /// Makes a scenario.
  package init(
    title: String, titleJa: String?, economy: String, start: CalendarDate?, horizon: Int,
    model: ModelParameters, baseline: [BaselineDependency], stocks: [BaselineStock] = [],
    shocks: [Shock], responses: [Response], report: ReportOptions
  ) {
    self.title = title
    self.titleJa = titleJa
    self.economy = economy
    self.start = start
    self.horizon = horizon
    self.model = model
    self.baseline = baseline
    self.stocks = stocks
    self.shocks = shocks
    self.responses = responses
    self.report = report
  }
}

/// A product that a shock or response names.
package enum Product: Sendable, Hashable {
  /// A sector of the table, by index.
  case sector(Int)
  /// An overlay commodity, by index into the catalogue.
  case commodity(Int)
}

/// A country or region that trades.
package struct Partner: Sendable, Hashable {
  /// The code as written: ISO3, a table region, or a commodity's group such as `MEA`.
  package let code: String
  /// The table region with exactly this code; nil if it is only a country inside one, or a group.
  package let region: Int?

  /// Makes a partner.
  package init(code: String, region: Int?) {
    self.code = code
    self.region = region
  }
}

/// A changed dependency before the shock: others scale pro rata.
package struct BaselineDependency: Sendable, Hashable {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The importer.
  package let importer: Partner
  /// The origin country or group.
  package let origin: Partner
  /// The origin's share of the importer's supply, 0 to 1.
  package let share: Double
  /// What the share counts, as the file states it, such as `weight`.
  package let basis: String

  /// Makes a dependency.
  package init(commodity: Int, importer: Partner, origin: Partner, share: Double, basis: String) {
    self.commodity = commodity
    self.importer = importer
    self.origin = origin
    self.share = share
    self.basis = basis
  }
}

/// A changed industry stock before the shock.
package struct BaselineStock: Sendable, Hashable {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The importer whose users hold it.
  package let importer: Partner
  /// Usable stock above the minimum operating stock, days of use, 0 or more.
  package let usableDays: Double

  /// Makes a stock.
  package init(commodity: Int, importer: Partner, usableDays: Double) {
    self.commodity = commodity
    self.importer = importer
    self.usableDays = usableDays
  }
}

/// What the report shows.
package struct ReportOptions: Sendable, Hashable {
  /// Regions shown first and in detail; empty: the worst.
  package let regions: [Int]
  /// Table names; empty: all.
  package let tables: [String]
  /// Language codes, `en` and `ja`; the first is the default.
  package let languages: [String]

  /// Makes options.
  package init(regions: [Int], tables: [String], languages: [String]) {
    self.regions = regions
    self.tables = tables
    self.languages = languages
  }
}
