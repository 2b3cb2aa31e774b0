internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

// Effects on what is in store of a commodity.
extension EffectCompiler {
  /// Primitive `stock`; days of use at the start are in the overlay already.
  mutating func store(_ change: StockChange, _ touch: inout Touch) {
    switch change {
    case .days(let stock):
      eachImporter(stock.importer, of: stock.commodity, &touch) { overlay, b in
        stock.days * overlay.importers[b].use
      }
    case .built(let stock):
      guard stock.isWithUsers || effects.contains(where: { $0.draws(on: stock) }) else {
        return miss(stock.holder, &touch)
      }
      eachImporter(stock.holder, of: stock.commodity, &touch) { overlay, b in
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
    guard let stated = release.volume else { return miss(release.holder, &touch) }
    let volume = stated + built(for: release, in: overlays[index])
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
          importer: b, scenario: touch.scenario, entry: touch.entry, volume: volume,
          rate: release.rate ?? .greatestFiniteMagnitude, trigger: release.trigger,
          days: release.days, isOffered: isOffered))
    }
    let isHeld = !importers.isEmpty && !release.isWithUsers
    guard isOffered || isHeld else { return miss(release.holder, &touch) }
    touch.add(volume)
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
