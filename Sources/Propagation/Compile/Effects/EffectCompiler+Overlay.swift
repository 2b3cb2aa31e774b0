internal import Commodities
internal import Quantities
internal import Scenarios
internal import Statistics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

// Effects on a commodity's links, users and stocks.
extension EffectCompiler {
  /// Blocks a share of a commodity's links.
  mutating func blockTrade(
    _ blockage: Blockage, commodity: Int, from exporter: Partner, into importer: Partner?,
    _ touch: inout Touch
  ) {
    guard let index = overlay(of: commodity) else { return miss(exporter, importer, &touch) }
    let scenario = touch.scenario
    let names = overlayLinks[index]
    let permits = permits(of: .commodity(commodity))
    let spread = blockage.spread.map {
      contagion($0, blockage.window, index, exporter, importer, touch)
    }
    eachLink(index, from: exporter, into: importer, blockage.listed, &touch) { overlay, b, i in
      let own = permits.filter {
        names.origins(named: $0.exporter).contains(i)
          && names.buyers(named: $0.importer).contains(b)
      }
      overlay.restrictions.append(
        Overlay.Restriction(
          importer: b, origin: i, scenario: scenario,
          barrier: Barrier(
            share: blockage.share, window: blockage.window, permits: own.map { $0.permit }),
          spread: spread))
    }
  }

  /// Adds a country that may come to restrict; its index. Where it sells to makers alone the shortage of all
  /// importers counts.
  mutating func contagion(
    _ spread: Spread, _ window: Window, _ index: Int, _ exporter: Partner, _ importer: Partner?,
    _ touch: Touch
  ) -> Int {
    let endurance = spread.seed.map { seed in
      let name = "contagion \(exporter.code) \(commodities[overlays[index].commodity].name)"
      return -log(1 - Philox(seed: UInt64(seed)).uniform(named: name))
    }
    let named = overlayLinks[index].importers(named: importer)
    overlays[index].contagions.append(
      Overlay.Contagion(
        scenario: touch.scenario, entry: touch.entry, spread: spread, window: window,
        importers: named.isEmpty ? Array(overlays[index].importers.indices) : named,
        endurance: endurance))
    return overlays[index].contagions.count - 1
  }

  /// Lets a part of what states block on a commodity's links pass: those links look it up.
  mutating func permitTrade(
    _ commodity: Int, from exporter: Partner, into importer: Partner?, _ touch: inout Touch
  ) {
    guard let index = overlay(of: commodity) else { return miss(exporter, importer, &touch) }
    let names = overlayLinks[index]
    let blocked = effects.compactMap { effect -> (exporter: Partner, importer: Partner?)? in
      guard case .open(let blockage) = effect,
        case .trade(.commodity(commodity), let exporter, let importer) = blockage.links
      else { return nil }
      return (exporter, importer)
    }
    for b in names.buyers(named: importer) {
      for i in names.origins(named: exporter) where names.origins[i] != names.code(of: b) {
        let isBlocked = blocked.contains {
          names.origins(named: $0.exporter).contains(i)
            && names.buyers(named: $0.importer).contains(b)
        }
        if isBlocked { touchLink(index, b, i, &touch) }
      }
    }
    if touch.cells == 0 { miss(exporter, importer, &touch) }
  }

  /// Lets a share of what a commodity's links carry wait.
  mutating func holdTrade(
    _ waiting: Waiting, days: Int, commodity: Int, from exporter: Partner, into importer: Partner?,
    _ touch: inout Touch
  ) {
    guard let index = overlay(of: commodity) else { return miss(exporter, importer, &touch) }
    let scenario = touch.scenario
    eachLink(index, from: exporter, into: importer, waiting.listed, &touch) { overlay, b, i in
      guard days > 0, waiting.shareOfShipped > 0 else { return }
      overlay.delays.append(
        Overlay.Delay(
          importer: b, origin: i, scenario: scenario, days: days, share: waiting.shareOfShipped,
          window: waiting.window, ringOffset: overlay.delays.ringDays))
    }
  }

  /// Calls for every link that partners name, those of the rest of the market among them, and adds what
  /// flows through them, units a day, to the touch.
  private mutating func eachLink(
    _ index: Int, from exporter: Partner, into importer: Partner?, _ listed: Listed?,
    _ touch: inout Touch,
    _ body: (inout Overlay, _ buyer: Int, _ origin: Int) -> Void
  ) {
    let names = overlayLinks[index]
    var selling: Set<Int> = []
    for b in names.buyers(named: importer, listed: listed, in: overlays[index]) {
      for i in names.origins(named: exporter) where names.origins[i] != names.code(of: b) {
        body(&overlays[index], b, i)
        if touchLink(index, b, i, &touch) > 0 { selling.insert(i) }
      }
    }
    if touch.cells == 0 { return miss(exporter, importer, &touch) }
    if importer == nil { missOthers(index, selling.sorted(), &touch) }
  }

  /// Adds what flows through a link, if anything does or the scenario opens it: links that other
  /// scenarios of the batch open are none of its own. Returns the flow, units a day.
  @discardableResult private func touchLink(
    _ index: Int, _ b: Int, _ i: Int, _ touch: inout Touch
  ) -> Double {
    let flow = flow(index, b, i, scenario: touch.scenario)
    if flow > 0 || openedLinks[index].contains(overlays[index].link(b, i)) { touch.add(flow) }
    return flow
  }

  /// Takes capacity from a commodity's origins, each once, whoever names it.
  mutating func lose(_ loss: OriginLoss, _ touch: inout Touch) {
    if let stage = loss.stage { return loseStage(stage, loss, &touch) }
    guard let index = overlay(of: loss.commodity) else {
      touch.missed += loss.origins.map { .partner($0) }
      return
    }
    var taken: Set<Int> = []
    for partner in loss.origins {
      let supply = overlayLinks[index].origins(named: partner).map { origin in
        (
          origin: origin,
          flow: overlays[index].buyers.reduce(0) {
            $0 + flow(index, $1, origin, scenario: touch.scenario)
          }
        )
      }
      let supplying = supply.filter { $0.flow > 0 }
      if supplying.isEmpty { touch.missed.append(.partner(partner)) }
      for (origin, flow) in supplying where taken.insert(origin).inserted {
        overlays[index].capacityLosses.append(
          Overlay.CapacityLoss(
            origin: origin, scenario: touch.scenario, share: loss.share, window: loss.window))
        touch.add(flow)
      }
    }
    missOthers(index, taken.sorted(), &touch)
  }

  /// Notes origins whose sales to others than the importers are not known.
  private func missOthers(_ index: Int, _ origins: [Int], _ touch: inout Touch) {
    let unknown = overlays[index].sellingUnknown(origins, scenario: touch.scenario)
    if !unknown.isEmpty { touch.missed.append(.otherBuyers(from: unknown)) }
  }

  private func miss(_ exporter: Partner, _ importer: Partner?, _ touch: inout Touch) {
    touch.missed += [exporter, importer].compactMap { $0.map { .partner($0) } }
  }

  /// Baseline flow of a link in a scenario, units a day.
  private func flow(_ index: Int, _ buyer: Int, _ origin: Int, scenario: Int) -> Double {
    let overlay = overlays[index]
    let share = overlay.shares[overlay.link(buyer, origin) * overlay.width + scenario]
    return overlay.use(of: buyer, scenario: scenario) * share
  }
}
