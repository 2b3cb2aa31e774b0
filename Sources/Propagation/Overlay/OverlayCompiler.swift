internal import Commodities
internal import InputOutputTables
internal import Quantities
internal import Scenarios

/// Builds the overlays that the scenarios of a batch name.
struct OverlayCompiler {
  /// An overlay without its effects, its links, and by scenario where supply stands on the first day and
  /// what passes its chokepoints.
  struct Built {
    let overlay: Overlay
    let links: OverlayLinks
    let starts: [SupplyStart]
    let gates: [OverlayGates]
  }

  private let economy: Economy
  let commodities: [Commodity]
  let plans: [EffectPlan]

  init(_ economy: Economy, commodities: [Commodity], plans: [EffectPlan]) {
    self.economy = economy
    self.commodities = commodities
    self.plans = plans
  }

  /// One overlay for each commodity that any effect names, in the catalogue's order.
  func build() -> [Built] {
    let named = Set(plans.flatMap { $0.effects.compactMap { $0.effect.commodity } })
    return named.sorted().compactMap { build($0) }
  }

  private func build(_ index: Int) -> Built? {
    let commodity = commodities[index]
    let buyers = buyers(of: commodity, at: index)
    let (importers, users, sources) = (buyers.importers, buyers.users, buyers.sources)
    guard !users.isEmpty else { return nil }
    let known = Set(sources.flatMap { $0.origins.map { $0.origin } })
    let origins = known.union(namedOrigins(of: index)).sorted()
    let links = OverlayLinks(commodity, sources, origins: origins)
    let isNamed = plans.map { $0.effects.contains { $0.effect.commodity == index } }
    let starts = plans.map {
      SupplyStart($0, commodity: index, links, importers: importers, users: users, economy)
    }
    let byScenario = starts.map { $0.shares }
    let grouping = Countries(importers)
    let marketUse = importers.map { $0.use * grouping.wholeOverUsers[$0.whole] }
    let gates = zip(plans, byScenario).map { plan, shares in
      OverlayGates(
        links, shares: shares, use: marketUse, stated: plan.sharesThrough(index))
    }
    let restUse = gates.map { $0.restFlow.reduce(0, +) }
    var overlay = Overlay(
      commodity: index, origins: origins, importers: importers,
      grouping: grouping, users: users,
      shares: shares(byScenario, gates), firm: parts(starts) { $0.firm },
      led: parts(starts) { $0.led }, restUse: restUse,
      targetDays: targetDays(index, sources),
      isNamed: isNamed, criticality: criticality(users, sources, isNamed: isNamed),
      spareCapacity: commodity.spareCapacity.value ?? 0, market: OverlayMarket(commodity),
      basePrice: plans.map { _ in commodity.price.base.value }, travelDays: links.travelDays,
      transitOffset: links.transitOffset, restockRate: 1.0 / 30)
    setGates(of: index, gates, &overlay)
    overlay.addTiers(
      of: commodity, opened: { namedOrigins(of: index, at: $0) },
      moves: { moves(of: index, at: $0) })
    return Built(overlay: overlay, links: links, starts: starts, gates: gates)
  }

  /// Importers with users in the table, their listed buyers after them.
  private struct Buyers {
    var importers: [Overlay.Importer] = []
    var users: [Overlay.User] = []
    /// The figures of each importer.
    var sources: [Commodity.Importer] = []
  }

  private func buyers(of commodity: Commodity, at index: Int) -> Buyers {
    var buyers = Buyers()
    var sliced: [(source: Commodity.Importer, whole: Int, listed: Listed)] = []
    let lists = plans[0].scenario.slices.filter { $0.commodity == index }
    for source in commodity.importers {
      let own = lists.filter { $0.importer.code == source.code }.map { $0.listed }
      let number = buyers.importers.count
      let whole = users(of: source, importer: number, commodity) { sector in
        own.reduce(1) { $0 - $1.share(of: sector) }
      }
      guard whole.isEmpty else {
        add(source, whole, of: number, nil, to: &buyers)
        sliced += own.map { (source, number, $0) }
        continue
      }
      // Every buyer is listed: the first list stands for the country.
      guard let first = own.first else { continue }
      let listed = users(of: source, importer: number, commodity) { first.share(of: $0) }
      guard !listed.isEmpty else { continue }
      add(source, listed, of: number, first, to: &buyers)
      sliced += own.dropFirst().map { (source, number, $0) }
    }
    for part in sliced {
      let own = users(of: part.source, importer: buyers.importers.count, commodity) {
        part.listed.share(of: $0)
      }
      if !own.isEmpty { add(part.source, own, of: part.whole, part.listed, to: &buyers) }
    }
    return buyers
  }

  private func add(
    _ source: Commodity.Importer, _ own: [Overlay.User], of whole: Int, _ listed: Listed?,
    to buyers: inout Buyers
  ) {
    guard let region = region(of: source) else { return }
    buyers.importers.append(
      Overlay.Importer(
        code: source.code, region: region,
        use: own.reduce(0) { $0 + $1.requirement * economy.output[$1.node] },
        wholeUse: source.use.value ?? 0,
        users: buyers.users.count..<buyers.users.count + own.count,
        minimumDays: source.minimumOperatingDays.value ?? 0, whole: whole, listed: listed))
    buyers.users += own
    buyers.sources.append(source)
  }

  /// Origins that effects name for a commodity; they may be new to its files.
  private func namedOrigins(of index: Int, at stage: Int? = nil) -> [String] {
    plans.flatMap { $0.effects }.filter { $0.effect.commodity == index }
      .flatMap { $0.effect.origins(at: stage) }.flatMap { origin in
        commodities[index].members(of: origin.code)
      }
  }

  /// Supply of a stage before the last that scenarios move.
  private func moves(of index: Int, at stage: Int) -> [Overlay.Tier.Move] {
    plans.enumerated().flatMap { k, plan in
      plan.effects.compactMap { entry, effect in
        guard case .share(.move(let move)) = effect, move.commodity == index, move.stage == stage
        else { return nil }
        return Overlay.Tier.Move(scenario: k, entry: entry, move: move)
      }
    }
  }

  private func region(of importer: Commodity.Importer) -> Int? {
    economy.table.region(ofCountry: importer.code)
  }

  /// Users with a node in the table, by their weight above 0; needs the importer's shares by origin.
  private func users(
    of source: Commodity.Importer, importer: Int, _ commodity: Commodity,
    weight: (_ sector: Int) -> Double
  ) -> [Overlay.User] {
    guard let region = region(of: source), let use = source.use.value, !source.origins.isEmpty
    else { return [] }
    return source.users.flatMap { user -> [Overlay.User] in
      // Parts of one sector share its use by output: each uses the material like the whole.
      let nodes = economy.table.sectors(standingFor: user.sector)
        .flatMap { economy.suppliers(of: $0).filter { economy.region[$0] == region } }
        .filter { economy.output[$0] > 0 }
      let output = nodes.reduce(0) { $0 + economy.output[$1] }
      guard user.shareOfUse > 0 else { return [] }
      return nodes.compactMap { node in
        let weight = weight(economy.product[node])
        guard weight > 1e-12 else { return nil }
        return Overlay.User(
          node: node, importer: importer, sector: user.sector,
          requirement: weight * user.shareOfUse * use / output,
          exposed: user.exposedShare.value ?? 0, weight: weight,
          part: user.part ?? commodity.name)
      }
    }
  }

  /// Inventory targets after the scenarios' changed stocks, [b][m].
  private func targetDays(_ index: Int, _ sources: [Commodity.Importer]) -> [Double] {
    sources.flatMap { source in
      plans.map { plan in
        var usable: Double?
        for case (_, .stock(.days(let stock))) in plan.effects
        where stock.commodity == index && stock.importer.code == source.code {
          usable = stock.days
        }
        let minimum = source.minimumOperatingDays.value ?? 0
        var days = usable.map { $0 + minimum } ?? source.industryStockDays.value ?? minimum
        for case (_, .stock(.built(let stock))) in plan.effects
        where stock.commodity == index && stock.holder.code == source.code && stock.isWithUsers {
          days += stock.days
        }
        // What arrives in a step is used in the next: less in stock would stop users without a shock.
        return max(days, minimum, plan.scenario.model.step)
      }
    }
  }

  /// e·c of each user, [u][m]; the scenario's dial, or the user's central value, for c. A scenario
  /// that does not name the commodity is not limited by it, as when it runs alone.
  private func criticality(
    _ users: [Overlay.User], _ sources: [Commodity.Importer], isNamed: [Bool]
  ) -> [Double] {
    users.flatMap { user in
      zip(plans, isNamed).map { plan, isNamed in
        guard isNamed else { return 0 }
        let source = sources[user.importer].users.first { $0.sector == user.sector }
        return user.weight * user.exposed
          * (plan.scenario.model.criticalityDial ?? source?.criticality.value ?? 0)
      }
    }
  }

  /// Shares of importers' links that some scenarios have, [importer][i][m]; empty where none has any.
  private func parts(
    _ starts: [SupplyStart], _ part: (SupplyStart) -> [Double]
  ) -> [Double] {
    let all = starts.map(part)
    guard let first = starts.first, all.contains(where: { !$0.isEmpty }) else { return [] }
    return first.shares.indices.flatMap { cell in all.map { $0.isEmpty ? 0 : $0[cell] } }
  }

  /// Shares of importers and of the rest of the market, [buyer][i][m].
  private func shares(_ byScenario: [[Double]], _ gates: [OverlayGates]) -> [Double] {
    let rest = gates.map { gates in
      let use = gates.restFlow.reduce(0, +)
      return gates.restFlow.map { use > 0 ? $0 / use : 0 }
    }
    let all = zip(byScenario, rest).map { $0 + $1 }
    return (all.first ?? []).indices.flatMap { cell in all.map { $0[cell] } }
  }
}
