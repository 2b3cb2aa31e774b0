internal import Scenarios

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

// Shares that move and capacity that grows (steps 2 and 4; LEVERS.md E).
extension InventoryModel {
  /// Moves supply between origins; new ones build the capacity for it, or use what they have to spare.
  /// What a lever moved goes back when it ends.
  func move(_ index: Int, _ overlay: Overlay, _ s: inout OverlayState, day: Int) {
    let shift = overlay.shifts[index]
    let left = shift.left(on: day)
    if left < 1 { return moveBack(index, shift, to: left * s.shiftedMost[index], overlay, &s) }
    guard shift.window.intensity(on: day) > 0 else { return }
    var available = 0.0
    for origin in shift.from { available += free(origin, shift, overlay, s, day: day) }
    guard available > 0 else { return }
    let change = min(
      shift.perDay * batch.conventions.step, available, shift.goal(on: day) - s.shifted[index])
    guard change > 0 else { return }
    var moved = 0.0
    for target in shift.to { moved += shift.moved(to: target, from: s.shifted[index], by: change) }
    for origin in shift.from {
      let cell = overlay.link(shift.importer, origin) * width + shift.scenario
      // Rounding may leave less than nothing of what goes altogether.
      s.shares[cell] = max(
        0, s.shares[cell] - moved * free(origin, shift, overlay, s, day: day) / available)
    }
    let use = overlay.importers[shift.importer].use
    for target in shift.to {
      let cell = overlay.link(shift.importer, target.origin) * width + shift.scenario
      let part = shift.moved(to: target, from: s.shifted[index], by: change)
      s.shares[cell] += part
      s.led[cell] += part
      s.isLed = true
      if shift.builds { s.added[cell] += part * use }
    }
    s.shifted[index] += change
    s.shiftedMost[index] = s.shifted[index]
  }

  /// Moves supply back to the origins that it left, in proportion to their day-0 shares; who had sold it
  /// before the first day can sell it again. Capacity of day 0 stays where it was.
  private func moveBack(
    _ index: Int, _ shift: Overlay.Shift, to goal: Double, _ overlay: Overlay,
    _ s: inout OverlayState
  ) {
    let before = s.shifted[index]
    guard before > goal else { return }
    let use = overlay.importers[shift.importer].use
    var back = 0.0
    for target in shift.to {
      let cell = overlay.link(shift.importer, target.origin) * width + shift.scenario
      let part = shift.moved(to: target, from: goal, by: before - goal)
      // Others may have moved it on.
      let given = min(part, s.shares[cell])
      s.shares[cell] -= given
      s.led[cell] = max(0, s.led[cell] - given)
      if shift.builds { s.added[cell] = max(0, s.added[cell] - part * use) }
      back += given
    }
    let old = max(0, min(before, shift.before) - goal) / (before - goal)
    var usual = 0.0
    for origin in shift.from {
      usual += overlay.shares[overlay.link(shift.importer, origin) * width + shift.scenario]
    }
    for origin in shift.from {
      let cell = overlay.link(shift.importer, origin) * width + shift.scenario
      let part = usual > 0 ? overlay.shares[cell] / usual : 1 / Double(shift.from.count)
      s.shares[cell] += back * part
      s.added[cell] += back * part * old * use
    }
    s.shifted[index] = goal
  }

  /// Share of an origin in an importer's supply that is not under contract.
  private func free(
    _ origin: Int, _ shift: Overlay.Shift, _ overlay: Overlay, _ s: OverlayState, day: Int
  ) -> Double {
    let share = s.shares[overlay.link(shift.importer, origin) * width + shift.scenario]
    var held = 0.0
    for hold in overlay.holds
    where hold.importer == shift.importer && hold.origin == origin
      && hold.scenario == shift.scenario && hold.window.intensity(on: day) > 0
    {
      held += hold.share
    }
    return max(0, share - held)
  }

  /// Sets what origins can ship more than their day-0 flows: new capacity, and that of members of a
  /// price floor, K·((max(P, F)/P0)^response − 1) at the price of the evening before.
  func grow(_ overlay: Overlay, _ s: inout OverlayState, day: Int) {
    guard !(overlay.growths.isEmpty && overlay.priceFloors.isEmpty) else { return }
    for index in s.grown.indices { s.grown[index] = 0 }
    for growth in overlay.growths {
      s.grown[growth.origin * width + growth.scenario] +=
        growth.amount * growth.window.intensity(on: day)
    }
    for floor in overlay.priceFloors where day >= floor.answersFrom {
      let k = floor.scenario
      let price = s.price.isEmpty ? 1 : s.price[k]
      let rise = pow(max(1, price, floor.multiple), floor.response) - 1
      let force = floor.window.intensity(on: day)
      guard rise > 0, force > 0 else { continue }
      for i in floor.members {
        s.grown[i * width + k] += rise * force * base(i, k, overlay, s)
      }
    }
  }

  /// Capacity of an origin on day-0 flows and their spare, whatever is closed.
  private func base(_ i: Int, _ k: Int, _ overlay: Overlay, _ s: OverlayState) -> Double {
    var base = 0.0
    for b in overlay.importers.indices {
      base += overlay.importers[b].use * overlay.shares[overlay.link(b, i) * width + k]
    }
    return base * s.capacityLeft[i * width + k] * (1 + overlay.spareCapacity)
  }
}
