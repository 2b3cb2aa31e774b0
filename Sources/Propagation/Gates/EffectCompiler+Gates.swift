internal import Commodities
internal import Quantities
internal import Scenarios

// Effects on what passes a commodity's chokepoints.
extension EffectCompiler {
  /// Primitive `open` at a chokepoint: closes it.
  mutating func close(
    _ blockage: Blockage, commodity: Int, _ chokepoint: String, through: [ShareThrough],
    _ touch: inout Touch
  ) {
    guard let (index, gate) = gate(chokepoint, of: commodity) else { return }
    let scenario = touch.scenario
    let cell = gate * overlays[index].width + scenario
    let isFirst = !overlays[index].gates.closings.contains {
      $0.gate == gate && $0.scenario == scenario
    }
    overlays[index].gates.relief[cell] = max(
      isFirst ? 0 : overlays[index].gates.relief[cell], blockage.relief)
    overlays[index].gates.closings.append(
      Gates.Entry(
        gate: gate, scenario: scenario, value: blockage.share, window: blockage.window))
    pass(index, gate, &touch)
    let gates = overlayGates[index][scenario]
    let found = gates.passing[gate].map { overlays[index].importers[$0].code }
    touch.missed += through.map { $0.importer }.filter { !found.contains($0.code) }
      .map { .partner($0) }
    if touch.cells > 0, commodities[commodity].chokepoints[gate].flow.value == nil,
      overlays[index].hasUnknownBuyers(scenario: scenario)
    {
      touch.missed.append(.otherPassage(chokepoint))
    }
  }

  /// Primitives `open` and `wait` at a chokepoint: cover, ships, escorts and longer ways.
  mutating func change(_ change: GateChange, horizon: Int, _ touch: inout Touch) {
    guard let (index, gate) = gate(change.chokepoint, of: change.commodity) else { return }
    let scenario = touch.scenario
    func entry<Value: Sendable>(_ value: Value) -> Gates.Entry<Value> {
      Gates.Entry(gate: gate, scenario: scenario, value: value, window: change.window)
    }
    switch change.kind {
    case .premium(let premium): overlays[index].gates.premiums.append(entry(premium))
    case .cover(let cover):
      // Without a figure of what passes nobody knows how many ships a line covers.
      guard isThere(change, { if case .premium = $0 { true } else { false } }),
        overlays[index].gates.flow[gate] != nil
      else { return }
      overlays[index].gates.covers.append(entry(cover))
      bookCover(cover, gate, index, change, touch)
    case .opening(let share, let voyage):
      guard isClosed(change) else { return }
      overlays[index].gates.openings.append(
        entry(Gates.Opening(share: share, fleet: voyage.fleet)))
      let number = overlays[index].gates.openings.count - 1
      delay(
        index, gate, days: min(voyage.days, horizon), .opening(number), change.window, scenario)
    case .voyage(let voyage):
      overlays[index].gates.voyages.append(entry(voyage))
      delay(index, gate, days: min(voyage.days, horizon), .all, change.window, scenario)
    case .detour(let detour):
      guard isClosed(change) else { return }
      overlays[index].gates.detours.append(entry(detour))
      let number = overlays[index].gates.detours.count - 1
      delay(
        index, gate, days: min(detour.days, horizon), .detour(number), change.window, scenario)
    }
    pass(index, gate, &touch)
  }

  /// The overlay and gate of a chokepoint of a commodity.
  private func gate(_ chokepoint: String, of commodity: Int) -> (overlay: Int, gate: Int)? {
    guard let index = overlay(of: commodity),
      let gate = commodities[commodity].chokepoints.firstIndex(where: { $0.name == chokepoint })
    else { return nil }
    return (index, gate)
  }

  private func isClosed(_ change: GateChange) -> Bool {
    let isClosed = effects.contains { effect in
      guard case .open(let blockage) = effect,
        case .route(change.commodity, change.chokepoint, _) = blockage.links
      else { return false }
      return true
    }
    return isClosed || isThere(change) { if case .premium = $0 { true } else { false } }
  }

  private func isThere(_ change: GateChange, _ fits: (GateChange.Kind) -> Bool) -> Bool {
    effects.contains { effect in
      guard case .gate(let other) = effect else { return false }
      return other.commodity == change.commodity && other.chokepoint == change.chokepoint
        && fits(other.kind)
    }
  }

  /// Adds what passes a gate to the touch.
  private func pass(_ index: Int, _ gate: Int, _ touch: inout Touch) {
    let overlay = overlays[index]
    for passage in overlay.gates.passages
    where passage.cell % overlay.width == touch.scenario && passage.passes(gate) {
      let link = passage.cell / overlay.width
      let use = overlay.use(of: link / overlay.origins.count, scenario: touch.scenario)
      let flow = use * overlay.shares[passage.cell] * passage.share
      if flow > 0 { touch.add(flow) }
    }
  }

  /// Lets what passes a gate, or goes around it, wait.
  private mutating func delay(
    _ index: Int, _ gate: Int, days: Int, _ part: GateDelay.Part, _ window: Window,
    _ scenario: Int
  ) {
    guard days > 0 else { return }
    let width = overlays[index].width
    for b in overlays[index].buyers {
      for i in overlays[index].origins.indices {
        let cell = overlays[index].link(b, i) * width + scenario
        let passages = overlays[index].gates.passages.filter {
          $0.cell == cell && $0.passes(gate)
        }
        guard !passages.isEmpty else { continue }
        overlays[index].delay(
          b, i, scenario: scenario, days: days, window: window,
          GateDelay(gate: gate, part: part, passages: passages))
      }
    }
  }
}
