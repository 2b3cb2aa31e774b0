package import Commodities
internal import Quantities
package import Scenarios

/// The holders of all releases of one commodity in a file, whose plans are to be found together.
package struct MemberTask: Sendable {
  /// A holder that the model knows as an importer.
  package struct Holder: Sendable, Hashable {
    /// Who it is.
    package let partner: Partner
    /// Its stock, units.
    package let volume: Double
    /// Highest rate, units a day; nil: none.
    package let rate: Double?
    /// First day of its release.
    package let earliest: Int
    /// Its use, units a day; nil where no figure is known.
    package let use: Double?
  }

  /// The commodity, an index into the catalogue.
  package let commodity: Int
  /// Holders in the order of the file, each once.
  package let holders: [Holder]
  /// Holders that are no importers with figures: what they release relieves nobody in the model.
  package let outside: [String]
  /// Numbers of the responses that are theirs.
  private let responses: Set<Int>

  /// Takes every release of the commodity whose volumes are known; nil where fewer than two importers release.
  package init?(_ scenario: Scenario, commodity: Int, commodities: [Commodity]) {
    let importers = commodities[commodity].importers
    var holders: [Holder] = []
    var outside: [String] = []
    var numbers: Set<Int> = []
    for (number, release) in Self.releases(scenario, of: commodity) {
      for holder in release.holders {
        let importer = importers.first { $0.code == holder.holder.code }
        let stated = importer?.stocks.first { $0.kind.rawValue == release.kind.rawValue }?.volume
        guard let volume = holder.volume ?? stated?.value, volume > 0,
          !holders.contains(where: { $0.partner.code == holder.holder.code })
        else { return nil }
        numbers.insert(number)
        guard let importer else {
          outside.append(holder.holder.code)
          continue
        }
        var earliest = 0
        if case .day(let day) = release.trigger { earliest = max(0, day) }
        holders.append(
          Holder(
            partner: holder.holder, volume: volume, rate: release.rate, earliest: earliest,
            use: importer.use.value))
      }
    }
    guard holders.count > 1 else { return nil }
    (self.commodity, self.holders, self.outside, responses) = (
      commodity, holders, outside, numbers
    )
  }

  /// Who releases the commodity, each once; more than one is no task if a volume is not known or a holder
  /// stands in two releases.
  package static func releasing(_ scenario: Scenario, commodity: Int) -> Set<String> {
    Set(releases(scenario, of: commodity).flatMap { $0.release.holders.map(\.holder.code) })
  }

  /// Releases of the commodity by governments or producers, with their numbers among the responses.
  private static func releases(
    _ scenario: Scenario, of commodity: Int
  ) -> [(number: Int, release: Release)] {
    scenario.levers.filter { $0.list == .responses }.compactMap { entry in
      guard let release = entry.lever.as(Release.self), release.commodity == commodity,
        release.coordination == nil, release.kind != .industry
      else { return nil }
      return (entry.index, release)
    }
  }

  /// A scenario with other levers in place of the releases.
  func scenario(_ scenario: Scenario, _ levers: [any Lever]) -> Scenario {
    let kept = scenario.levers.filter { $0.list == .responses && !responses.contains($0.index) }
    let number = responses.min() ?? 0
    return scenario.with(
      responses: kept + levers.map { LeverEntry($0, list: .responses, index: number) })
  }

  /// A holder's amounts, period by period, as releases.
  func releases(_ number: Int, _ given: [Double], period: Int) -> [any Lever] {
    let holder = holders[number]
    return given.enumerated().compactMap { index, amount in
      guard amount > 1e-6 * holder.volume else { return nil }
      let first = max(holder.earliest, index * period)
      let rate = amount / Double((index + 1) * period - first)
      return Release(
        commodity: commodity, holders: [.init(holder: holder.partner, volume: amount)],
        kind: .government, rate: min(rate, holder.rate ?? rate), trigger: .day(first), days: nil)
    }
  }

  /// All stocks in common, given to whoever is short of most.
  var pool: any Lever {
    let rates = holders.map { $0.rate ?? .infinity }
    return Pool(
      commodity: commodity, members: holders.map(\.partner),
      volume: holders.reduce(0) { $0 + $1.volume }, rate: rates.reduce(0, +), rule: .shortfall,
      weights: .netImports, isRigid: false, travelDays: 0,
      trigger: .day(holders.map(\.earliest).min() ?? 0), days: nil, refill: nil)
  }
}
