internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

// Effects on where a commodity comes from, how much is used and what is in store.
extension EffectCompiler {
  /// Primitive `share`; a share that is set is in the overlay already.
  mutating func shift(_ change: ShareChange, _ touch: inout Touch) {
    switch change {
    case .set(let share):
      eachImporter(share.importer, of: share.commodity, &touch) { overlay, b in
        share.share * overlay.importers[b].use
      }
    case .move(let move):
      guard let index = overlay(of: move.commodity) else { return miss(move.importer, &touch) }
      let names = overlayLinks[index]
      let from =
        move.from.map { names.origins(named: $0) } ?? Array(overlays[index].origins.indices)
      let to = move.to.flatMap { target in
        let members = names.origins(named: target.origin)
        return members.map { (origin: $0, part: target.part / Double(members.count)) }
      }
      let scenario = touch.scenario
      eachImporter(move.importer, of: move.commodity, &touch) { overlay, b in
        overlay.shifts.append(
          Overlay.Shift(
            importer: b, scenario: scenario, from: from, to: to, perDay: move.perDay,
            most: move.most, window: move.window))
        return from.reduce(0) {
          $0 + overlay.shares[overlay.link(b, $1) * overlay.width + scenario]
            * overlay.importers[b].use
        }
      }
    }
  }

  /// Primitive `use`.
  mutating func save(_ saving: UseSaving, _ touch: inout Touch) {
    let scenario = touch.scenario
    let economy = economy
    eachImporter(saving.importer, of: saving.commodity, &touch) { overlay, b in
      var use = 0.0
      for u in overlay.importers[b].users {
        let user = overlay.users[u]
        guard saving.sectors.map({ $0.contains(economy.product[user.node]) }) ?? true else {
          continue
        }
        use += user.requirement * economy.output[user.node]
        overlay.savings.append(
          Overlay.Saving(
            user: u, scenario: scenario, course: saving.course, isForgone: saving.isForgone,
            window: saving.window))
      }
      return use
    }
    for sector in saving.sectors ?? [] where touch.flow == 0 {
      touch.missed.append(.sector(sector))
    }
  }

  /// Primitive `stock`; days of use at the start are in the overlay already.
  mutating func store(_ change: StockChange, _ touch: inout Touch) {
    switch change {
    case .days(let stock):
      eachImporter(stock.importer, of: stock.commodity, &touch) { overlay, b in
        stock.days * overlay.importers[b].use
      }
    case .release(let release): open(release, &touch)
    case .keep(let floor):
      let scenario = touch.scenario
      eachImporter(floor.holder, of: floor.commodity, &touch) { overlay, b in
        overlay.floors.append(
          Overlay.Floor(
            importer: b, scenario: scenario, days: floor.days, lowered: floor.lowered,
            from: floor.from))
        return floor.days * overlay.importers[b].use
      }
    case .hoard(let hoarding): fear(hoarding, &touch)
    case .inform(let information):
      // It lowers fears that are stated before and after it: they look it up.
      let lowers = effects.contains {
        if case .stock(.hoard(let hoarding)) = $0 { information.lowers(hoarding) } else { false }
      }
      guard lowers else { return miss(information.importer, &touch) }
      eachImporter(information.importer, of: information.commodity, &touch) { overlay, b in
        overlay.importers[b].use
      }
    }
  }

  private mutating func fear(_ hoarding: Hoarding, _ touch: inout Touch) {
    let scenario = touch.scenario
    let informed = effects.compactMap { effect -> StockInformation? in
      guard case .stock(.inform(let information)) = effect, information.lowers(hoarding) else {
        return nil
      }
      return information
    }
    eachImporter(hoarding.importer, of: hoarding.commodity, &touch) { overlay, b in
      overlay.fears.append(
        Overlay.Fear(
          importer: b, scenario: scenario, orders: hoarding.orders,
          daysPerPoint: hoarding.daysPerPoint, informed: informed, window: hoarding.window))
      return hoarding.orders * overlay.importers[b].use
    }
  }

  /// Opens a stockpile. What users hold already is in their tanks: it counts in the price alone, as
  /// every dated release does, in the overlay or outside.
  private mutating func open(_ release: StockRelease, _ touch: inout Touch) {
    guard let index = overlay(of: release.commodity) else {
      return miss(release.holder, &touch)
    }
    guard let volume = release.volume else { return miss(release.holder, &touch) }
    let importers = overlayLinks[index].importers(named: release.holder)
    var isOffered = false
    if case .day(let first) = release.trigger, let rate = release.rate {
      isOffered = true
      overlays[index].offers.append(
        Overlay.Offer(
          importer: importers.first, scenario: touch.scenario, first: first, rate: rate,
          volume: volume, days: release.days))
    }
    for b in importers where !release.isWithUsers {
      overlays[index].stockpiles.append(
        Overlay.Stockpile(
          importer: b, scenario: touch.scenario, volume: volume,
          rate: release.rate ?? .greatestFiniteMagnitude, trigger: release.trigger,
          days: release.days, isOffered: isOffered))
    }
    let isHeld = !importers.isEmpty && !release.isWithUsers
    guard isOffered || isHeld else { return miss(release.holder, &touch) }
    touch.add(volume)
  }

  /// Calls for every importer that a partner names, and adds what it returns, units a day, to the touch.
  private mutating func eachImporter(
    _ partner: Partner, of commodity: Int, _ touch: inout Touch,
    _ body: (inout Overlay, _ importer: Int) -> Double
  ) {
    guard let index = overlay(of: commodity) else { return miss(partner, &touch) }
    for b in overlayLinks[index].importers(named: partner) {
      touch.add(body(&overlays[index], b))
    }
    if touch.cells == 0 { miss(partner, &touch) }
  }

  private func miss(_ partner: Partner, _ touch: inout Touch) {
    touch.missed.append(.partner(partner))
  }
}
