internal import Quantities
package import Commodities
package import Scenarios

/// Turns one scenario's shocks and responses into an overlay's restrictions, releases and so on.
struct OverlayEvents {
  private let commodity: Commodity
  private let index: Int
  private let links: OverlayLinks
  private let scenario: Scenario
  private let k: Int

  init(
    _ commodity: Commodity, index: Int, links: OverlayLinks, scenario: Scenario, number: Int
  ) {
    self.commodity = commodity
    self.index = index
    self.links = links
    self.scenario = scenario
    k = number
  }

  func add(to overlay: inout Overlay) {
    for shock in scenario.shocks { add(shock, to: &overlay) }
    for response in scenario.responses { add(response, to: &overlay) }
  }

  private func add(_ shock: Shock, to overlay: inout Overlay) {
    switch shock {
    case .ban(let exporter, let importer, let products, let share, let leak, let window)
    where products.contains(.commodity(index)):
      restrict(exporter, importer, share: share * (1 - leak), window: window, in: &overlay)
    case .review(
      let exporter, let importer, let products, let covers, let days, let approval, let window)
    where products.contains(.commodity(index)):
      let refused = covers * (1 - approval)
      restrict(exporter, importer, share: refused, window: window, in: &overlay)
      let waiting = refused < 1 ? covers * approval / (1 - refused) : 0
      if days > 0, waiting > 0 {
        wait(
          exporter, importer, share: waiting, days: min(days, scenario.horizon),
          window: window, in: &overlay)
      }
    case .closure(let chokepoint, let share, let through, let bypass, let window):
      let relief = commodity.reliefShare(chokepoint, bypass: bypass)
      close(
        chokepoint, share: share, relief: relief, through: through, window: window, in: &overlay)
    default: break
    }
  }

  private func restrict(
    _ exporter: Partner, _ importer: Partner?, share: Double, window: Window,
    in overlay: inout Overlay
  ) {
    for b in links.importers(named: importer) {
      for i in links.origins(named: exporter) where links.origins[i] != links.importers[b].code {
        overlay.restrictions.append(
          Overlay.Restriction(importer: b, origin: i, scenario: k, share: share, window: window))
      }
    }
  }

  private func wait(
    _ exporter: Partner, _ importer: Partner?, share: Double, days: Int, window: Window,
    in overlay: inout Overlay
  ) {
    for b in links.importers(named: importer) {
      for i in links.origins(named: exporter) where links.origins[i] != links.importers[b].code {
        let offset = overlay.delays.reduce(0) { $0 + $1.days }
        overlay.delays.append(
          Overlay.Delay(
            importer: b, origin: i, scenario: k, days: days, share: share, window: window,
            ringOffset: offset))
      }
    }
  }

  /// λ falls by σ·χ: σ spreads the share of imports that passes the chokepoint over its origins.
  private func close(
    _ chokepoint: String, share: Double, relief: Double, through: [Shock.ShareThrough],
    window: Window, in overlay: inout Overlay
  ) {
    for (b, importer) in links.importers.enumerated() {
      guard let route = importer.routes.first(where: { $0.chokepoint == chokepoint }) else {
        continue
      }
      let stated = through.first { $0.importer.code == importer.code }?.share
      guard let passing = stated ?? route.shareOfImportsThrough?.value else { continue }
      let carriers = links.origins.indices.filter {
        route.carries(links.origins[$0], to: importer.code)
      }
      let use = importer.use.value ?? 0
      let importShare = use > 0 ? (importer.imports.value ?? use) / use : 1
      let supplied = carriers.reduce(0) {
        $0 + overlay.shares[overlay.link(b, $1) * scenarioCount(overlay) + k]
      }
      guard supplied > 0 else { continue }
      let sigma = min(1, passing * importShare / supplied)
      for i in carriers {
        overlay.restrictions.append(
          Overlay.Restriction(
            importer: b, origin: i, scenario: k, share: share, window: window, exposed: sigma,
            relief: relief))
      }
    }
  }

  private func scenarioCount(_ overlay: Overlay) -> Int {
    overlay.shares.count / (overlay.importers.count * overlay.origins.count)
  }

  private func add(_ response: Response, to overlay: inout Overlay) {
    switch response {
    case .release(let release) where release.commodity == index:
      open(release, in: &overlay)
    case .diversify(let commodity, let importer, let from, let targets, let points, let window)
    where commodity == index:
      let to = targets.flatMap { target in
        let members = links.origins(named: target.origin)
        return members.map { (origin: $0, part: target.part / Double(members.count)) }
      }
      for b in links.importers(named: importer) {
        overlay.shifts.append(
          Overlay.Shift(
            importer: b, scenario: k, from: links.origins(named: from), to: to,
            perDay: points / 365, window: window))
      }
    case .restrain(let commodity, let importers, let share, let window) where commodity == index:
      for importer in importers {
        for b in links.importers(named: importer) {
          overlay.restraints.append(
            Overlay.Restraint(importer: b, scenario: k, share: share, window: window))
        }
      }
    default: break
    }
  }

  /// Opens stockpiles; industry's stock is in its users' tanks already, so that lowering its
  /// obligation adds no barrel (it counts in the price alone).
  private func open(_ release: Release, in overlay: inout Overlay) {
    guard release.kind != .industry else { return }
    for holder in release.holders {
      for b in links.importers(named: holder.holder) {
        let kind = Commodity.Stock.Kind(rawValue: release.kind.rawValue)
        let stated = links.importers[b].stocks.first { $0.kind == kind }?.volume.value
        overlay.stockpiles.append(
          Overlay.Stockpile(
            importer: b, scenario: k, volume: holder.volume ?? stated ?? 0,
            rate: release.rate ?? .greatestFiniteMagnitude, trigger: release.trigger,
            days: release.days))
      }
    }
  }
}

extension Commodity {
  /// Capacity of ways around a chokepoint over the flow through it, 0 to 1.
  package func reliefShare(_ chokepoint: String, bypass: Double?) -> Double {
    guard let strait = chokepoints.first(where: { $0.name == chokepoint }),
      let flow = strait.flow.value, flow > 0
    else { return 0 }
    return min(1, (bypass ?? strait.bypass.value ?? 0) / flow)
  }

  /// Share of the flow through a chokepoint that a closure stops, net of ways around it.
  package func netClosure(_ chokepoint: String, share: Double, bypass: Double?) -> Double {
    max(0, share - reliefShare(chokepoint, bypass: bypass))
  }
}

extension Scenario {
  /// Origins that baseline and diversification name for a commodity; they may be new to its files.
  func namedOrigins(of index: Int, _ commodity: Commodity) -> [String] {
    var named = baseline.filter { $0.commodity == index }.map(\.origin.code)
    for case .diversify(index, _, _, let targets, _, _) in responses {
      named += targets.map(\.origin.code)
    }
    return named.flatMap { code in
      commodity.groups.first { $0.code == code }?.members ?? [code]
    }
  }

  /// Catalogue indices of the commodities that the scenario's entries name or close the way of.
  package func namedCommodities(_ commodities: [Commodity]) -> Set<Int> {
    var named = Set(baseline.map(\.commodity) + stocks.map(\.commodity))
    for shock in shocks {
      switch shock {
      case .ban(_, _, let products, _, _, _), .review(_, _, let products, _, _, _, _):
        for case .commodity(let index) in products { named.insert(index) }
      case .closure(let chokepoint, _, _, _, _):
        for (index, commodity) in commodities.enumerated()
        where commodity.chokepoints.contains(where: { $0.name == chokepoint }) {
          named.insert(index)
        }
      case .price(let commodity, _, _): named.insert(commodity)
      case .capacity, .destruction, .demand, .currency: break
      }
    }
    for response in responses {
      switch response {
      case .release(let release): named.insert(release.commodity)
      case .diversify(let commodity, _, _, _, _, _): named.insert(commodity)
      case .restrain(let commodity, _, _, _): named.insert(commodity)
      }
    }
    return named
  }
}
