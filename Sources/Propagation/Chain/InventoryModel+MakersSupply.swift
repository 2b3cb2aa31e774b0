internal import LinearAlgebra

// Supply that moves between sellers before the last stage, and what of it can reach whom.
extension InventoryModel {
  /// Sets what sellers of a stage add to their day-0 capacity: supply that moves to them, and new plants.
  func build(_ tier: Overlay.Tier, _ s: inout TierState, day: Int) {
    for (index, shift) in tier.shifts.enumerated() { move(index, shift, tier, &s, day: day) }
    guard !tier.growths.isEmpty else { return }
    for cell in s.grown.indices { s.grown[cell] = 0 }
    for growth in tier.growths {
      s.grown[growth.origin * width + growth.scenario] +=
        growth.amount * growth.window.intensity(on: day)
    }
  }

  private func move(
    _ index: Int, _ shift: Overlay.Shift, _ tier: Overlay.Tier, _ s: inout TierState, day: Int
  ) {
    let k = shift.scenario
    var available = 0.0
    for seller in shift.from {
      available += s.shares[tier.link(shift.importer, seller) * width + k]
    }
    let change = min(available, shift.goal(on: day) - s.shifted[index])
    guard available > 0, change > 0 else { return }
    for seller in shift.from {
      let cell = tier.link(shift.importer, seller) * width + k
      s.shares[cell] = max(0, s.shares[cell] - change * s.shares[cell] / available)
    }
    for target in shift.to {
      let part = shift.moved(to: target, from: s.shifted[index], by: change)
      let cell = tier.link(shift.importer, target.origin) * width + k
      s.shares[cell] += part
      s.led[cell] += part
      s.isLed = true
      s.moved[target.origin * width + k] += part * tier.bought[shift.importer * width + k]
    }
    s.shifted[index] += change
  }

  /// Finds the share of baseline supply that can reach each maker with no stock, stage by stage:
  /// F_l[a] = Σ_j T·λ·(1 − w)·h_l[j], h_l[j] = min(1, K/d, F[j] of each input), d = Σ_a bought·T (LEVERS.md
  /// 0.6).
  func reachMakers(_ overlay: Overlay, _ s: inout OverlayState) {
    for (t, tier) in overlay.tiers.enumerated() {
      for j in tier.sellers.indices {
        for k in 0..<width {
          s.tiers[t].able[j * width + k] = min(
            able(j, k, tier, s.tiers[t]), reach(tier.inputs, at: j, k, s))
        }
      }
      for a in tier.makers.indices {
        for k in 0..<width {
          var reach = 0.0
          for j in tier.sellers.indices {
            let cell = tier.link(a, j) * width + k
            let moving =
              1
              - s.tiers[t].waiting.missing(tier.delays, cell: cell)
            reach +=
              s.tiers[t].shares[cell] * s.tiers[t].openness[cell] * moving
              * s.tiers[t].able[j * width + k]
          }
          s.tiers[t].reach[a * width + k] = min(1, reach)
        }
      }
    }
  }

  /// Share F of baseline supply that can reach a place, of the input that is scarcest there; 1 where none is
  /// known.
  func reach(
    _ inputs: [Overlay.Tier.Input], at place: Int, _ k: Int, _ s: OverlayState
  ) -> Double {
    var least = 1.0
    for input in inputs {
      guard let maker = input.maker(at: place) else { continue }
      least = min(least, s.tiers[input.tier].reach[maker * width + k])
    }
    return least
  }

  /// Share of what a seller is asked for at baseline orders that its capacity covers, spare apart.
  private func able(_ j: Int, _ k: Int, _ tier: Overlay.Tier, _ s: TierState) -> Double {
    let cell = j * width + k
    guard !(tier.shifts.isEmpty && tier.growths.isEmpty) else { return s.left[cell] }
    var asked = 0.0
    for a in tier.makers.indices {
      asked += tier.bought[a * width + k] * s.shares[tier.link(a, j) * width + k]
    }
    let capacity = tier.sold[cell] * s.left[cell] + s.moved[cell] + s.grown[cell]
    return asked > capacity ? capacity / asked : 1
  }
}
