import ArgumentParser

/// A short scenario of one kind, to start from; each is complete and passes `sonae check`.
enum Template: String, CaseIterable, ExpressibleByArgument {
  case closure
  case ban
  case listedBuyers = "listed-buyers"
  case stockRelease = "stock-release"
  case pool
  case project
  case currency
  case outage

  /// All of them, for help.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The file.
  var text: String {
    """
    # \(about)
    # `sonae explain KEY` tells what a key means; `sonae check FILE` shows every default.
    sonae: 1
    title: \(title)
    economy: world-2022
    start: 2026-04-01
    horizon: 365 days

    \(levers)
    report: {regions: [JPN, KOR], language: [en, ja]}

    """
  }

  private var about: String {
    switch self {
    case .closure: "A strait is closed, what goes around it, and what the price does."
    case .ban: "A country bans exports to another, which turns to other sellers and saves."
    case .listedBuyers:
      "A country refuses exports to listed firms alone; a part finds its way by others."
    case .stockRelease: "A strait is closed and members release stocks together."
    case .pool: "Two countries share one stock and give it to whoever is short."
    case .project:
      "A ban after years in which new capacity was built: what it avoids and what it costs."
    case .currency:
      "A currency loses value, a swap line holds it while it lasts, and consumers are shielded."
    case .outage: "An industry of one country stops."
    }
  }

  private var title: String {
    switch self {
    case .closure: "Hormuz closed by half for 60 days"
    case .ban: "China bans rare earths to Japan for a year"
    case .listedBuyers: "China lists a tenth of Japan's buyers of rare earths"
    case .stockRelease: "Hormuz closed and stocks released together"
    case .pool: "Japan and Korea pool a stock of crude oil"
    case .project: "A rare-earth project in Australia before a ban"
    case .currency: "The yen loses a tenth while oil is dear"
    case .outage: "Half of Japan's vehicle output stops for 30 days"
    }
  }

  private var levers: String {
    switch self {
    case .closure:
      """
      shocks:
        - closure: {chokepoint: Strait of Hormuz, by: 50%, for: 60 days, recovery: linear over 30 days}
      responses:
        - restrain: {commodity: crude oil, importers: [JPN, KOR], menu: [speed limits, work from home], uptake: 50%, from: day 30}
      """
    case .ban:
      """
      shocks:
        - ban: {exporter: CHN, importer: JPN, products: [rare earths], by: 100%, leak: 10%}
      responses:
        - diversify: {commodity: rare earths, importer: JPN, from: CHN, to: {AUS: 100%}, ramp: 5 points a year}
        - thrift: {commodity: rare earths, importers: [JPN], by: 6.7% a year}
      """
    case .listedBuyers:
      """
      shocks:
        - ban: {exporter: CHN, importer: JPN, products: [rare earths], by: 100%, listed: 10%, resale: 20%}
      """
    case .stockRelease:
      """
      shocks:
        - closure: {chokepoint: Strait of Hormuz, by: 90%, for: 60 days}
      responses:
        - release: {commodity: crude oil, holders: {JPN: 80 Mbbl, KOR: 30 Mbbl}, rate: 1 mb/d, when: shortfall above 5% for 3 days}
      """
    case .pool:
      """
      shocks:
        - closure: {chokepoint: Strait of Hormuz, by: 90%, for: 120 days}
      responses:
        - pool: {commodity: crude oil, members: [JPN, KOR], volume: 100 Mbbl, rate: 2 mb/d, rule: equal cover}
      """
    case .project:
      """
      shocks:
        - ban: {exporter: CHN, importer: JPN, products: [rare earths], by: 100%}
      responses:
        - project: {commodity: rare earths, country: AUS, capacity: 2400 t a year, from: day -1460, lead: 3 years, ramp: 1 years, success: 50%, offtake: {JPN: 65%}, capex: 300 MUSD, subsidy: 30%}
        - stockpile: {commodity: rare earths, holder: JPN, days: 30 days, by: day -365}
      """
    case .currency:
      """
      shocks:
        - price: {commodity: crude oil, to: 110 USD/bbl}
        - currency: {region: JPN, depreciation: 10%, pass-through: 60%, ramp: 30 days}
      responses:
        - swap: {region: JPN, cap: 5%, line: 20 billion USD}
        - shield: {region: JPN, share: 30%, for: 180 days}
      """
    case .outage:
      """
      shocks:
        - capacity: {nodes: [JPN.34t35], by: 50%, from: day 5, for: 30 days, recovery: linear over 30 days}
      """
    }
  }
}
