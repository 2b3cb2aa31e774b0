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
    eachSale(stage, of: commodity, from: exporter, into: importer, &touch) { compiler, tier, a, j in
      let own = permits.filter {
        compiler.names($0.exporter, tier.sellers[j], of: commodity)
          && ($0.importer.map { $0.code == tier.makers[a] } ?? true)
      }
      return Overlay.Restriction(
        importer: a, origin: j, scenario: scenario,
        barrier: Barrier(
          share: blockage.share, window: blockage.window, permits: own.map(\.permit)),
        spread: nil)
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
    eachSale(stage, of: commodity, from: exporter, into: importer, &touch) { _, _, _, _ in nil }
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

  /// Calls for every sale of a stage that partners name, with maker and seller; adds what it restricts, and
  /// what is sold, units a day, to the touch.
  private mutating func eachSale(
    _ stage: Int, of commodity: Int, from exporter: Partner, into importer: Partner?,
    _ touch: inout Touch,
    _ restriction: (EffectCompiler, Overlay.Tier, _ maker: Int, _ seller: Int)
      -> Overlay.Restriction?
  ) {
    let missed = [exporter, importer].compactMap(\.self).map { Touch.Part.partner($0) }
    guard let index = overlay(of: commodity) else {
      touch.missed += missed
      return
    }
    let tier = overlays[index].tiers[stage]
    for a in tier.makers.indices
    where importer.map({ names($0, tier.makers[a], of: commodity) }) ?? true {
      for j in tier.sellers.indices
      where names(exporter, tier.sellers[j], of: commodity) && tier.sellers[j] != tier.makers[a] {
        if let found = restriction(self, tier, a, j) {
          overlays[index].tiers[stage].restrictions.append(found)
        }
        let flow =
          tier.bought[a * overlays[index].width + touch.scenario] * tier.shares[tier.link(a, j)]
        if flow > 0 { touch.add(flow) }
      }
    }
    if touch.cells == 0 { touch.missed += missed }
  }

  /// Whether a partner is a country, or a group with it.
  private func names(_ partner: Partner, _ code: String, of commodity: Int) -> Bool {
    commodities[commodity].members(of: partner.code).contains(code)
  }
}
