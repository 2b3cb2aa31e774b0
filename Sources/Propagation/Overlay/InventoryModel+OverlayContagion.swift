internal import LinearAlgebra
internal import Scenarios

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

// Export restrictions that spread from country to country (LEVERS.md D).
extension InventoryModel {
  /// Sets the hazard of every country that may restrict, from yesterday's price and chances and today's
  /// shortage; false if there is none:
  /// η = pledge·(base + price·ln π + shortage·short/use + imitation·mean p) a year.
  func hazards(_ overlay: Overlay, _ s: inout OverlayState, day: Int) -> Bool {
    guard !overlay.contagions.isEmpty else { return false }
    for (index, contagion) in overlay.contagions.enumerated() {
      let k = contagion.scenario
      var use = 0.0
      var short = 0.0
      for b in contagion.importers {
        use += overlay.use(of: b, scenario: k)
        short += s.shortfall[b * width + k]
      }
      var others = 0.0
      var count = 0.0
      for (other, p) in zip(overlay.contagions, s.contagion.chance)
      where other.scenario == k && other.entry == contagion.entry {
        others += p
        count += 1
      }
      let price =
        s.price.isEmpty
        ? 1 : s.price[overlay.price(of: contagion.importers.first ?? 0) * width + k]
      let spread = contagion.spread
      s.contagion.hazard[index] =
        contagion.window.intensity(on: day) * spread.pledge
        * max(
          0,
          spread.base + spread.price * log(price) + (use > 0 ? spread.shortage * short / use : 0)
            + spread.imitation * others / count)
    }
    return true
  }

  /// Moves the chances by the day's hazards: p += (1 − p)(1 − e^(−η/365)), or a drawn country restricts
  /// in full once it has borne its share.
  func spread(_ overlay: Overlay, _ s: inout OverlayState) {
    for (index, contagion) in overlay.contagions.enumerated() {
      let today = s.contagion.hazard[index] / 365 * batch.conventions.step
      s.contagion.borne[index] += today
      if let endurance = contagion.endurance {
        s.contagion.chance[index] = s.contagion.borne[index] >= endurance ? 1 : 0
      } else {
        s.contagion.chance[index] += (1 - s.contagion.chance[index]) * (1 - exp(-today))
      }
    }
  }
}
