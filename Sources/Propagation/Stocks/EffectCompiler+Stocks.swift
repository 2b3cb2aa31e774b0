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
    if importers.count > 1, !release.isWithUsers {
      // One stock for listed buyers and the others.
      return open(release, volume: volume, to: importers, isOffered: isOffered, index, &touch)
    }
    for b in importers where !release.isWithUsers {
      overlays[index].stockpiles.append(
        Overlay.Stockpile(
          importer: b, scenario: touch.scenario, entry: touch.entry, volume: volume,
          rate: release.rate ?? .greatestFiniteMagnitude, trigger: release.trigger,
          days: release.days, isOffered: isOffered))
      if let refill = release.refill {
        addRefill(
          refill, share: 1, stockpile: overlays[index].stockpiles.count - 1, pool: nil,
          volume: volume, to: b, index, touch)
      }
    }
    let isHeld = !importers.isEmpty && !release.isWithUsers
    guard isOffered || isHeld else { return miss(release.holder, &touch) }
    touch.add(volume)
  }

  /// Opens a stock to a country's buyers, those that are listed and the others, by what they are short of.
  private mutating func open(
    _ release: StockRelease, volume: Double, to importers: [Int], isOffered: Bool, _ index: Int,
    _ touch: inout Touch
  ) {
    overlays[index].pools.append(
      Overlay.Pool(
        scenario: touch.scenario, entry: touch.entry,
        members: importers.map { Overlay.Pool.Member(importer: $0, weight: 1) }, volume: volume,
        rate: release.rate ?? .greatestFiniteMagnitude, rule: .shortfall, isRigid: false,
        travelDays: 0, trigger: release.trigger, days: release.days, isOffered: isOffered,
        ringOffset: overlays[index].pools.reduce(0) { $0 + $1.travelDays * $1.members.count }))
    touch.add(volume)
    guard let refill = release.refill else { return }
    let use = importers.reduce(0) { $0 + overlays[index].importers[$1].use }
    for b in importers {
      addRefill(
        refill, share: overlays[index].importers[b].use / use, stockpile: nil,
        pool: overlays[index].pools.count - 1, volume: volume, to: b, index, touch)
    }
  }

  /// Opens a pool to those of its members that have users.
  private mutating func open(_ pool: StockPool, _ touch: inout Touch) {
    guard let index = overlay(of: pool.commodity) else {
      return touch.missed += pool.members.map { .partner($0.importer) }
    }
    var members: [Overlay.Pool.Member] = []
    for member in pool.members {
      let named = overlayLinks[index].importers(named: member.importer)
      if named.isEmpty { miss(member.importer, &touch) }
      let use = named.reduce(0) { $0 + overlays[index].importers[$1].use }
      members += named.map {
        Overlay.Pool.Member(
          importer: $0, weight: member.weight * overlays[index].importers[$0].use / use)
      }
    }
    guard !members.isEmpty else { return }
    overlays[index].pools.append(
      Overlay.Pool(
        scenario: touch.scenario, entry: touch.entry, members: members, volume: pool.volume,
        rate: min(pool.rate, .greatestFiniteMagnitude), rule: pool.rule, isRigid: pool.isRigid,
        travelDays: pool.travelDays, trigger: pool.trigger, days: pool.days, isOffered: false,
        ringOffset: overlays[index].pools.reduce(0) { $0 + $1.travelDays * $1.members.count }))
    touch.add(pool.volume, cells: members.count)
    guard let refill = pool.refill else { return }
    let weights = members.reduce(0) { $0 + $1.weight }
    for member in members {
      addRefill(
        refill,
        share: weights > 0 ? member.weight / weights : 1 / Double(members.count), stockpile: nil,
        pool: overlays[index].pools.count - 1, volume: pool.volume, to: member.importer, index,
        touch)
    }
  }

  /// Adds a buyer that fills a stock again through an importer's links.
  private mutating func addRefill(
    _ refill: Refill, share: Double, stockpile: Int?, pool: Int?, volume: Double,
    to importer: Int, _ index: Int, _ touch: Touch
  ) {
    let origins = overlays[index].origins.count
    let links = importer * origins..<(importer + 1) * origins
    overlays[index].refillings.append(
      Overlay.Refilling(
        stockpile: stockpile, pool: pool, importer: importer, scenario: touch.scenario,
        entry: touch.entry, refill: refill,
        rate: refill.rate * share, target: volume * refill.to,
        ringOffset: overlays[index].refillings.reduce(0) { $0 + $1.ringDays },
        ringDays: overlays[index].travelDays[links].reduce(0, +)))
  }
}
