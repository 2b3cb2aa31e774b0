internal import Scenarios

/// A commodity of a batch in physical units: suppliers by country, users by node (MODEL.md section 6).
///
/// Origins i, importers b, users u; arrays are [b][i][m], [b][m] or [u][m], the scenario innermost.
package struct Overlay: Sendable {
  /// A country that imports or uses the commodity and has users in the table.
  package struct Importer: Sendable {
    /// ISO3 code.
    package let code: String
    /// Table region.
    package let region: Int
    /// Baseline use, units a day.
    package let use: Double
    /// Its users: a range of `users`.
    package let users: Range<Int>
    /// Minimum operating stock, days of use: below it production is limited.
    let minimumDays: Double
  }

  /// A node that uses the commodity.
  package struct User: Sendable {
    /// Node, product-major.
    package let node: Int
    /// Index into `importers`.
    let importer: Int
    /// Requirement a: units per unit of the node's output.
    let requirement: Double
  }

  /// A restriction of a link: openness is multiplied by 1 − exposed·max(0, share·intensity − relief).
  struct Restriction: Sendable {
    let importer: Int
    let origin: Int
    let scenario: Int
    let share: Double
    let window: Window
    /// Share of the link that the restriction can reach: σ of a chokepoint, else 1.
    var exposed = 1.0
    /// Share of the flow that goes around: a chokepoint's bypass, else 0.
    var relief = 0.0

    /// Share of the link that is blocked on a day.
    func blocked(on day: Int) -> Double {
      exposed * max(0, share * window.intensity(on: day) - relief)
    }
  }

  /// A review: a share of what is shipped waits for `days` more.
  struct Delay: Sendable {
    let importer: Int
    let origin: Int
    let scenario: Int
    let days: Int
    let share: Double
    let window: Window
    /// Where its ring starts in `OverlayState.delayed`, in days; `days` long.
    let ringOffset: Int
  }

  /// A stock that can be released to an importer's users.
  struct Stockpile: Sendable {
    let importer: Int
    let scenario: Int
    /// Volume, units.
    let volume: Double
    /// Highest rate, units a day.
    let rate: Double
    let trigger: StockRelease.Trigger
    /// Days it may last once started; nil: no limit.
    let days: Int?
  }

  /// Supply that moves between origins, a share of the importer's supply a day.
  struct Shift: Sendable {
    let importer: Int
    let scenario: Int
    let from: [Int]
    let to: [(origin: Int, part: Double)]
    let perDay: Double
    let window: Window
  }

  /// A restraint of use.
  struct Restraint: Sendable {
    let importer: Int
    let scenario: Int
    let share: Double
    let window: Window
  }

  /// Index into the catalogue.
  package let commodity: Int
  /// Codes of the origins.
  package let origins: [String]
  /// Importers.
  package let importers: [Importer]
  /// Users, grouped by importer.
  package let users: [User]
  /// Baseline shares T of origins in each importer's supply, [b][i][m].
  package let shares: [Double]
  /// Inventory target n of users, which is their stock at the start, days of use, [b][m].
  package let targetDays: [Double]
  /// Whether each scenario names the commodity, m; the others run as if it were not there.
  package let isNamed: [Bool]
  /// Exposed share times criticality, [u][m], 0 to 1.
  let criticality: [Double]
  /// Spare capacity of every origin over its baseline.
  let spareCapacity: Double
  /// Days at sea, [b][i], whole.
  let travelDays: [Int]
  /// Where the ring of link (b, i) starts in `OverlayState.transit`, in days; `travelDays` long.
  let transitOffset: [Int]
  /// 1/τ of restocking.
  let restockRate: Double
  var restrictions: [Restriction] = []
  var delays: [Delay] = []
  var stockpiles: [Stockpile] = []
  var shifts: [Shift] = []
  var restraints: [Restraint] = []
  /// What the scenarios do to its market.
  package internal(set) var market = Market()

  /// Number of scenarios m.
  var width: Int { shares.count / (importers.count * origins.count) }

  /// Index of link (importer, origin) in [b][i] arrays.
  func link(_ importer: Int, _ origin: Int) -> Int { importer * origins.count + origin }
}
