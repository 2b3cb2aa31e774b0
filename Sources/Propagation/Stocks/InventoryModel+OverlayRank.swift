internal import LinearAlgebra
internal import Scenarios

// Who is served first, and stocks that are filled again (LEVERS.md C and F).
extension InventoryModel {
  /// Sets the weights of users in what arrives.
  func rank(_ overlay: Overlay, _ s: inout OverlayState, day: Int) {
    guard !overlay.priorities.isEmpty else { return }
    for index in s.weight.indices { s.weight[index] = 1 }
    for priority in overlay.priorities {
      let force = priority.window.intensity(on: day)
      s.weight[priority.user * width + priority.scenario] *= 1 + (priority.weight - 1) * force
    }
  }

  /// Serves the buyers of an origin that is short in the order of the day's rule, the last that has begun.
  ///
  /// What each gets is written into what is asked, since its share differs from link to link.
  func serveInOrder(
    _ i: Int, _ k: Int, _ overlay: Overlay, _ s: inout OverlayState, able: Double, day: Int
  ) {
    guard !overlay.serviceRules.isEmpty, s.deliveredShare[i * width + k] < 1,
      let rule = overlay.serviceRules.last(where: {
        $0.scenario == k && $0.window.intensity(on: day) > 0
      })
    else { return }
    if case .level = rule.order {
      fillUp(i, k, overlay, &s, able: able)
    } else {
      serveFirst(i, k, rule, overlay, &s, able: able)
    }
    s.deliveredShare[i * width + k] = 1
  }

  /// First-class buyers before the others: q₁ = min(1, K/D₁), then what is left.
  private func serveFirst(
    _ i: Int, _ k: Int, _ rule: Overlay.ServiceRule, _ overlay: Overlay, _ s: inout OverlayState,
    able: Double
  ) {
    var first = 0.0
    var others = 0.0
    for b in overlay.importers.indices {
      let asked = s.asked[overlay.link(b, i) * width + k]
      if rule.serves(b, origin: i, overlay) { first += asked } else { others += asked }
    }
    let served = first > able ? able / first : 1
    let left = max(0, able - first * served)
    let rest = others > left ? left / others : 1
    for b in overlay.importers.indices {
      let cell = overlay.link(b, i) * width + k
      s.asked[cell] *= rule.serves(b, origin: i, overlay) ? served : rest
    }
  }

  /// Everyone up to one level z over what it usually buys there: min(asked, z·use·T), Σ = K.
  private func fillUp(
    _ i: Int, _ k: Int, _ overlay: Overlay, _ s: inout OverlayState, able: Double
  ) {
    let level = ServiceOrder.level(count: overlay.importers.count, available: able) { b in
      let cell = overlay.link(b, i) * width + k
      return (s.asked[cell], overlay.importers[b].use * s.shares[cell])
    }
    guard level < .infinity else { return }
    for b in overlay.importers.indices {
      let cell = overlay.link(b, i) * width + k
      s.asked[cell] = min(s.asked[cell], level * overlay.importers[b].use * s.shares[cell])
    }
  }

  /// What refillings ask of an origin with or after the users, units a day; notes it as shipped.
  func refillAsked(
    of i: Int, _ k: Int, _ overlay: Overlay, _ s: inout OverlayState, isWithUsers: Bool
  ) -> Double {
    var asked = 0.0
    for (r, refilling) in overlay.refillings.enumerated()
    where refilling.scenario == k && refilling.refill.isWithUsers == isWithUsers {
      let cell = overlay.link(refilling.importer, i) * width + k
      let own = s.stocks.wanted[r] * s.shares[cell] * s.openness[cell]
      s.stocks.shipped[r * overlay.origins.count + i] = own
      asked += own
    }
    return asked
  }

  /// Cuts what refillings get of an origin: with the users by its delivered share, after them to what
  /// they leave; what those with the users get, units a day.
  func fill(
    _ i: Int, _ k: Int, _ overlay: Overlay, _ s: inout OverlayState, left: Double
  ) -> Double {
    guard !overlay.refillings.isEmpty else { return 0 }
    var withUsers = 0.0
    let asked = refillAsked(of: i, k, overlay, &s, isWithUsers: false)
    let share = asked > left ? left / asked : 1
    for (r, refilling) in overlay.refillings.enumerated() where refilling.scenario == k {
      let own = r * overlay.origins.count + i
      s.stocks.shipped[own] *=
        refilling.refill.isWithUsers ? s.deliveredShare[i * width + k] : share
      if refilling.refill.isWithUsers { withUsers += s.stocks.shipped[own] }
    }
    return withUsers
  }

  /// Takes refilling shipments to sea and into store, and finds what they ask tomorrow:
  /// min(rate, (target − V − at sea)/Δt).
  func refill(_ overlay: Overlay, _ s: inout OverlayState, at moment: Moment) {
    let step = batch.conventions.step
    for (r, refilling) in overlay.refillings.enumerated() {
      var landed = 0.0
      var place = refilling.ringOffset
      for i in overlay.origins.indices {
        let shipped = s.stocks.shipped[r * overlay.origins.count + i]
        let days = overlay.travelDays[overlay.link(refilling.importer, i)]
        var arrived = shipped
        if days > 0 {
          let slot = place * moment.stepsPerDay + moment.slot(inDays: days)
          arrived = s.stocks.cargo[slot]
          s.stocks.cargo[slot] = shipped
          place += days
        }
        s.stocks.atSea[r] += (shipped - arrived) * step
        landed += arrived * step
      }
      s.stocks.volume[refilling.pool] += landed
      let missing = max(
        0, refilling.target - s.stocks.volume[refilling.pool] - s.stocks.atSea[r])
      s.stocks.wanted[r] =
        moment.day >= refilling.refill.from ? min(refilling.rate, missing / step) : 0
    }
  }
}

extension Overlay.ServiceRule {
  /// Whether an importer is of the first class of an origin.
  func serves(_ b: Int, origin: Int, _ overlay: Overlay) -> Bool {
    switch order {
    case .named(let importers): importers.contains(b)
    case .home: overlay.origins[origin] == overlay.importers[b].code
    case .level: false
    }
  }
}
