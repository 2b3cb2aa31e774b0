internal import LinearAlgebra
internal import Scenarios

// Releases of strategic stocks, of one importer or of several in common (step 7; LEVERS.md C).
extension InventoryModel {
  /// Gives members of open stocks, in turn, what the rule says of A = min(rate, V/Δt, Σ short), each
  /// against what is still short, and lets what was given before arrive.
  func drawOnPools(_ overlay: Overlay, _ s: inout OverlayState, at moment: Moment) {
    var first = 0
    for (index, pool) in overlay.pools.enumerated() {
      let members = first..<first + pool.members.count
      first = members.upperBound
      let amount = amount(of: index, pool, overlay, &s, at: moment)
      share(amount, of: pool, among: members, overlay, &s)
      var given = 0.0
      for (m, member) in zip(members, pool.members) {
        given += s.stocks.given[m]
        let pair = member.importer * width + pool.scenario
        guard pool.travelDays > 0 else {
          s.released[pair] += s.stocks.given[m]
          continue
        }
        let place = pool.ringOffset + (m - members.lowerBound) * pool.travelDays
        let slot = place * moment.stepsPerDay + moment.slot(inDays: pool.travelDays)
        s.released[pair] += s.stocks.transit[slot]
        s.stocks.transit[slot] = s.stocks.given[m]
      }
      s.stocks.volume[index] = max(0, s.stocks.volume[index] - given * batch.conventions.step)
    }
  }

  /// What a member is still short of today, units a day.
  private func short(_ member: Overlay.Pool.Member, _ k: Int, _ s: OverlayState) -> Double {
    let pair = member.importer * width + k
    return max(0, s.shortfall[pair] - s.released[pair])
  }

  private func amount(
    of index: Int, _ pool: Overlay.Pool, _ overlay: Overlay, _ s: inout OverlayState,
    at moment: Moment
  ) -> Double {
    let k = pool.scenario
    var short = 0.0
    var missing = 0.0
    var use = 0.0
    var price = 1.0
    for member in pool.members {
      short += self.short(member, k, s)
      missing += s.shortfall[member.importer * width + k]
      use += overlay.use(of: member.importer, scenario: k)
      if !s.price.isEmpty {
        price = max(price, s.price[overlay.price(of: member.importer) * width + k])
      }
    }
    guard
      pool.trigger.isOpen(
        since: &s.stocks.start[index], steps: &s.stocks.steps[index], days: pool.days,
        short: missing / use, price: price, at: moment)
    else { return 0 }
    return min(pool.rate, s.stocks.volume[index] / batch.conventions.step, short)
  }

  private func share(
    _ amount: Double, of pool: Overlay.Pool, among members: Range<Int>, _ overlay: Overlay,
    _ s: inout OverlayState
  ) {
    for m in members { s.stocks.given[m] = 0 }
    guard amount > 0 else { return }
    switch pool.rule {
    case .shortfall:
      var all = 0.0
      for member in pool.members { all += short(member, pool.scenario, s) }
      for (m, member) in zip(members, pool.members) {
        s.stocks.given[m] = amount * (short(member, pool.scenario, s) / all)
      }
    case .entitlement: entitle(amount, of: pool, among: members, &s)
    case .equalCover: level(amount, of: pool, among: members, overlay, &s)
    }
  }

  /// u = min(short, A·w/Σ w of those not yet served); what one leaves passes on, unless the pool is rigid.
  private func entitle(
    _ amount: Double, of pool: Overlay.Pool, among members: Range<Int>, _ s: inout OverlayState
  ) {
    var left = amount
    for _ in members {
      var weights = 0.0
      for (m, member) in zip(members, pool.members)
      where s.stocks.given[m] < short(member, pool.scenario, s) {
        weights += member.weight
      }
      guard weights > 0, left > 0 else { return }
      let round = left
      var hasPassed = false
      for (m, member) in zip(members, pool.members) {
        let short = short(member, pool.scenario, s)
        guard s.stocks.given[m] < short else { continue }
        let part = round * member.weight / weights
        hasPassed = hasPassed || s.stocks.given[m] + part > short
        let more = min(part, short - s.stocks.given[m])
        s.stocks.given[m] += more
        left -= more
      }
      if pool.isRigid || !hasPassed { return }
    }
  }

  /// The level θ of days of cover with Σ min(short, max(0, θ − S/use)·use) = A, by bisection.
  private func level(
    _ amount: Double, of pool: Overlay.Pool, among members: Range<Int>, _ overlay: Overlay,
    _ s: inout OverlayState
  ) {
    var low = 0.0
    var high = 0.0
    for member in pool.members {
      let cover = cover(member.importer, pool.scenario, overlay, s)
      let use = overlay.use(of: member.importer, scenario: pool.scenario)
      high = max(high, cover + short(member, pool.scenario, s) / use)
    }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      var given = 0.0
      for member in pool.members { given += self.given(member, pool, overlay, s, to: middle) }
      if given < amount { low = middle } else { high = middle }
    }
    for (m, member) in zip(members, pool.members) {
      s.stocks.given[m] = given(member, pool, overlay, s, to: high)
    }
  }

  private func given(
    _ member: Overlay.Pool.Member, _ pool: Overlay.Pool, _ overlay: Overlay, _ s: OverlayState,
    to level: Double
  ) -> Double {
    let use = overlay.use(of: member.importer, scenario: pool.scenario)
    let missing = level - cover(member.importer, pool.scenario, overlay, s)
    return min(short(member, pool.scenario, s), max(0, missing) * use)
  }

  /// Days of usual use that an importer's users have in store.
  private func cover(_ b: Int, _ k: Int, _ overlay: Overlay, _ s: OverlayState) -> Double {
    var stock = 0.0
    for u in overlay.importers[b].users { stock += s.stock[u * width + k] }
    return stock / overlay.use(of: b, scenario: k)
  }
}

extension StockRelease.Trigger {
  /// Whether a stock is open on a day, given the share of use that is short today and the price over its
  /// base of yesterday; sets the day on which it started, −1 before.
  func isOpen(
    since start: inout Int, steps: inout Int, days: Int?, short: Double, price: Double,
    at moment: Moment
  ) -> Bool {
    if start < 0 {
      switch self {
      case .day(let first): if moment.day >= first { start = first }
      case .shortfall(let above, let days):
        steps = short > above ? steps + 1 : 0
        if steps >= days * moment.stepsPerDay { start = moment.day }
      case .price(let above, let days):
        steps = price > 1 + above ? steps + 1 : 0
        if steps >= days * moment.stepsPerDay { start = moment.day }
      }
    }
    guard start >= 0 else { return false }
    return days.map { moment.day < start + $0 } ?? true
  }
}
