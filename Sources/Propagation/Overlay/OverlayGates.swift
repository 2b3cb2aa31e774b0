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
  /// Purchases of the rest of the market through a chokepoint, units a day, [i], by chokepoint.
  private(set) var rest: [[Double]]
  /// Purchases of the rest of the market, units a day, [i].
  private(set) var restFlow: [Double]

  /// `shares` are the scenario's, [importer][i]; `use` is the importers', units a day.
  init(_ links: OverlayLinks, shares: [Double], use: [Double], scenario: Scenario) {
    let origins = links.origins.count
    let stated = OverlayGates.statedShares(scenario)
    exposed = links.commodity.chokepoints.map { gate in
      var sigma = [Double](repeating: 0, count: shares.count)
      for (b, importer) in links.importers.enumerated() {
        guard let route = importer.routes.first(where: { $0.chokepoint == gate.name }),
          let passing = stated[gate.name]?[importer.code] ?? route.shareOfImportsThrough?.value
        else { continue }
        let row = b * origins..<(b + 1) * origins
        let carriers = row.filter {
          route.carries(links.origins[$0 - row.lowerBound], to: importer.code)
        }
        let supplied = carriers.reduce(0) { $0 + shares[$1] }
        guard supplied > 0 else { continue }
        let share = min(1, passing * importer.importShare / supplied)
        for cell in carriers { sigma[cell] = share }
      }
      return sigma
    }
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
      for i in 0..<origins { restFlow[i] += rest[g][i] }
    }
  }

  /// Share of the rest's purchases from an origin that pass a chokepoint.
  func exposedRest(_ gate: Int, _ origin: Int) -> Double {
    restFlow[origin] > 0 ? rest[gate][origin] / restFlow[origin] : 0
  }

  /// Shares through chokepoints that closures state, by chokepoint and importer; the first stands.
  private static func statedShares(_ scenario: Scenario) -> [String: [String: Double]] {
    var stated: [String: [String: Double]] = [:]
    for case .closure(let chokepoint, _, let through, _, _) in scenario.shocks {
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
