internal import Commodities
internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

/// Turns the table shocks of a batch's scenarios into losses, trade links and rebuilding.
struct ShockCompiler {
  private let economy: Economy
  private let commodities: [Commodity]
  private(set) var losses = Losses()
  private(set) var links: TradeLinksBuilder
  private(set) var rebuilding: [RebuildingColumn] = []

  init(_ economy: Economy, commodities: [Commodity]) {
    self.economy = economy
    self.commodities = commodities
    links = TradeLinksBuilder(economy)
  }

  /// Adds a scenario's shocks.
  mutating func add(_ scenario: Scenario, index: Int) {
    for shock in scenario.shocks { add(shock, scenario: index, horizon: scenario.horizon) }
  }

  private mutating func add(_ shock: Shock, scenario k: Int, horizon: Int) {
    switch shock {
    case .capacity(let nodes, let share, let window):
      for node in nodes {
        let event = Losses.Event(
          share: share, window: window, isCapital: false, rebuilding: nil)
        losses.add(event, node: economy.position[node], scenario: k)
      }
    case .destruction(let nodes, let share, let window, let rebuild):
      destroy(nodes, share: share, window: window, rebuild: rebuild, scenario: k)
    case .demand(let regions, let sectors, let share, let window):
      for region in regions {
        for sector in sectors {
          links.changeDemand(
            product: sector, region: region, by: share, window: window, scenario: k)
        }
      }
    case .ban(let exporter, let importer, let products, let share, let leak, let window):
      block(
        products, from: exporter, into: importer, share: share * (1 - leak), window: window,
        scenario: k, delay: nil)
    case .review(
      let exporter, let importer, let products, let covers, let days, let approval, let window):
      let refused = covers * (1 - approval)
      let waiting = refused < 1 ? covers * approval / (1 - refused) : 0
      block(
        products, from: exporter, into: importer, share: refused, window: window, scenario: k,
        delay: days > 0 ? (min(days, horizon), waiting) : nil)
    case .closure, .price, .currency: break  // overlays and prices only
    }
  }

  private mutating func block(
    _ products: [Product], from exporter: Partner, into importer: Partner?, share: Double,
    window: Window, scenario k: Int, delay: (days: Int, share: Double)?
  ) {
    guard let source = exporter.region else { return }
    for case .sector(let product) in products {
      for region in importers(importer, except: source) {
        links.block(
          product: product, from: source, into: region, share: share, window: window,
          scenario: k, delay: delay)
      }
    }
  }

  private func importers(_ importer: Partner?, except exporter: Int) -> [Int] {
    guard let importer else { return (0..<economy.regionCount).filter { $0 != exporter } }
    return importer.region.map { [$0] } ?? []
  }

  private mutating func destroy(
    _ nodes: [Int], share: Double, window: Window, rebuild: Rebuild?, scenario k: Int
  ) {
    for node in nodes {
      let j = economy.position[node]
      let capital = 4 * max(0, economy.valueAdded[j])
      var column: Int?
      if let rebuild, let start = window.end, capital > 0 {
        column = rebuilding.count
        let damage = share * capital
        rebuilding.append(
          RebuildingColumn(
            scenario: k, start: start, rate: 1 / rebuild.over, factor: rebuild.factor,
            capital: capital,
            demand: demand(rebuild, damage: damage) { economy.supplierShares[$0, j] }))
      }
      losses.add(
        Losses.Event(
          share: capital > 0 ? share : 0, window: window, isCapital: true, rebuilding: column),
        node: j, scenario: k)
    }
    guard let rebuild, let start = window.end else { return }
    for household in rebuild.households {
      let flows = demand(rebuild, damage: household.amount) {
        economy.finalDemand[$0, household.column]
      }
      rebuilding.append(
        RebuildingColumn(
          scenario: k, start: start, rate: 1 / rebuild.over, factor: rebuild.factor, capital: 0,
          demand: flows))
    }
  }

  /// G = damage·factor·weight·share, weights renormalised over the sectors that supply the column.
  private func demand(_ rebuild: Rebuild, damage: Double, flow: (Int) -> Double) -> [Double] {
    var demand = [Double](repeating: 0, count: economy.nodeCount)
    let served = rebuild.sectors.filter { part in
      economy.suppliers(of: part.sector).contains { flow($0) > 0 }
    }
    let weights = served.reduce(0) { $0 + $1.weight }
    guard weights > 0 else { return demand }
    for part in served {
      let suppliers = economy.suppliers(of: part.sector)
      let total = suppliers.reduce(0) { $0 + flow($1) }
      for i in suppliers {
        demand[i] = damage * rebuild.factor * part.weight / weights * flow(i) / total
      }
    }
    return demand
  }
}
