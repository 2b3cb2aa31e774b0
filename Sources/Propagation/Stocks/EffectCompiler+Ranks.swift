internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

// Effects on who is served first, and whom effects name.
extension EffectCompiler {
  /// Primitive `rank`.
  mutating func rank(_ ranking: Ranking, _ touch: inout Touch) {
    let scenario = touch.scenario
    let economy = economy
    switch ranking {
    case .users(let priority):
      var found: Set<Int> = []
      eachImporter(priority.importer, of: priority.commodity, &touch) { overlay, b in
        var use = 0.0
        for u in overlay.importers[b].users {
          let user = overlay.users[u]
          let sector = economy.product[user.node]
          guard let weight = priority.weights[sector] else { continue }
          found.insert(sector)
          use += user.requirement * economy.output[user.node]
          overlay.priorities.append(
            Overlay.Priority(
              user: u, scenario: scenario, weight: weight, window: priority.window))
        }
        return use
      }
      for sector in priority.weights.keys.sorted() where !found.contains(sector) {
        touch.missed.append(.sector(sector))
      }
    case .importers(let priority): serve(priority, &touch)
    }
  }

  /// The order in which sellers serve importers.
  private mutating func serve(_ priority: ImporterPriority, _ touch: inout Touch) {
    var named: [Partner] = []
    if case .named(let partners) = priority.order { named = partners }
    guard let index = overlay(of: priority.commodity) else {
      return touch.missed += named.map { .partner($0) }
    }
    var first: Set<Int> = []
    for partner in named {
      let found = overlayLinks[index].importers(named: partner)
      if found.isEmpty { miss(partner, &touch) }
      first.formUnion(found)
    }
    let overlay = overlays[index]
    for b in overlay.importers.indices {
      let isServed =
        switch priority.order {
        case .named: first.contains(b)
        case .home: sellsAtHome(b, index, touch)
        case .level: true
        }
      if isServed { touch.add(overlay.importers[b].use) }
    }
    guard touch.cells > 0 else { return }
    let order: Overlay.ServiceRule.Order =
      switch priority.order {
      case .named: .named(first)
      case .home: .home
      case .level: .level
      }
    overlays[index].serviceRules.append(
      Overlay.ServiceRule(scenario: touch.scenario, order: order, window: priority.window))
  }

  /// Whether an importer's country sells to anyone in the scenario at hand.
  private func sellsAtHome(_ b: Int, _ index: Int, _ touch: Touch) -> Bool {
    let overlay = overlays[index]
    guard let home = overlay.origins.firstIndex(of: overlay.importers[b].code) else { return false }
    return overlay.buyers.contains { buyer in
      let link = overlay.link(buyer, home)
      return overlay.shares[link * overlay.width + touch.scenario] > 0
        || openedLinks[index].contains(link)
    }
  }

  /// Calls for every importer that a partner names, and adds what it returns, units a day, to the touch.
  mutating func eachImporter(
    _ partner: Partner, of commodity: Int, _ touch: inout Touch,
    _ body: (inout Overlay, _ importer: Int) -> Double
  ) {
    guard let index = overlay(of: commodity) else { return miss(partner, &touch) }
    for b in overlayLinks[index].importers(named: partner) {
      touch.add(body(&overlays[index], b))
    }
    if touch.cells == 0 { miss(partner, &touch) }
  }

  func miss(_ partner: Partner, _ touch: inout Touch) {
    touch.missed.append(.partner(partner))
  }
}
