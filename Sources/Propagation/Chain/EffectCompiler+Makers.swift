internal import Commodities
internal import Scenarios

// Effects on the stages of a chain before its last.
extension EffectCompiler {
  /// Blocks a share of a stage's sales.
  mutating func blockStage(
    _ blockage: Blockage, _ stage: Int, of commodity: Int, from exporter: Partner,
    into importer: Partner?, _ touch: inout Touch
  ) {
    let permits = effects.compactMap {
      effect -> (exporter: Partner, importer: Partner?, permit: Permit)? in
      guard case .permit(let permit) = effect,
        case .stage(stage, commodity, let exporter, let importer) = permit.links
      else { return nil }
      return (exporter, importer, permit)
    }
    let scenario = touch.scenario
    let spread = blockage.spread.flatMap { spread in
      overlay(of: commodity).map {
        contagion(spread, blockage.window, $0, exporter, importer, touch)
      }
    }
    eachSale(stage, of: commodity, from: exporter, into: importer, &touch) { compiler, tier, a, j in
      let own = permits.filter {
        compiler.names($0.exporter, tier.sellers[j], of: commodity)
          && ($0.importer.map { $0.code == tier.makers[a].code } ?? true)
      }
      tier.restrictions.append(
        Overlay.Restriction(
          importer: a, origin: j, scenario: scenario,
          barrier: Barrier(
            share: blockage.share, window: blockage.window, permits: own.map { $0.permit }),
          spread: spread))
    }
  }

  /// Lets a share of a stage's sales wait.
  mutating func holdStage(
    _ waiting: Waiting, days: Int, _ stage: Int, of commodity: Int, from exporter: Partner,
    into importer: Partner?, _ touch: inout Touch
  ) {
    let scenario = touch.scenario
    eachSale(stage, of: commodity, from: exporter, into: importer, &touch) { _, tier, a, j in
      guard days > 0, waiting.shareOfShipped > 0 else { return }
      tier.delays.append(
        Overlay.Delay(
          importer: a, origin: j, scenario: scenario, days: days, share: waiting.shareOfShipped,
          window: waiting.window, ringOffset: tier.delays.ringDays))
    }
  }

  /// Lets a part of what states block of a stage's sales pass: those sales look it up.
  mutating func permitStage(
    _ stage: Int, of commodity: Int, from exporter: Partner, into importer: Partner?,
    _ touch: inout Touch
  ) {
    let isBlocked = effects.contains { effect in
      guard case .open(let blockage) = effect,
        case .stage(stage, commodity, let source, let target) = blockage.links
      else { return false }
      return (source == exporter || names(source, exporter.code, of: commodity))
        && (target == importer || target == nil || importer == nil)
    }
    guard isBlocked else { return touch.missed.append(.partner(exporter)) }
    eachSale(stage, of: commodity, from: exporter, into: importer, &touch) { _, _, _, _ in }
  }

  /// Takes capacity from sellers of a stage, each once, whoever names it.
  mutating func loseStage(_ stage: Int, _ loss: OriginLoss, _ touch: inout Touch) {
    guard let index = overlay(of: loss.commodity) else {
      touch.missed += loss.origins.map { .partner($0) }
      return
    }
    let tier = overlays[index].tiers[stage]
    var taken: Set<Int> = []
    for partner in loss.origins {
      let sellers = tier.sellers.indices.filter {
        names(partner, tier.sellers[$0], of: loss.commodity)
          && tier.sold[$0 * overlays[index].width + touch.scenario] > 0
      }
      if sellers.isEmpty { touch.missed.append(.partner(partner)) }
      for j in sellers where taken.insert(j).inserted {
        overlays[index].tiers[stage].losses.append(
          Overlay.CapacityLoss(
            origin: j, scenario: touch.scenario, share: loss.share, window: loss.window))
        touch.add(tier.sold[j * overlays[index].width + touch.scenario])
      }
    }
  }

  /// New capacity of a stage, of use to whoever buys there.
  mutating func growStage(_ stage: Int, _ growth: OriginGrowth, _ touch: inout Touch) {
    guard let index = overlay(of: growth.commodity) else {
      return touch.missed.append(.partner(growth.origin))
    }
    let tier = overlays[index].tiers[stage]
    let sold = tier.sellers.indices.filter { j in
      names(growth.origin, tier.sellers[j], of: growth.commodity)
        && (tier.sold[j * overlays[index].width + touch.scenario] > 0
          || tier.makers.indices.contains { tier.opens($0, j, scenario: touch.scenario) })
    }
    if sold.isEmpty { touch.missed.append(.partner(growth.origin)) }
    for j in sold {
      let amount = growth.amount / Double(sold.count)
      overlays[index].tiers[stage].growths.append(
        Overlay.Growth(
          origin: j, scenario: touch.scenario, amount: amount, window: growth.window))
      touch.add(amount)
    }
  }

  /// Supply of a stage that moves: it is in the tier already.
  func shiftStage(_ stage: Int, _ move: SupplyMove, _ touch: inout Touch) {
    guard let index = overlay(of: move.commodity) else {
      return touch.missed.append(.partner(move.importer))
    }
    let overlay = overlays[index]
    let tier = overlay.tiers[stage]
    let own = tier.shifts.filter {
      $0.scenario == touch.scenario && $0.entry == touch.entry
        && tier.makers[$0.importer].code == move.importer.code
    }
    for shift in own {
      let found = shift.from.reduce(0) {
        $0 + tier.shares[tier.link(shift.importer, $1) * overlay.width + touch.scenario]
      }
      touch.add(found * tier.bought[shift.importer * overlay.width + touch.scenario])
      // What had moved before the first day is no longer theirs.
      if shift.most < .infinity, shift.most > shift.before + found + 1e-9 {
        touch.missed.append(.supply(asked: shift.most, found: shift.before + found))
      }
    }
    if own.isEmpty { touch.missed.append(.partner(move.importer)) }
  }

  /// Calls for every sale of a stage that partners name, with maker and seller; adds what is sold, units a
  /// day, to the touch.
  private mutating func eachSale(
    _ stage: Int, of commodity: Int, from exporter: Partner, into importer: Partner?,
    _ touch: inout Touch,
    _ body: (EffectCompiler, inout Overlay.Tier, _ maker: Int, _ seller: Int) -> Void
  ) {
    let missed = [exporter, importer].compactMap { $0 }.map { Touch.Part.partner($0) }
    guard let index = overlay(of: commodity) else {
      touch.missed += missed
      return
    }
    let width = overlays[index].width
    var tier = overlays[index].tiers[stage]
    for a in tier.makers.indices
    where importer.map({ names($0, tier.makers[a].code, of: commodity) }) ?? true {
      for j in tier.sellers.indices
      where names(exporter, tier.sellers[j], of: commodity)
        && tier.sellers[j] != tier.makers[a].code
      {
        body(self, &tier, a, j)
        let flow =
          tier.bought[a * width + touch.scenario]
          * tier.shares[tier.link(a, j) * width + touch.scenario]
        if flow > 0 || tier.opens(a, j, scenario: touch.scenario) { touch.add(flow) }
      }
    }
    overlays[index].tiers[stage] = tier
    if touch.cells == 0 { touch.missed += missed }
  }

  /// Whether a partner is a country, or a group with it.
  private func names(_ partner: Partner, _ code: String, of commodity: Int) -> Bool {
    commodities[commodity].members(of: partner.code).contains(code)
  }
}
