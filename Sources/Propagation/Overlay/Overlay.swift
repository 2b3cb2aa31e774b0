internal import Commodities
internal import Scenarios

/// A commodity of a batch in physical units: suppliers by country, users by node (MODEL.md section 6).
///
/// Origins i, importers b, users u; arrays are [b][i][m], [b][m] or [u][m], the scenario innermost.
/// Arrays by buyer have one row more than there are importers: the rest of the market, whose purchases
/// move the price and nothing else.
package struct Overlay: Sendable {
  /// A country that imports or uses the commodity and has users in the table.
  package struct Importer: Sendable {
    /// ISO3 code.
    package let code: String
    /// Table region.
    package let region: Int
    /// Baseline use of its users, units a day.
    package let use: Double
    /// Use of the whole country, homes and others without a node among it, units a day.
    package let wholeUse: Double
    /// Its users: a range of `users`.
    package let users: Range<Int>
    /// Minimum operating stock, days of use: below it production is limited.
    package let minimumDays: Double
    /// Index of the importer whose listed buyers these are; its own if it is no slice.
    package let whole: Int
    /// The list; nil: the importer itself, or what lists leave of it; a country all of whose buyers are
    /// listed is its first list.
    let listed: Listed?
  }

  /// A node that uses the commodity.
  package struct User: Sendable {
    /// Node, product-major.
    package let node: Int
    /// Index into `importers`.
    package let importer: Int
    /// The sector as the commodity's file calls it; the node is it or a part of it.
    let sector: String
    /// Requirement a: units per unit of the node's output.
    package let requirement: Double
    /// Exposed share e: part of the node's output that embodies the material, 0 to 1.
    package let exposed: Double
    /// Share of the node's use that it stands for; below 1 where buyers are listed.
    package let weight: Double
    /// What embodies it: commodities of one part of a node's output do not add up their limits.
    let part: String
  }

  /// A restriction of a link by a state: openness is multiplied by 1 − p·blocked, p the chance that a
  /// country restricts.
  struct Restriction: Sendable {
    let importer: Int
    let origin: Int
    let scenario: Int
    let barrier: Barrier
    /// Index into `contagions` of what makes the country restrict; nil: it does.
    let spread: Int?
  }

  /// A country that may come to restrict its exports (LEVERS.md D).
  struct Contagion: Sendable {
    let scenario: Int
    /// The lever that names it: countries of one imitate each other.
    let entry: Int
    let spread: Spread
    let window: Window
    /// Importers whose shortage makes it restrict.
    let importers: [Int]
    /// The hazard that a drawn country bears, −ln(1 − U); nil: it restricts by its chance.
    let endurance: Double?
  }

  /// A loss of an origin's capacity: what it can ship is multiplied by 1 − share·intensity.
  struct CapacityLoss: Sendable {
    let origin: Int
    let scenario: Int
    let share: Double
    let window: Window
  }

  /// A review or longer way: a share of what is shipped waits for `days` more.
  package struct Delay: Sendable {
    /// Who buys, who sells, and in which scenario.
    package let importer: Int
    package let origin: Int
    package let scenario: Int
    /// Whole days.
    package let days: Int
    let share: Double
    let window: Window
    /// Where its ring starts in `WaitingState.cargo`, in days; `days` long.
    package let ringOffset: Int
    /// The gate that makes it wait; nil: a review.
    var gate: GateDelay?
  }

  /// A price that a scenario sets.
  struct StatedPrice: Sendable {
    let scenario: Int
    /// USD a unit.
    let level: Double
    let window: Window
  }

  /// Index into the catalogue.
  package let commodity: Int
  /// Codes of the origins.
  package let origins: [String]
  /// Importers.
  package let importers: [Importer]
  /// Its countries.
  let grouping: Countries
  /// Users, grouped by importer.
  package let users: [User]
  /// Baseline shares T of origins in each buyer's supply, [buyer][i][m].
  package let shares: [Double]
  /// Of them what has no spare capacity, [importer][i][m]; empty: nothing.
  let firm: [Double]
  /// Of them what levers had moved there, [importer][i][m]; empty: nothing.
  let led: [Double]
  /// Purchases of the rest of the market that are known, units a day, m.
  let restUse: [Double]
  /// Inventory target n of users, which is their stock at the start, days of use, [b][m].
  package let targetDays: [Double]
  /// Whether each scenario names the commodity, m; the others run as if it were not there.
  package let isNamed: [Bool]
  /// Exposed share times criticality, [u][m], 0 to 1.
  let criticality: [Double]
  /// Spare capacity of every origin over what is open of its baseline.
  let spareCapacity: Double
  /// How the price answers what is missing; nil if a figure is missing.
  let market: OverlayMarket?
  /// What the price follows instead; set once all overlays of the batch are known, nil if its leader is
  /// not among them.
  var link: PriceLink?
  /// Price before the shock, USD a unit, m; nil where it has no figure.
  package internal(set) var basePrice: [Double?]
  /// Days at sea, [b][i], whole.
  let travelDays: [Int]
  /// Where the ring of link (b, i) starts in `OverlayState.transit`, in days; `travelDays` long.
  let transitOffset: [Int]
  /// 1/τ of restocking.
  let restockRate: Double
  /// What makers buy before importers do, stage by stage; empty for most.
  package internal(set) var tiers: [Tier] = []
  /// What makers of the last stage, the origins, buy.
  var inputs: [Tier.Input] = []
  var restrictions: [Restriction] = []
  var contagions: [Contagion] = []
  var gates = Gates()
  var capacityLosses: [CapacityLoss] = []
  /// Reviews and longer ways.
  package internal(set) var delays: [Delay] = []
  /// Stocks that may be released, and who fills them again.
  package internal(set) var pools: [Pool] = []
  package internal(set) var refillings: [Refilling] = []
  var priorities: [Priority] = []
  var serviceRules: [ServiceRule] = []
  var offers: [Offer] = []
  var shifts: [Shift] = []
  var savings: [Saving] = []
  var holds: [Hold] = []
  var growths: [Growth] = []
  var priceFloors: [PriceFloor] = []
  var floors: [Floor] = []
  var fears: [Fear] = []
  var statedPrices: [StatedPrice] = []

  /// Where the members of a pool start among those of all.
  func firstMember(of pool: Int) -> Int { pools[..<pool].reduce(0) { $0 + $1.members.count } }

  /// Number of scenarios m.
  var width: Int { shares.count / (buyers.count * origins.count) }

  /// Importers and, last, the rest of the market.
  var buyers: Range<Int> { 0..<importers.count + 1 }

  /// Index of the rest of the market among the buyers.
  var rest: Int { importers.count }

  /// Importers that are countries; slices of them come after.
  package var countries: Range<Int> { grouping.range }

  /// A country's importers: itself and its slices.
  package func members(of country: Int) -> [Int] { grouping.members[country] }

  /// Use of a country, its slices included, units a day.
  package func countryUse(of country: Int) -> Double { grouping.use[country] }

  /// Whether all buyers pay one price.
  package var isWorld: Bool { market.map { $0.kind == .world } ?? hasPrice }

  /// Whether buyers outside the restricting country share a price.
  package var isBloc: Bool { market?.kind == .bloc }

  /// Whether a scenario computes the commodity's price.
  package func isPriced(in scenario: Int) -> Bool {
    guard isNamed[scenario], basePrice[scenario] != nil else { return false }
    return market != nil || link?.isNamed[scenario] == true
      || statedPrices.contains { $0.scenario == scenario }
  }

  /// Supply of a world or bloc market, units a day; nil if each importer has its own, or figures miss.
  package var marketSupply: Double? {
    market.flatMap { $0.kind == .importer ? nil : $0.supply }
  }

  /// Whether its price can move: it has a market, follows another commodity's, or a scenario sets it.
  package var hasPrice: Bool { market != nil || link != nil || !statedPrices.isEmpty }

  /// How many prices there are: one, or one an importer.
  package var priceCount: Int { market?.kind == .importer ? countries.count : 1 }

  /// Which price an importer pays.
  package func price(of importer: Int) -> Int {
    market?.kind == .importer ? importers[importer].whole : 0
  }

  /// Whether a scenario's trade restrictions are an importer's own: in a bloc market the price rises
  /// outside the restricting country.
  package func restricts(_ importer: Int, scenario k: Int) -> Bool {
    restrictions.contains {
      $0.scenario == k && origins[$0.origin] == importers[importer].code
    }
  }

  /// Baseline flow from abroad of a country, units a day.
  package func importsAtBaseline(of importer: Int, scenario k: Int, width: Int) -> Double {
    countryUse(of: importer)
      * origins.indices.reduce(0) {
        $0 + (origins[$1] == importers[importer].code ? 0 : shares[link(importer, $1) * width + k])
      }
  }

  /// Whether buyers without figures share a scenario's market with the importers: then all known
  /// purchases are less than its supply by more than figures are rounded.
  func hasUnknownBuyers(scenario k: Int) -> Bool {
    guard let market, market.kind != .importer else { return false }
    return buyers.reduce(0) { $0 + marketUse(of: $1, scenario: k) } < 0.99 * market.supply
  }

  /// Origins of some that sell to buyers of the market of whom nothing is known in a scenario.
  func sellingUnknown(_ some: [Int], scenario k: Int) -> [String] {
    guard hasUnknownBuyers(scenario: k) else { return [] }
    return some.filter { shares[link(rest, $0) * width + k] == 0 }.map { origins[$0] }
  }

  /// Index of link (buyer, origin) in [buyer][i] arrays.
  package func link(_ buyer: Int, _ origin: Int) -> Int { buyer * origins.count + origin }

  /// What a buyer buys on the market at baseline, units a day: for users in the table, and for all others of
  /// its country.
  func marketUse(of buyer: Int, scenario k: Int) -> Double {
    guard buyer < importers.count else { return restUse[k] }
    return importers[buyer].use * grouping.wholeOverUsers[importers[buyer].whole]
  }

  /// The same of a whole country.
  func marketUse(ofCountry country: Int) -> Double {
    grouping.use[country] * grouping.wholeOverUsers[country]
  }

  /// Baseline use of a buyer's users in the table, units a day.
  func use(of buyer: Int, scenario k: Int) -> Double {
    buyer < importers.count ? importers[buyer].use : restUse[k]
  }
}
