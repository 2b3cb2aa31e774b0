internal import Quantities
internal import Commodities
internal import InputOutputTables
internal import Scenarios

/// Builds the overlays that the scenarios of a batch name.
struct OverlayCompiler {
  private let economy: Economy
  private let commodities: [Commodity]
  private let scenarios: [Scenario]

  init(_ economy: Economy, commodities: [Commodity], scenarios: [Scenario]) {
    self.economy = economy
    self.commodities = commodities
    self.scenarios = scenarios
  }

  /// One overlay for each commodity that any scenario names, in the catalogue's order.
  func build() -> [Overlay] {
    var named: Set<Int> = []
    for scenario in scenarios { named.formUnion(scenario.namedCommodities(commodities)) }
    return named.sorted().compactMap { build($0) }
  }

  private func build(_ index: Int) -> Overlay? {
    let commodity = commodities[index]
    var importers: [Overlay.Importer] = []
    var users: [Overlay.User] = []
    var sources: [Commodity.Importer] = []
    for source in commodity.importers {
      let added = self.users(of: source, importer: importers.count)
      guard !added.isEmpty, let region = region(of: source), let use = source.use.value else {
        continue
      }
      importers.append(
        Overlay.Importer(
          code: source.code, region: region, use: use,
          users: users.count..<users.count + added.count,
          minimumDays: source.minimumOperatingDays.value ?? 0))
      users += added
      sources.append(source)
    }
    guard !users.isEmpty else { return nil }
    let known = Set(sources.flatMap { $0.origins.map(\.origin) })
    let origins = known.union(scenarios.flatMap { $0.namedOrigins(of: index, commodity) }).sorted()
    let links = OverlayLinks(commodity, sources, origins: origins)
    let isNamed = scenarios.map { $0.namedCommodities(commodities).contains(index) }
    var overlay = Overlay(
      commodity: index, origins: origins, importers: importers, users: users,
      shares: shares(index, links), targetDays: targetDays(index, sources),
      isNamed: isNamed, criticality: criticality(users, sources, isNamed: isNamed),
      spareCapacity: commodity.spareCapacity.value ?? 0, travelDays: links.travelDays,
      transitOffset: links.transitOffset, restockRate: 1.0 / 30, restrictions: [], delays: [],
      stockpiles: [], shifts: [], restraints: [])
    for (k, scenario) in scenarios.enumerated() {
      OverlayEvents(commodity, index: index, links: links, scenario: scenario, number: k)
        .add(to: &overlay)
    }
    return overlay
  }

  private func region(of importer: Commodity.Importer) -> Int? {
    economy.table.regions.firstIndex { $0.code == importer.code }
  }

  /// Users with a node in the table; needs the importer's shares by origin.
  private func users(of source: Commodity.Importer, importer: Int) -> [Overlay.User] {
    guard let region = region(of: source), let use = source.use.value, !source.origins.isEmpty
    else { return [] }
    return source.users.compactMap { user in
      guard let sector = economy.table.sectors.firstIndex(where: { $0.code == user.sector }),
        let node = economy.suppliers(of: sector).first(where: { economy.region[$0] == region }),
        economy.output[node] > 0, user.shareOfUse > 0
      else { return nil }
      return Overlay.User(
        node: node, importer: importer,
        requirement: user.shareOfUse * use / economy.output[node])
    }
  }

  /// Inventory targets after the scenarios' changed stocks, [b][m].
  private func targetDays(_ index: Int, _ sources: [Commodity.Importer]) -> [Double] {
    sources.flatMap { source in
      scenarios.map { scenario in
        let change = scenario.stocks.last {
          $0.commodity == index && $0.importer.code == source.code
        }
        let minimum = source.minimumOperatingDays.value ?? 0
        return change.map { $0.usableDays + minimum } ?? source.industryStockDays.value ?? minimum
      }
    }
  }

  /// e·c of each user, [u][m]; the scenario's dial, or the user's central value, for c. A scenario
  /// that does not name the commodity is not limited by it, as when it runs alone.
  private func criticality(
    _ users: [Overlay.User], _ sources: [Commodity.Importer], isNamed: [Bool]
  ) -> [Double] {
    users.flatMap { user in
      zip(scenarios, isNamed).map { scenario, isNamed in
        guard isNamed else { return 0 }
        let sector = economy.table.sectors[economy.product[user.node]].code
        let source = sources[user.importer].users.first { $0.sector == sector }
        let exposed = source?.exposedShare.value ?? 0
        return exposed * (scenario.model.criticalityDial ?? source?.criticality.value ?? 0)
      }
    }
  }

  /// Shares by origin after the scenarios' baseline dependencies, [b][i][m].
  private func shares(_ index: Int, _ links: OverlayLinks) -> [Double] {
    let byScenario = scenarios.map { scenario in
      var shares = links.shares
      for change in scenario.baseline where change.commodity == index {
        links.setDependency(change, in: &shares)
      }
      return shares
    }
    return links.shares.indices.flatMap { cell in byScenario.map { $0[cell] } }
  }
}
