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
  package private(set) var horizon: Int
  /// Parameters of the dynamic model.
  package private(set) var model: ModelParameters
  /// Changes of the world before the shock, what goes wrong, what is done about it, in this order.
  package private(set) var levers: [LeverEntry]
  /// What the report shows.
  package let report: ReportOptions

  /// Makes a scenario.
  package init(
    title: String, titleJa: String?, economy: String, start: CalendarDate?, horizon: Int,
    model: ModelParameters, levers: [LeverEntry], report: ReportOptions
  ) {
    self.title = title
    self.titleJa = titleJa
    self.economy = economy
    self.start = start
    self.horizon = horizon
    self.model = model
    self.levers = levers
    self.report = report
  }
}

extension Scenario {
  /// The same scenario without some entries; the others keep their days, also those that count from them.
  package func leavingOut(_ entries: [EntryPath]) -> Scenario {
    var other = self
    other.levers.removeAll { lever in
      entries.contains { $0.list == lever.list.rawValue && $0.index == lever.index }
    }
    return other
  }

  /// The same scenario under other parameters.
  package func with(_ model: ModelParameters) -> Scenario {
    var other = self
    other.model = model
    return other
  }

  /// The same scenario with other levers.
  package func with(_ levers: [LeverEntry]) -> Scenario {
    var other = self
    other.levers = levers
    return other
  }

  /// The same scenario over its first days alone; what happens in them does not change.
  package func lasting(_ days: Int) -> Scenario {
    precondition((1...horizon).contains(days), "lasting: \(days) of \(horizon) days")
    var shorter = self
    shorter.horizon = days
    return shorter
  }
}

/// A product that a shock or response names.
package enum Product: Sendable, Hashable {
  /// A sector of the table, by index.
  case sector(Int)
  /// An overlay commodity, by index into the catalogue.
  case commodity(Int)

  /// The commodity's index; nil for a sector.
  package var commodity: Int? { if case .commodity(let index) = self { index } else { nil } }
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

/// What the report shows.
package struct ReportOptions: Sendable, Hashable {
  /// Regions shown first and in detail; empty: the worst.
  package let regions: [Int]
  /// Tables shown; empty: all.
  package let tables: [ReportTable]
  /// Language codes, `en` and `ja`; the first is the default.
  package let languages: [String]
  /// Probability a year of what goes wrong, for what policies are worth; nil: not stated.
  package let probability: Double?
  /// Discount of later costs, a share a year.
  package let discount: Double

  /// Makes options.
  package init(
    regions: [Int], tables: [ReportTable], languages: [String], probability: Double? = nil,
    discount: Double = 0.03
  ) {
    self.probability = probability
    self.discount = discount
    self.regions = regions
    self.tables = tables
    self.languages = languages
  }
}
