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
  /// Purchases of the rest of the market, units a day, [i]: the most through any chokepoint of those that
  /// a cargo passes one after the other, added over those that it does not.
  private(set) var restFlow: [Double]
  /// Whole ways of the links.
  private let ways: LinkWays

  /// `shares` are the scenario's, [importer][i]; `use` is the importers', units a day; `stated` shares of
  /// imports stand for the commodity's, by chokepoint and importer.
  init(_ links: OverlayLinks, shares: [Double], use: [Double], stated: [String: [String: Double]]) {
    let origins = links.origins.count
    let ways = LinkWays(links, shares: shares, stated: stated)
    self.ways = ways
    var passing: [Set<Int>] = []
    exposed = links.commodity.chokepoints.enumerated().map { g, gate in
      var sigma = [Double](repeating: 0, count: shares.count)
      var found: Set<Int> = []
      for (b, importer) in links.importers.enumerated() {
        if !importer.ways.isEmpty {
          for cell in b * origins..<(b + 1) * origins {
            sigma[cell] = ways.share(of: cell, through: g) ?? 0
            if sigma[cell] > 0, shares[cell] > 0 { found.insert(b) }
          }
          continue
        }
        guard
          let route = importer.routes.first(where: {
            $0.chokepoint == gate.name && $0.shareOfImportsThrough != nil
          }),
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
    }
    for gates in ways.inSeries(Array(rest.indices)) {
      // A cargo may pass several: the largest is all of it, their sum would count it twice.
      for i in 0..<origins { restFlow[i] += gates.reduce(0) { max($0, rest[$1][i]) } }
    }
  }

  /// The ways of an importer's link through some gates, of a scenario's cell; `isAround`: whether the
  /// figures' longer way around a gate is open.
  func passages(
    of link: Int, through gates: [Int], cell: Int, isAround: (_ gate: Int) -> Bool
  ) -> [Gates.Passage] {
    let passages =
      ways.ways[link].map { own in
        var passages: [Gates.Passage] = []
        for way in own {
          let passed = way.gates.filter(gates.contains)
          if !passed.isEmpty {
            passages.append(
              Gates.Passage(cell: cell, share: way.share, gates: passed.map { .init(gate: $0) }))
          }
        }
        return passages
      } ?? OverlayGates.nested(gates.map { ($0, exposed[$0][link]) }, cell: cell)
    return passages.map { passage in
      Gates.Passage(
        cell: passage.cell, share: passage.share,
        gates: passage.gates.map { passed in
          let longer = isAround(passed.gate) ? ways.around(link, passed.gate) : nil
          return Gates.Passed(gate: passed.gate, around: longer?.share ?? 0)
        })
    }
  }

  /// Days of the figures' longer way of a link around a gate.
  func daysAround(_ gate: Int, of link: Int) -> Int? { ways.around(link, gate)?.days }

  /// The ways of what the rest of the market buys of an origin through some gates.
  func passagesOfRest(from origin: Int, through gates: [Int], cell: Int) -> [Gates.Passage] {
    guard restFlow[origin] > 0 else { return [] }
    return ways.inSeries(gates).flatMap { gates in
      OverlayGates.nested(
        gates.map { ($0, rest[$0][origin] / restFlow[origin]) }, cell: cell)
    }
  }

  /// The ways of a link by its exposed shares σ of gates: without figures of whole ways, what passes a
  /// less used gate passes every more used one too, as tankers from the Gulf pass Malacca after Hormuz.
  private static func nested(_ exposed: [(gate: Int, share: Double)], cell: Int) -> [Gates.Passage]
  {
    let sorted = exposed.filter { $0.share > 0 }.sorted {
      ($0.share, $1.gate) > ($1.share, $0.gate)
    }
    return sorted.indices.compactMap { last in
      let next = last + 1 < sorted.count ? sorted[last + 1].share : 0
      let share = sorted[last].share - next
      return share > 0
        ? Gates.Passage(
          cell: cell, share: share, gates: sorted[...last].map { .init(gate: $0.gate) }) : nil
    }
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
