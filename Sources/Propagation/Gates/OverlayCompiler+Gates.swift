internal import Commodities
internal import Quantities
internal import Scenarios

extension OverlayCompiler {
  /// Sets the gates that scenarios name, and the ways through and around them.
  func setGates(of index: Int, _ byScenario: [OverlayGates], _ overlay: inout Overlay) {
    let chokepoints = commodities[index].chokepoints
    var gates = Gates()
    gates.count = chokepoints.count
    gates.flow = chokepoints.map { $0.flow.value }
    gates.relief = chokepoints.flatMap { gate in
      let flow = gate.flow.value ?? 0
      let share = flow > 0 ? min(1, (gate.bypass.value ?? 0) / flow) : 0
      return plans.map { _ in share }
    }
    for (k, plan) in plans.enumerated() {
      let named = chokepoints.indices.filter { gate in
        plan.effects.contains { $0.effect.names(chokepoints[gate].name, of: index) }
      }
      guard !named.isEmpty else { continue }
      for b in overlay.buyers {
        for i in overlay.origins.indices {
          let link = overlay.link(b, i)
          let cell = link * overlay.width + k
          gates.passages +=
            b == overlay.rest
            ? byScenario[k].passagesOfRest(from: i, through: named, cell: cell)
            : byScenario[k].passages(of: link, through: named, cell: cell) { gate in
              !plan.statesDetour(chokepoints[gate].name, of: index)
            }
        }
      }
    }
    overlay.gates = gates
    delayAround(byScenario, &overlay)
  }

  /// Lets what the figures of ways let go around a gate wait.
  private func delayAround(_ byScenario: [OverlayGates], _ overlay: inout Overlay) {
    let around = Dictionary(
      grouping: overlay.gates.passages.filter { $0.gates.contains { $0.around > 0 } },
      by: { $0.cell })
    for (cell, passages) in around.sorted(by: { $0.key < $1.key }) {
      let (link, k) = (cell / overlay.width, cell % overlay.width)
      let (b, i) = (link / overlay.origins.count, link % overlay.origins.count)
      for gate in 0..<overlay.gates.count {
        let own = passages.filter { $0.gates.contains { $0.gate == gate && $0.around > 0 } }
        guard !own.isEmpty, let days = byScenario[k].daysAround(gate, of: link), days > 0 else {
          continue
        }
        overlay.delay(
          b, i, scenario: k, days: min(days, plans[k].scenario.horizon), window: .whole,
          GateDelay(gate: gate, part: .around, passages: own))
      }
    }
  }
}

extension Overlay {
  /// Lets what a link ships wait at a gate.
  mutating func delay(
    _ buyer: Int, _ origin: Int, scenario: Int, days: Int, window: Window, _ gate: GateDelay
  ) {
    delays.append(
      Delay(
        importer: buyer, origin: origin, scenario: scenario, days: days, share: 1, window: window,
        ringOffset: delays.ringDays, gate: gate))
  }
}

extension EffectPlan {
  /// Whether it states a longer way around a chokepoint, instead of the commodity's figures.
  fileprivate func statesDetour(_ chokepoint: String, of commodity: Int) -> Bool {
    effects.contains { entry in
      guard case .gate(let change) = entry.effect, case .detour = change.kind else { return false }
      return change.commodity == commodity && change.chokepoint == chokepoint
    }
  }
}

extension Window {
  /// The whole of a run.
  fileprivate static var whole: Window { Window(from: 0, days: nil, recovery: .immediate) }
}
