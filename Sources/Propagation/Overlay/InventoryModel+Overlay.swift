internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

// The overlay commodities' part of a step. An overlay has few links and users, so its loops are plain.
extension InventoryModel {
  /// Openness, shares, restraint and redirected shares of a day.
  func applyOverlayShocks(_ overlay: Overlay, _ s: inout OverlayState, day: Int) {
    for index in s.openness.indices { s.openness[index] = 1 }
    for index in s.restraint.indices { s.restraint[index] = 0 }
    for r in overlay.restrictions {
      let cell = overlay.link(r.importer, r.origin) * width + r.scenario
      s.openness[cell] *= 1 - r.blocked(on: day)
    }
    for r in overlay.restraints {
      let cell = r.importer * width + r.scenario
      s.restraint[cell] = 1 - (1 - s.restraint[cell]) * (1 - r.share * r.window.intensity(on: day))
    }
    for shift in overlay.shifts { move(shift, overlay, &s, day: day) }
    for b in overlay.importers.indices {
      for k in 0..<width { updateRedirect(b, k, overlay, &s) }
    }
  }

  private func move(_ shift: Overlay.Shift, _ overlay: Overlay, _ s: inout OverlayState, day: Int) {
    guard shift.window.intensity(on: day) > 0 else { return }
    var available = 0.0
    for origin in shift.from {
      available += s.shares[overlay.link(shift.importer, origin) * width + shift.scenario]
    }
    guard available > 0 else { return }
    let moved = min(shift.perDay * batch.conventions.step, available)
    for origin in shift.from {
      let cell = overlay.link(shift.importer, origin) * width + shift.scenario
      s.shares[cell] -= moved * s.shares[cell] / available
    }
    for target in shift.to {
      let cell = overlay.link(shift.importer, target.origin) * width + shift.scenario
      s.shares[cell] += moved * target.part
    }
  }

  private func updateRedirect(_ b: Int, _ k: Int, _ overlay: Overlay, _ s: inout OverlayState) {
    var blocked = 0.0
    var open = 0.0
    var all = 0.0
    for i in overlay.origins.indices {
      let cell = overlay.link(b, i) * width + k
      blocked += s.shares[cell] * (1 - s.openness[cell])
      open += s.shares[cell] * s.openness[cell]
      all += s.shares[cell]
    }
    let pair = b * width + k
    if blocked > 0 {
      let grown = min(
        batch.parameters.redirectMax[k], s.redirected[pair] + batch.parameters.redirectStep[k])
      s.redirected[pair] = s.wasRestricted[pair] > 0 ? grown : 0
      s.wasRestricted[pair] = 1
    } else {
      s.redirected[pair] = 0
      s.wasRestricted[pair] = 0
    }
    s.askFactor[pair] = open > 1e-12 ? 1 + s.redirected[pair] * (all - open) / open : 0
  }

  /// Flow asked over a link per unit of orders: M = T·λ·(1 + ρB/(1 − B)).
  private func askedShare(
    _ b: Int, _ i: Int, _ k: Int, _ overlay: Overlay, _ s: borrowing OverlayState
  ) -> Double {
    let cell = overlay.link(b, i) * width + k
    return s.shares[cell] * s.openness[cell] * s.askFactor[b * width + k]
  }

  /// What users asked of each origin, and the share that it can deliver.
  func askOverlay(_ overlay: Overlay, _ s: inout OverlayState) {
    for i in overlay.origins.indices {
      for k in 0..<width {
        var asked = 0.0
        var baseline = 0.0
        for b in overlay.importers.indices {
          asked += orders(b, k, overlay, s) * askedShare(b, i, k, overlay, s)
          baseline += overlay.importers[b].use * s.shares[overlay.link(b, i) * width + k]
        }
        let capacity = baseline * (1 + overlay.spareCapacity)
        s.demand[i * width + k] = asked
        s.deliveredShare[i * width + k] = asked > capacity ? capacity / asked : 1
      }
    }
  }

  private func orders(_ b: Int, _ k: Int, _ overlay: Overlay, _ s: OverlayState) -> Double {
    overlay.importers[b].users.reduce(0) { $0 + s.orders[$1 * width + k] }
  }

  /// Limits output of users whose stock is below its minimum (step 5).
  func limitByOverlay(_ index: Int, _ state: inout State) {
    let overlay = batch.overlays[index]
    for (u, user) in overlay.users.enumerated() {
      for k in 0..<width {
        let cell = user.node * width + k
        let ratio = coverRatio(u, k, overlay, state.overlays[index], wanted: state.wanted[cell])
        let limit = 1 - overlay.criticality[u * width + k] * (1 - ratio)
        if limit < state.limit[cell] {
          state.limit[cell] = limit
          if !state.limitingProduct.isEmpty {
            state.limitingProduct[cell] = Int32(batch.economy.productCount + index)
          }
        }
      }
    }
  }

  /// ρ = min(1, S/need), need = a·x*·max(minimum operating days, Δt).
  private func coverRatio(
    _ u: Int, _ k: Int, _ overlay: Overlay, _ s: OverlayState, wanted: Double
  ) -> Double {
    let user = overlay.users[u]
    let importer = overlay.importers[user.importer]
    let restrained = 1 - s.restraint[user.importer * width + k]
    let days = max(importer.minimumDays, batch.conventions.step)
    let need = user.requirement * restrained * wanted * days
    let stock = s.stock[u * width + k]
    return stock < need ? stock / need : 1
  }

  /// Ships, receives, releases, uses and orders (steps 6 to 10).
  func deliverOverlay(_ index: Int, _ state: inout State, at moment: Moment) {
    let overlay = batch.overlays[index]
    for b in overlay.importers.indices {
      for k in 0..<width {
        let arrived = ship(b, k, overlay, &state.overlays[index], at: moment)
        state.overlays[index].received[b * width + k] = arrived
        settle(b, k, index, overlay, &state, at: moment)
      }
    }
  }

  /// Puts a step's shipments to sea and takes out what arrives, units a day.
  private func ship(
    _ b: Int, _ k: Int, _ overlay: Overlay, _ s: inout OverlayState, at moment: Moment
  ) -> Double {
    let stepsPerDay = moment.stepsPerDay
    var arrived = 0.0
    let asked = orders(b, k, overlay, s)
    for i in overlay.origins.indices {
      let link = overlay.link(b, i)
      var shipped =
        asked * askedShare(b, i, k, overlay, s) * s.deliveredShare[i * width + k]
      for delay in overlay.delays
      where delay.importer == b && delay.origin == i && delay.scenario == k {
        let slot = delay.ringOffset * stepsPerDay + moment.slot(inDays: delay.days)
        let released = s.delayed[slot]
        s.delayed[slot] = shipped * delay.share * delay.window.intensity(on: moment.day)
        shipped += released - s.delayed[slot]
      }
      let days = overlay.travelDays[link]
      if days == 0 {
        arrived += shipped
      } else {
        let slot =
          (overlay.transitOffset[link] * stepsPerDay + moment.slot(inDays: days)) * width + k
        arrived += s.transit[slot]
        s.transit[slot] = shipped
      }
    }
    return arrived
  }

  private func settle(
    _ b: Int, _ k: Int, _ index: Int, _ overlay: Overlay, _ state: inout State,
    at moment: Moment
  ) {
    let users = overlay.importers[b].users
    let asked = orders(b, k, overlay, state.overlays[index])
    let arrived = state.overlays[index].received[b * width + k]
    let restrained = 1 - state.overlays[index].restraint[b * width + k]
    var short = 0.0
    for u in users {
      short += userShortfall(
        u, k, overlay, state, index, arrived: arrived, asked: asked, restrained: restrained)
    }
    state.overlays[index].shortfall[b * width + k] = short
    let released = release(b, k, overlay, &state.overlays[index], short: short, at: moment)
    state.overlays[index].released[b * width + k] = released
    for u in users {
      let own = userShortfall(
        u, k, overlay, state, index, arrived: arrived, asked: asked, restrained: restrained)
      let part = asked > 0 ? state.overlays[index].orders[u * width + k] / asked : 0
      let inflow = arrived * part + (short > 0 ? released * own / short : 0)
      use(u, k, index, overlay, &state, inflow: inflow, restrained: restrained)
    }
  }

  /// max(0, a·min(x0, κ)·(1 − restraint) − received), units a day (step 7).
  private func userShortfall(
    _ u: Int, _ k: Int, _ overlay: Overlay, _ state: borrowing State, _ index: Int, arrived: Double,
    asked: Double, restrained: Double
  ) -> Double {
    let user = overlay.users[u]
    let part = asked > 0 ? state.overlays[index].orders[u * width + k] / asked : 0
    let able = min(batch.economy.output[user.node], state.capacity[user.node * width + k])
    return max(0, user.requirement * able * restrained - arrived * part)
  }

  private func use(
    _ u: Int, _ k: Int, _ index: Int, _ overlay: Overlay, _ state: inout State, inflow: Double,
    restrained: Double
  ) {
    let user = overlay.users[u]
    let cell = user.node * width + k
    let own = u * width + k
    let step = batch.conventions.step
    let a = user.requirement * restrained
    let ratio = coverRatio(u, k, overlay, state.overlays[index], wanted: state.wanted[cell])
    let used = a * min(state.output[cell], ratio * state.wanted[cell])
    let stock = remaining(state.overlays[index].stock[own], change: step * (inflow - used))
    state.overlays[index].stock[own] = stock
    let days = overlay.targetDays[user.importer * width + k]
    let target = days * a * state.goal[cell]
    let restock = max(0, target - stock) * overlay.restockRate
    let cap =
      batch.parameters.overlayOrderCap[k] * user.requirement * batch.economy.output[user.node]
    state.overlays[index].orders[own] = min(a * state.output[cell] + restock, cap)
  }

  /// A stock after a day; rounding may leave less than nothing by a hair, never more.
  private func remaining(_ stock: Double, change: Double) -> Double {
    let after = stock + change
    precondition(after >= -1e-9 * (stock + abs(change)), "overlay stock \(after)")
    return max(0, after)
  }

  /// Released to an importer's users today, units a day: u = min(rate, V/Δt, shortfall).
  private func release(
    _ b: Int, _ k: Int, _ overlay: Overlay, _ s: inout OverlayState, short: Double,
    at moment: Moment
  ) -> Double {
    var released = 0.0
    let step = batch.conventions.step
    for (index, pile) in overlay.stockpiles.enumerated()
    where pile.importer == b && pile.scenario == k {
      guard isOpen(index, pile, overlay, &s, short: short, at: moment) else { continue }
      let amount = min(pile.rate, s.stockpileVolume[index] / step, short - released)
      s.stockpileVolume[index] = max(0, s.stockpileVolume[index] - amount * step)
      released += amount
    }
    return released
  }

  private func isOpen(
    _ index: Int, _ pile: Overlay.Stockpile, _ overlay: Overlay, _ s: inout OverlayState,
    short: Double, at moment: Moment
  ) -> Bool {
    if s.stockpileStart[index] < 0 {
      switch pile.trigger {
      case .day(let first):
        if moment.day >= first { s.stockpileStart[index] = first }
      case .shortfall(let above, let days):
        let isAbove = short > above * overlay.importers[pile.importer].use
        s.stepsAboveTrigger[index] = isAbove ? s.stepsAboveTrigger[index] + 1 : 0
        if s.stepsAboveTrigger[index] >= days * moment.stepsPerDay {
          s.stockpileStart[index] = moment.day
        }
      }
    }
    let start = s.stockpileStart[index]
    guard start >= 0 else { return false }
    return pile.days.map { moment.day < start + $0 } ?? true
  }
}
