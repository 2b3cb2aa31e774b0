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
      let from = names.origins(named: move.from)
      let to = move.to.flatMap { target in
        let members = names.origins(named: target.origin)
        return members.map { (origin: $0, part: target.part / Double(members.count)) }
      }
      let scenario = touch.scenario
      eachImporter(move.importer, of: move.commodity, &touch) { overlay, b in
        overlay.shifts.append(
          Overlay.Shift(
            importer: b, scenario: scenario, from: from, to: to, perDay: move.perDay,
            window: move.window))
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
    eachImporter(saving.importer, of: saving.commodity, &touch) { overlay, b in
      overlay.restraints.append(
        Overlay.Restraint(
          importer: b, scenario: scenario, share: saving.share, window: saving.window))
      return overlay.importers[b].use
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
    }
  }

  /// Opens a stockpile. What users hold already is in their tanks: it counts in the price alone, as
  /// every dated release does, in the overlay or outside.
  private mutating func open(_ release: StockRelease, _ touch: inout Touch) {
    guard let index = overlay(of: release.commodity) else {
      return miss(release.holder, &touch)
    }
    let importers = overlayLinks[index].importers(named: release.holder)
    for b in importers where !release.isWithUsers {
      overlays[index].stockpiles.append(
        Overlay.Stockpile(
          importer: b, scenario: touch.scenario, volume: release.volume ?? 0,
          rate: release.rate ?? .greatestFiniteMagnitude, trigger: release.trigger,
          days: release.days))
    }
    var isOnMarket = false
    if case .day(let first) = release.trigger, let rate = release.rate,
      let volume = release.volume
    {
      isOnMarket = true
      overlays[index].market.sales.append(
        Overlay.Sale(
          scenario: touch.scenario, volume: volume, rate: rate, start: first, days: release.days))
    }
    let isHeld = !importers.isEmpty && !release.isWithUsers
    guard release.volume != nil, isOnMarket || isHeld else { return miss(release.holder, &touch) }
    touch.add(release.volume ?? 0)
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
