internal import LinearAlgebra
internal import InputOutputTables
internal import Scenarios

// Shipments, receipts, use and orders of an overlay (steps 6 to 10).
extension InventoryModel {
  /// Ships, receives, releases, uses and orders, then finds the price.
  func deliverOverlay(
    _ index: Int, _ overlay: Overlay, _ state: inout State, at moment: Moment
  ) {
    for b in overlay.importers.indices {
      receive(b, overlay, &state.overlays[index], at: moment)
      for k in 0..<width { measure(b, k, index, overlay, &state) }
    }
    drawOnPools(overlay, &state.overlays[index], at: moment)
    for b in overlay.importers.indices {
      for k in 0..<width {
        settle(b, k, index, overlay, &state)
        order(b, k, index, overlay, &state)
      }
    }
    refill(overlay, &state.overlays[index], at: moment)
    supplyMakers(overlay, &state.overlays[index], at: moment)
    let restricting = hazards(overlay, &state.overlays[index], day: moment.day)
    priceOverlay(overlay, &state.overlays[index], day: moment.day)
    if restricting { spread(overlay, &state.overlays[index]) }
  }

  /// Puts a step's shipments to sea and takes out what arrives, all scenarios of a link at a time.
  private func receive(
    _ b: Int, _ overlay: Overlay, _ s: inout OverlayState, at moment: Moment
  ) {
    let pair = b * width
    for k in 0..<width { (s.received[pair + k], s.receivedAbroad[pair + k]) = (0, 0) }
    for i in overlay.origins.indices {
      let link = overlay.link(b, i)
      let (days, ring) = (overlay.travelDays[link], overlay.transitOffset[link])
      let isHome = overlay.origins[i] == overlay.importers[b].code
      for k in 0..<width {
        let shipped = s.waiting.hold(
          s.asked[link * width + k] * s.deliveredShare[i * width + k], overlay.delays,
          cell: link * width + k, at: moment)
        let arrived = sail(
          shipped, k, days: days, ring: ring, at: moment, &s.transit, atSea: &s.atSea[pair + k])
        if isHome {
          s.received[pair + k] += arrived
        } else {
          s.receivedAbroad[pair + k] += arrived
        }
      }
    }
    for k in 0..<width { s.received[pair + k] += s.receivedAbroad[pair + k] }
  }

  /// Puts a step's shipments of a link to sea and takes out what arrives, units a day; the link's ring starts
  /// `ring` days into the transit.
  func sail(
    _ shipped: Double, _ k: Int, days: Int, ring: Int, at moment: Moment,
    _ transit: inout [Double], atSea: inout Double
  ) -> Double {
    guard days > 0 else { return shipped }
    let slot = (ring * moment.stepsPerDay + moment.slot(inDays: days)) * width + k
    let arrived = transit[slot]
    transit[slot] = shipped
    atSea += (shipped - arrived) * batch.conventions.step
    return arrived
  }

  /// Finds what each user is short of.
  private func measure(
    _ b: Int, _ k: Int, _ index: Int, _ overlay: Overlay, _ state: inout State
  ) {
    let pair = b * width + k
    let claims = claims(b, k, index, overlay, state)
    var short = 0.0
    for u in overlay.importers[b].users {
      let own = shortfall(u, k, overlay, state, index, claims: claims)
      state.overlays[index].userShortfall[u * width + k] = own
      short += own
    }
    state.overlays[index].shortfall[pair] = short
    state.overlays[index].released[pair] = 0
  }

  /// Lets the users work with what there is; what is released follows what each is short of.
  private func settle(
    _ b: Int, _ k: Int, _ index: Int, _ overlay: Overlay, _ state: inout State
  ) {
    let pair = b * width + k
    let claims = claims(b, k, index, overlay, state)
    let short = state.overlays[index].shortfall[pair]
    let released = state.overlays[index].released[pair]
    for u in overlay.importers[b].users {
      let own = state.overlays[index].userShortfall[u * width + k]
      let inflow =
        arrived(u, k, index, overlay, state, claims: claims)
        + (short > 0
          ? released * own / short : released * part(u, k, index, overlay, state, claims))
      use(u, k, index, overlay, &state, inflow: inflow)
    }
  }

  /// What an importer's users claim of what arrives: their orders by their weights, units a day.
  private func claims(
    _ b: Int, _ k: Int, _ index: Int, _ overlay: Overlay, _ state: borrowing State
  ) -> Double {
    var claims = 0.0
    for u in overlay.importers[b].users {
      let cell = u * width + k
      let weight = overlay.priorities.isEmpty ? 1 : state.overlays[index].weight[cell]
      claims += state.overlays[index].orders[cell] * weight
    }
    return claims
  }

  /// A user's part of what arrives: in proportion to its claim, or to baseline use on a day on which
  /// nobody claims anything.
  private func part(
    _ u: Int, _ k: Int, _ index: Int, _ overlay: Overlay, _ state: borrowing State,
    _ claims: Double
  ) -> Double {
    let user = overlay.users[u]
    guard claims > 0 else {
      return user.requirement * batch.economy.output[user.node]
        / overlay.importers[user.importer].use
    }
    let cell = u * width + k
    let weight = overlay.priorities.isEmpty ? 1 : state.overlays[index].weight[cell]
    return state.overlays[index].orders[cell] * weight / claims
  }

  /// What of the arrivals goes to a user, units a day.
  private func arrived(
    _ u: Int, _ k: Int, _ index: Int, _ overlay: Overlay, _ state: borrowing State,
    claims: Double
  ) -> Double {
    state.overlays[index].received[overlay.users[u].importer * width + k]
      * part(u, k, index, overlay, state, claims)
  }

  /// max(0, a·min(x0, κ)·(1 − restraint) − received − surplus), units a day (step 7), no rounding; the surplus
  /// is stock above its target, which orders draw down.
  private func shortfall(
    _ u: Int, _ k: Int, _ overlay: Overlay, _ state: borrowing State, _ index: Int, claims: Double
  ) -> Double {
    let user = overlay.users[u]
    let able = min(batch.economy.output[user.node], state.capacity[user.node * width + k])
    let need = requirement(u, k, index, overlay, state) * able
    let wanted =
      requirement(u, k, index, overlay, state)
      * state.goal[user.node * width + k]
    let target = overlay.targetDays[user.importer * width + k] * wanted
    let surplus =
      max(0, state.overlays[index].stock[u * width + k] - target) / batch.conventions.step
    let short = need - arrived(u, k, index, overlay, state, claims: claims) - surplus
    return short > InventoryModel.rounding * need ? short : 0
  }

  /// a·(1 − saving) of a user today.
  func requirement(
    _ u: Int, _ k: Int, _ index: Int, _ overlay: Overlay, _ state: borrowing State
  ) -> Double {
    overlay.users[u].requirement * (1 - state.overlays[index].saving[u * width + k])
  }

  /// use = a·min(x, ρ·x*); S += Δt·(received + released − use) (step 8).
  private func use(
    _ u: Int, _ k: Int, _ index: Int, _ overlay: Overlay, _ state: inout State, inflow: Double
  ) {
    let cell = overlay.users[u].node * width + k
    let own = u * width + k
    let a = requirement(u, k, index, overlay, state)
    let ratio = coverRatio(u, k, index, overlay, state, wanted: state.wanted[cell])
    let used = a * min(state.output[cell], ratio * state.wanted[cell])
    let change = batch.conventions.step * (inflow - used)
    state.overlays[index].stock[own] = remaining(state.overlays[index].stock[own], change: change)
  }

  /// A stock after a day; rounding may leave less than nothing by a hair, never more.
  private func remaining(_ stock: Double, change: Double) -> Double {
    let after = stock + change
    precondition(after >= -1e-9 * (stock + abs(change)), "overlay stock \(after)")
    return max(0, after)
  }

  /// Orders bring stock and goods at sea, together, back to what wanted use needs (step 10):
  /// o = a·x̂ + (n·a·x̂ + L·a·x̂ − S − sea)/τ, from 0 to (1 + γ)·a·x0, x̂ = min(D', κ).
  ///
  /// L = Σ T·travel days. Each user counts what is at sea in proportion to its wanted use (the supply
  /// line of Sterman 1989 at full weight), so that nothing is ordered twice.
  private func order(
    _ b: Int, _ k: Int, _ index: Int, _ overlay: Overlay, _ state: inout State
  ) {
    let pair = b * width + k
    var wanted = 0.0
    for u in overlay.importers[b].users {
      wanted +=
        requirement(u, k, index, overlay, state)
        * state.goal[overlay.users[u].node * width + k]
    }
    var travel = 0.0
    for i in overlay.origins.indices {
      let link = overlay.link(b, i)
      travel += state.overlays[index].shares[link * width + k] * Double(overlay.travelDays[link])
    }
    let atSea = wanted > 0 ? state.overlays[index].atSea[pair] / wanted : 0
    let days =
      overlay.targetDays[pair] + state.overlays[index].fearDays[pair] + travel - atSea
    let most = batch.parameters.overlayOrderCap[k] + state.overlays[index].fearOrders[pair]
    for u in overlay.importers[b].users {
      let own = u * width + k
      let user = overlay.users[u]
      let need =
        requirement(u, k, index, overlay, state) * state.goal[user.node * width + k]
      let gap = days * need - state.overlays[index].stock[own]
      let cap = most * user.requirement * batch.economy.output[user.node]
      state.overlays[index].orders[own] = max(0, min(need + gap * overlay.restockRate, cap))
    }
  }
}
