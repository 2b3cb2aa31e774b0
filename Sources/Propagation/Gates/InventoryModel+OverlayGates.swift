internal import LinearAlgebra
internal import Scenarios

// What passes the chokepoints on a day (step 1; LEVERS.md B).
extension InventoryModel {
  /// Finds what each gate stops and each link's share that passes its gates:
  /// λ = 1 − Σ_r s_r·max_{g∈r} B_g, B_g = 1 − G_g.
  func passGates(_ overlay: Overlay, _ s: inout OverlayState, day: Int) {
    let gates = overlay.gates
    guard !gates.passages.isEmpty else { return }
    close(gates, &s, day: day)
    insure(overlay, &s, day: day)
    goAround(gates, &s, day: day)
    for index in s.passage.indices { s.passage[index] = 1 }
    for index in gates.passages.indices {
      let cell = gates.passages[index].cell
      s.passage[cell] -= gates.passages[index].share * blocked(gates.passages[index], s)
    }
  }

  /// Share of a way that its gates block, less what goes around them; in series the worst counts.
  private func blocked(_ passage: Gates.Passage, _ s: OverlayState) -> Double {
    var worst = 0.0
    for passed in passage.gates {
      let closed = s.gates.closed[passed.gate * width + passage.cell % width]
      worst = max(worst, closed * (1 - passed.around))
    }
    return worst
  }

  /// χ of closures less what escorts open and ships can carry, and what a longer voyage leaves of the fleet.
  private func close(_ gates: Gates, _ s: inout OverlayState, day: Int) {
    for g in 0..<gates.count {
      for k in 0..<width {
        s.gates.closed[g * width + k] = 0
        s.gates.open[g * width + k] = 1
        s.gates.publicly[g * width + k] = 0
      }
    }
    for closing in gates.closings {
      let cell = closing.gate * width + closing.scenario
      let share = closing.value * closing.force(on: day)
      s.gates.closed[cell] += share - s.gates.closed[cell] * share
    }
    for (index, opening) in gates.openings.enumerated() {
      let cell = opening.gate * width + opening.scenario
      let share = opening.value.share * opening.value.fleet * opening.force(on: day)
      s.gates.opened[index] = s.gates.closed[cell] * share
      s.gates.closed[cell] -= s.gates.opened[index]
    }
    for voyage in gates.voyages {
      let lost = (1 - voyage.value.fleet) * voyage.force(on: day)
      s.gates.open[voyage.gate * width + voyage.scenario] *= 1 - lost
    }
  }

  /// ins = (c + p) + (1 − c − p)·uninsured: ships that the market covers, that a government covers, and
  /// that sail all the same.
  private func insure(_ overlay: Overlay, _ s: inout OverlayState, day: Int) {
    let gates = overlay.gates
    for entry in gates.premiums {
      let cell = entry.gate * width + entry.scenario
      let force = entry.force(on: day)
      guard force > 0 else { continue }
      let premium = entry.value
      let level = premium.normal + (premium.level - premium.normal) * force
      let covered =
        premium.covered.map { 1 - (1 - $0) * force } ?? premium.coveredShare(at: level)
      let price =
        (overlay.basePrice[entry.scenario] ?? 0)
        * (s.price.first.map { _ in
          s.price[entry.scenario]
        } ?? 1)
      let transits = (gates.flow[entry.gate] ?? 0) / premium.cargo
      let uncovered =
        (1 - covered) * transits * premium.inside * (premium.hull + premium.cargo * price)
      var publicly = 0.0
      for cover in gates.covers
      where cover.gate == entry.gate && cover.scenario == entry.scenario {
        let line = cover.value.line * cover.force(on: day)
        // Nothing uncovered needs no line.
        publicly += uncovered > 0 ? (1 - covered) * min(1, line / uncovered) : 0
      }
      publicly = min(publicly, 1 - covered)
      let insured = covered + publicly
      s.gates.publicly[cell] = insured > 0 ? publicly / insured : 0
      s.gates.open[cell] *= insured + (1 - insured) * premium.uninsured
    }
    for cell in s.gates.closed.indices {
      if s.gates.open[cell] < 1 {
        s.gates.closed[cell] = 1 - (1 - s.gates.closed[cell]) * s.gates.open[cell]
      }
      s.gates.closed[cell] = max(0, s.gates.closed[cell] - gates.relief[cell])
    }
  }

  /// Lets what is blocked take longer ways, as far as they carry it.
  private func goAround(_ gates: Gates, _ s: inout OverlayState, day: Int) {
    for (index, detour) in gates.detours.enumerated() {
      let cell = detour.gate * width + detour.scenario
      let blocked = s.gates.closed[cell]
      var part = detour.value.share * detour.force(on: day)
      if let flow = gates.flow[detour.gate], blocked > 0 {
        part = min(part, detour.value.capacity.rate / (flow * blocked))
      }
      s.gates.detoured[index] = blocked * part
      s.gates.closed[cell] -= blocked * part
    }
  }

  /// Sets the share of what each link ships that waits today, and how much of it no earlier cargo
  /// replaces.
  func wait(_ overlay: Overlay, _ s: inout OverlayState, at moment: Moment) {
    // By index: a copy of a delay would count references, thousands of times a day.
    for index in overlay.delays.indices {
      var share =
        overlay.delays[index].share * overlay.delays[index].window.intensity(on: moment.day)
      if share > 0, let gate = overlay.delays[index].gate {
        share *= passing(gate, overlay.delays[index], overlay, s)
      }
      s.waiting.begin(index, share: share, at: overlay.delays[index].slot(moment))
    }
  }

  /// Share of what a link ships that passes a gate, or goes around it.
  private func passing(
    _ gate: GateDelay, _ delay: Overlay.Delay, _ overlay: Overlay, _ s: OverlayState
  ) -> Double {
    let open = s.passage[overlay.link(delay.importer, delay.origin) * width + delay.scenario]
    guard open > 0 else { return 0 }
    let closed = s.gates.closed[gate.gate * width + delay.scenario]
    var passing = 0.0
    for passage in gate.passages {
      let part = part(of: passage, gate, closed: closed, s)
      passing += passage.share * (1 - blocked(passage, s)) * part
    }
    return min(1, passing / open)
  }

  /// Part of what passes a gate on a way that waits: of what the gate lets through, what went around it.
  private func part(
    of passage: Gates.Passage, _ delay: GateDelay, closed: Double, _ s: OverlayState
  ) -> Double {
    switch delay.part {
    case .all: return 1
    case .opening(let number):
      // Cover and ships bear on what passes under escort like on the rest.
      let open = s.gates.open[delay.gate * width + passage.cell % width]
      return closed < 1 ? min(1, s.gates.opened[number] * open / (1 - closed)) : 0
    case .detour(let number):
      return closed < 1 ? s.gates.detoured[number] / (1 - closed) : 0
    case .around:
      var around = 0.0
      for passed in passage.gates where passed.gate == delay.gate { around = passed.around }
      let open = 1 - closed * (1 - around)
      return open > 0 ? closed * around / open : 0
    }
  }
}
