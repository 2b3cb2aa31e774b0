internal import Commodities
internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

/// Turns the effects of a batch's levers into losses, links, overlay entries and prices.
///
/// The one place where names become cells: of the table, of a commodity's links, of its market.
struct EffectCompiler {
  let economy: Economy
  let commodities: [Commodity]
  var losses = Losses()
  var links: TradeLinksBuilder
  var rebuilding: [RebuildingColumn] = []
  var rises: [ImportPriceRise] = []
  var shields: [ImportShield] = []
  var ledger: [LedgerItem] = []
  var overlays: [Overlay]
  /// The links of each overlay.
  let overlayLinks: [OverlayLinks]
  /// Where supply of each overlay stands on the first day, by scenario.
  let supplyStarts: [[SupplyStart]]
  /// What passes the chokepoints of each overlay, by scenario.
  let overlayGates: [[OverlayGates]]
  private(set) var touches: [Touch] = []

  /// All effects of the scenario at hand, for those that act on each other.
  private(set) var effects: [Effect] = []
  /// Place among them of the one at hand.
  private(set) var place = 0
  private let overlayOf: [Int: Int]
  private var tableFlows: [[Int]: Double] = [:]
  /// Links of each overlay that moved supply opens in the scenario at hand.
  private(set) var openedLinks: [Set<Int>] = []

  /// Makes the overlays that the effects name; `add` then fills them in, scenario by scenario.
  init(_ economy: Economy, commodities: [Commodity], _ plans: [EffectPlan]) {
    self.economy = economy
    self.commodities = commodities
    links = TradeLinksBuilder(economy)
    let built = OverlayCompiler(economy, commodities: commodities, plans: plans).build()
    overlays = built.map { $0.overlay }
    overlayLinks = built.map { $0.links }
    supplyStarts = built.map { $0.starts }
    overlayGates = built.map { $0.gates }
    overlayOf = Dictionary(
      uniqueKeysWithValues: overlays.enumerated().map { ($1.commodity, $0) })
  }

  /// Adds the effects of a scenario, in the file's order.
  mutating func add(_ plan: EffectPlan, scenario k: Int) {
    openedLinks = opened(by: plan)
    effects = plan.effects.map { $0.effect }
    for (place, (entry, effect)) in plan.effects.enumerated() {
      self.place = place
      var touch = Touch(scenario: k, entry: entry, effect: effect)
      add(effect, of: plan.scenario, &touch)
      touches.append(touch)
    }
    holdCurrencies(plan, scenario: k)
  }

  private mutating func add(_ effect: Effect, of scenario: Scenario, _ touch: inout Touch) {
    switch effect {
    case .open(let blockage): block(blockage, &touch)
    case .gate(let change): self.change(change, horizon: scenario.horizon, &touch)
    case .permit(let permit): allow(permit, &touch)
    case .wait(let waiting): hold(waiting, horizon: scenario.horizon, &touch)
    case .cap(let loss): lose(loss, horizon: scenario.horizon, &touch)
    case .share(let change): shift(change, &touch)
    case .use(let saving): save(saving, &touch)
    case .stock(let change): store(change, &touch)
    case .rank(let ranking): rank(ranking, &touch)
    case .money(let change): pay(change, &touch)
    case .demand(let change): ask(change, &touch)
    }
  }

  /// Index of a commodity's overlay; nil: no importer with figures has users in the table.
  func overlay(of commodity: Int) -> Int? { overlayOf[commodity] }

  /// Baseline flow of a supplier into a region, inputs and final demand, money a day.
  mutating func flow(from supplier: Int, into region: Int) -> Double {
    if let known = tableFlows[[supplier, region]] { return known }
    let product = economy.product[supplier]
    var flow = economy.regionalFinalDemand[supplier, region]
    for j in economy.regionNodes[region] {
      flow +=
        economy.requirements[product, j] * economy.output[j] * economy.supplierShares[supplier, j]
    }
    tableFlows[[supplier, region]] = flow
    return flow
  }

  /// What a region buys abroad, of other regions and from outside the table, money a day.
  mutating func imports(of region: Int) -> Double {
    (0..<economy.nodeCount).filter { economy.region[$0] != region }
      .reduce(economy.importsFromOutside(of: region)) { $0 + flow(from: $1, into: region) }
  }

  private func opened(by plan: EffectPlan) -> [Set<Int>] {
    var opened = overlays.map { _ in Set<Int>() }
    for case (_, .share(.move(let move))) in plan.effects where move.stage == nil {
      guard let index = overlay(of: move.commodity) else { continue }
      let names = overlayLinks[index]
      for b in names.importers(named: move.importer) {
        for target in move.to {
          opened[index].formUnion(
            names.origins(named: target.origin).map { overlays[index].link(b, $0) })
        }
      }
    }
    return opened
  }
}

/// A scenario and what its levers do, in the file's order.
struct EffectPlan {
  let scenario: Scenario
  /// Effects with the index of their lever in `scenario.levers`.
  let effects: [(entry: Int, effect: Effect)]

  init(_ scenario: Scenario, _ context: LeverContext) {
    self.scenario = scenario
    effects = scenario.effects(in: context)
  }
}
