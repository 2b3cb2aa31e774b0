internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

// Effects on what is in store, what is released and what is filled again.
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
    case .pool(let pool): open(pool, &touch)
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

  /// Opens a holder's stock. What users hold already is in their tanks: it counts in the price alone, as
  /// every dated release does, in the overlay or outside.
  private mutating func open(_ release: StockRelease, _ touch: inout Touch) {
    guard let index = overlay(of: release.commodity), let stated = release.volume else {
      return miss(release.holder, &touch)
    }
    let volume = stated + built(for: release, in: overlays[index])
    let holders = overlayLinks[index].importers(named: release.holder)
    var isOffered = false
    if case .day(let first) = release.trigger, let rate = release.rate {
      // Where no price is computed, who has no users offers it to nobody.
      isOffered = overlays[index].hasPrice
      // A country can put no more on its market than it buys there.
      let overlay = overlays[index]
      let most = holders.first.map { overlay.marketUse(ofCountry: overlay.importers[$0].whole) }
      overlays[index].offers.append(
        Overlay.Offer(
          importer: holders.first, scenario: touch.scenario, first: first,
          rate: min(rate, most ?? .infinity), volume: volume, days: release.days))
    }
    let isHeld = !holders.isEmpty && !release.isWithUsers
    guard isOffered || isHeld else { return miss(release.holder, &touch) }
    touch.add(volume)
    guard isHeld else { return }
    // A country's listed buyers and its others hold one stock.
    let stock = StockPool(
      commodity: release.commodity, members: [.init(importer: release.holder, weight: 1)],
      volume: volume, rate: release.rate ?? .infinity, rule: .shortfall, isRigid: false,
      travelDays: 0, trigger: release.trigger, days: release.days, refill: release.refill)
    open(stock, to: members(of: stock, index), isOffered: isOffered, index, touch)
  }

  /// Opens a pool to those of its members that have users.
  private mutating func open(_ pool: StockPool, _ touch: inout Touch) {
    guard let index = overlay(of: pool.commodity) else {
      return touch.missed += pool.members.map { .partner($0.importer) }
    }
    for member in pool.members
    where overlayLinks[index].importers(named: member.importer).isEmpty {
      miss(member.importer, &touch)
    }
    let members = members(of: pool, index)
    guard !members.isEmpty else { return }
    touch.add(pool.volume, cells: members.count)
    open(pool, to: members, isOffered: false, index, touch)
  }

  /// A pool's members among the importers; listed buyers and the others share a weight by their use.
  private func members(of pool: StockPool, _ index: Int) -> [Overlay.Pool.Member] {
    let overlay = overlays[index]
    return pool.members.flatMap { member in
      overlayLinks[index].importers(named: member.importer).map { b in
        let part = overlay.importers[b].use / overlay.countryUse(of: overlay.importers[b].whole)
        return Overlay.Pool.Member(importer: b, weight: member.weight * part)
      }
    }
  }

  private mutating func open(
    _ pool: StockPool, to members: [Overlay.Pool.Member], isOffered: Bool, _ index: Int,
    _ touch: Touch
  ) {
    overlays[index].pools.append(
      Overlay.Pool(
        scenario: touch.scenario, entry: touch.entry, members: members, volume: pool.volume,
        rate: min(pool.rate, .greatestFiniteMagnitude), rule: pool.rule, isRigid: pool.isRigid,
        travelDays: pool.travelDays, trigger: pool.trigger, days: pool.days,
        isOffered: isOffered,
        ringOffset: overlays[index].pools.reduce(0) { $0 + $1.travelDays * $1.members.count }))
    guard let refill = pool.refill else { return }
    let weights = members.reduce(0) { $0 + $1.weight }
    for member in members {
      let share = weights > 0 ? member.weight / weights : 1 / Double(members.count)
      fill(pool, refill, share: share, through: member.importer, index, touch)
    }
  }

  /// Adds a buyer that fills the last pool again through an importer's links.
  private mutating func fill(
    _ pool: StockPool, _ refill: Refill, share: Double, through importer: Int, _ index: Int,
    _ touch: Touch
  ) {
    let origins = overlays[index].origins.count
    let links = importer * origins..<(importer + 1) * origins
    overlays[index].refillings.append(
      Overlay.Refilling(
        pool: overlays[index].pools.count - 1, importer: importer, scenario: touch.scenario,
        entry: touch.entry, refill: refill, rate: refill.rate * share,
        target: pool.volume * refill.to,
        ringOffset: overlays[index].refillings.reduce(0) { $0 + $1.ringDays },
        ringDays: overlays[index].travelDays[links].reduce(0, +)))
  }
}
