internal import LinearAlgebra
internal import Scenarios

extension LedgerItem {
  /// USD of a day of the run, from what stands at its end; allocates nothing.
  func perDay(_ day: Int, _ state: borrowing State, _ batch: CompiledBatch) -> Double {
    switch amount {
    case .flat(let amount): return amount * window.intensity(on: day)
    case .purchase(let amount): return day == window.from ? amount : 0
    case .path(let path): return day < path.count ? path[day] : 0
    case .shield(let region, let share):
      guard let income = batch.income else { return 0 }
      return share * window.intensity(on: day)
        * income.bill(of: region, scenario, state, batch, day: day)
    default: break
    }
    guard let overlay else { return 0 }
    return perDay(day, state.overlays[overlay], batch.overlays[overlay], width: batch.width)
  }

  /// USD of a day of what follows an overlay.
  private func perDay(_ day: Int, _ s: OverlayState, _ overlay: Overlay, width: Int) -> Double {
    let force = window.intensity(on: day)
    switch amount {
    case .moved(let shifts, let perShare):
      var moved = 0.0
      for index in shifts { moved += overlay.shifts[index].arrived(of: s.shifted[index]) }
      return moved * perShare
    case .scarce(let scarcity, let perShare):
      let shift = overlay.shifts[scarcity.shift]
      let moved = shift.arrived(of: s.shifted[scarcity.shift])
      return force > 0 ? scarcity.cost(moved: moved, goal: shift.goal(on: day)) * perShare : 0
    case .saved(let savings, let perUnit):
      var saved = 0.0
      for part in savings {
        saved += overlay.savings[part.saving].saving.share(on: day) * part.use
      }
      return saved * perUnit
    case .difference(let strike, let base, let quantity, let upside):
      let price = base * multiple(s, overlay, width: width)
      return LedgerItem.difference(strike, price, quantity, upside) * force
    case .released(let member, let base):
      return s.stocks.given[member] * base * multiple(s, overlay, width: width)
    case .refilled(let refilling, let base):
      var bought = 0.0
      for i in overlay.origins.indices {
        bought += s.stocks.shipped[refilling * overlay.origins.count + i]
      }
      return bought * base * multiple(s, overlay, width: width)
    case .insured(let gate, let premium, let cover, let transits, let base):
      let cell = gate * width + scenario
      let share = s.gates.publicly[cell]
      guard share > 0, force > 0 else { return 0 }
      let price = base * (s.price.isEmpty ? 1 : s.price[scenario])
      let loss =
        cover.casualty * (premium.hull + premium.cargo * price) - cover.ceiling * premium.hull
      return transits * (1 - s.gates.closed[cell]) * share * loss * force
    case .gap(let floor, let base, let origins, let sign):
      guard let importer else { return 0 }
      let gap = max(0, floor - base * multiple(s, overlay, width: width))
      guard gap > 0, force > 0 else { return 0 }
      var bought = 0.0
      for i in origins {
        let cell = overlay.link(importer, i) * width + scenario
        bought += s.asked[cell] * s.deliveredShare[i * width + scenario]
      }
      return sign * gap * force * bought
    case .flat, .purchase, .path, .shield: return 0
    }
  }

  /// Price over its base that the importer pays.
  private func multiple(_ s: OverlayState, _ overlay: Overlay, width: Int) -> Double {
    guard !s.price.isEmpty else { return 1 }
    let b = importer ?? 0
    if importer != nil, overlay.isBloc, overlay.restricts(b, scenario: scenario) { return 1 }
    return s.price[overlay.price(of: b) * width + scenario]
  }
}
