internal import Commodities
internal import Quantities
internal import InputOutputTables
internal import Scenarios

/// What of one scenario's links passes which chokepoint, and what the rest of the market buys through
/// them.
///
/// A chokepoint's flow is of all buyers. What importers with figures do not buy of it is bought by the
/// rest of the market, so that a closure, an export ban and lost capacity are counted alike on the
/// world's market.
struct OverlayGates {
  /// Shares σ of links that pass a chokepoint, [importer][i], by chokepoint.
  private(set) var exposed: [[Double]]
  /// Importers with supply that passes a chokepoint, by chokepoint.
  private(set) var passing: [Set<Int>]
  /// Purchases of the rest of the market through a chokepoint, units a day, [i], by chokepoint.
  private(set) var rest: [[Double]]
  /// Purchases of the rest of the market, units a day, [i]: the most through any chokepoint.
  private(set) var restFlow: [Double]

  /// `shares` are the scenario's, [importer][i]; `use` is the importers', units a day; `stated` shares of
  /// imports stand for the commodity's, by chokepoint and importer.
  init(_ links: OverlayLinks, shares: [Double], use: [Double], stated: [String: [String: Double]]) {
    let origins = links.origins.count
    var passing: [Set<Int>] = []
    exposed = links.commodity.chokepoints.map { gate in
      var sigma = [Double](repeating: 0, count: shares.count)
      var found: Set<Int> = []
      for (b, importer) in links.importers.enumerated() {
        guard let route = importer.routes.first(where: { $0.chokepoint == gate.name }),
          let through = stated[gate.name]?[importer.code] ?? route.shareOfImportsThrough?.value
        else { continue }
        let row = b * origins..<(b + 1) * origins
        let carriers = row.filter {
          route.carries(links.origins[$0 - row.lowerBound], to: importer.code)
        }
        let supplied = carriers.reduce(0) { $0 + shares[$1] }
        guard supplied > 0 else { continue }
        found.insert(b)
        let share = min(1, through * importer.importShare / supplied)
        for cell in carriers { sigma[cell] = share }
      }
      passing.append(found)
      return sigma
    }
    self.passing = passing
    rest = []
    restFlow = [Double](repeating: 0, count: origins)
    for (g, gate) in links.commodity.chokepoints.enumerated() {
      var flows = [Double](repeating: 0, count: origins)
      for cell in shares.indices {
        flows[cell % origins] += use[cell / origins] * shares[cell] * exposed[g][cell]
      }
      let known = flows.reduce(0, +)
      let flow = links.commodity.price.market == .world ? gate.flow.value ?? 0 : 0
      let others = known > 0 ? max(0, flow - known) / known : 0
      rest.append(flows.map { $0 * others })
      // A cargo may pass several: the largest is all of it, their sum would count it twice.
      for i in 0..<origins { restFlow[i] = max(restFlow[i], rest[g][i]) }
    }
  }

  /// Share of the rest's purchases from an origin that pass a chokepoint.
  func exposedRest(_ gate: Int, _ origin: Int) -> Double {
    restFlow[origin] > 0 ? rest[gate][origin] / restFlow[origin] : 0
  }
}

extension EffectPlan {
  /// Shares of imports through chokepoints that effects state for a commodity, by chokepoint and
  /// importer; the first stands.
  func sharesThrough(_ commodity: Int) -> [String: [String: Double]] {
    var stated: [String: [String: Double]] = [:]
    for case (_, .open(let blockage)) in effects {
      guard case .route(commodity, let chokepoint, let through) = blockage.links else { continue }
      for share in through where stated[chokepoint]?[share.importer.code] == nil {
        stated[chokepoint, default: [:]][share.importer.code] = share.share
      }
    }
    return stated
  }
}

extension Commodity.Importer {
  /// Imports over use, 1 where a figure is missing.
  var importShare: Double {
    guard let use = use.value, use > 0, let imports = imports.value else { return 1 }
    return imports / use
  }
}

extension Effect {
  /// Whether it acts at a chokepoint of a commodity.
  func names(_ chokepoint: String, of commodity: Int) -> Bool {
    switch self {
    case .open(let blockage):
      if case .route(commodity, chokepoint, _) = blockage.links { true } else { false }
    case .gate(let change): change.commodity == commodity && change.chokepoint == chokepoint
    default: false
    }
  }
}
