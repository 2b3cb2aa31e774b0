import InputOutputTables
import LinearAlgebra
import Propagation

/// Watches that commodities neither appear nor vanish in a run, and that nobody gets more than is asked
/// (LEVERS.md M), by importer, stock and maker, to 1e-9 of what moves and lies there.
struct MaterialBalance: Observer {
  /// What did not balance, at most a few.
  private(set) var failures: [String] = []
  /// How many balances were drawn up in which something waited, was released, filled a stock again or was
  /// bought by a maker.
  private(set) var seen = (waiting: 0, released: 0, filled: 0, made: 0)

  private var before: [OverlayState] = []

  mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    for (index, overlay) in batch.overlays.enumerated() where index < before.count {
      var step = OverlayStep(
        overlay: overlay, before: before[index], now: state.overlays[index], width: batch.width,
        length: moment.share)
      for k in 0..<batch.width {
        for b in overlay.importers.indices {
          step.weighShipments(to: b, k)
          step.weighStocks(of: b, k, state, batch)
        }
        step.weighPools(k)
        for t in overlay.tiers.indices { step.weighMakers(of: t, k) }
      }
      seen.waiting += step.seen.waiting
      seen.released += step.seen.released
      seen.filled += step.seen.filled
      seen.made += step.seen.made
      if failures.count < 5 { failures += step.failures.map { "day \(moment.day): \($0)" } }
    }
    before = state.overlays
  }
}

/// A step of an overlay, its state before and after.
private struct OverlayStep {
  let overlay: Overlay
  let before: OverlayState
  let now: OverlayState
  let width: Int
  /// Δt, days.
  let length: Double
  var failures: [String] = []
  var seen = (waiting: 0, released: 0, filled: 0, made: 0)

  init(overlay: Overlay, before: OverlayState, now: OverlayState, width: Int, length: Double) {
    self.overlay = overlay
    self.before = before
    self.now = now
    self.width = width
    self.length = length
  }

  /// `left` of what has `size` must be nothing.
  private mutating func expectNothing(_ left: Double, of size: Double, _ name: String) {
    if !(abs(left) <= 1e-9 * size) { failures.append("\(name): \(left) of \(size)") }
  }

  private mutating func expectAtMost(_ value: Double, _ most: Double, _ name: String) {
    if !(value >= 0 && value <= most * (1 + 1e-9) + 1e-12) {
      failures.append("\(name): \(value) over \(most)")
    }
  }

  /// Units that wait on the way to a buyer.
  private func waiting(
    _ state: WaitingState, _ delays: [Overlay.Delay], _ buyer: Int, _ k: Int
  ) -> Double {
    let stepsPerDay = Int((1 / length).rounded())
    return delays.reduce(0) { sum, delay in
      guard delay.importer == buyer, delay.scenario == k else { return sum }
      let ring = delay.ringOffset * stepsPerDay..<(delay.ringOffset + delay.days) * stepsPerDay
      return sum + state.cargo[ring].reduce(0, +) * length
    }
  }

  /// What origins ship is received, or has come to be at sea or to wait; none ships more than is asked by
  /// the orders of the day before.
  mutating func weighShipments(to b: Int, _ k: Int) {
    let pair = b * width + k
    var shipped = 0.0
    var (open, blocked) = (0.0, 0.0)
    for i in overlay.origins.indices {
      let cell = overlay.link(b, i) * width + k
      shipped += now.asked[cell] * now.deliveredShare[i * width + k]
      open += now.shares[cell] * now.openness[cell]
      blocked += now.shares[cell] * (1 - now.openness[cell])
    }
    let wait = waiting(now.waiting, overlay.delays, b, k)
    let waited = waiting(before.waiting, overlay.delays, b, k)
    if wait > 0 { seen.waiting += 1 }
    let size = overlay.importers[b].use + now.atSea[pair] + wait + now.received[pair]
    expectNothing(
      (shipped - now.received[pair]) * length - (now.atSea[pair] - before.atSea[pair])
        - (wait - waited), of: size, "shipments to \(b)")
    let orders = overlay.importers[b].users.reduce(0) { $0 + before.orders[$1 * width + k] }
    let redirect = open > 1e-12 ? 1 + now.redirected[pair] * blocked / open : 0
    var (all, most) = (0.0, 0.0)
    for i in overlay.origins.indices {
      let cell = overlay.link(b, i) * width + k
      let sent = now.asked[cell] * now.deliveredShare[i * width + k]
      let usual = orders * now.shares[cell] * now.openness[cell] * redirect
      // What one is asked in vain may pass to another.
      if !now.isLed { expectAtMost(sent, usual, "asked by \(b) of \(i)") }
      (all, most) = (all + sent, most + usual)
    }
    expectAtMost(all, most, "asked by \(b)")
  }

  /// Users' stocks change by what arrives and is released, less what they use: a·min(x, ρ·x*).
  mutating func weighStocks(
    of b: Int, _ k: Int, _ state: borrowing State, _ batch: CompiledBatch
  ) {
    let pair = b * width + k
    var change = 0.0
    var used = 0.0
    var stock = 0.0
    for u in overlay.importers[b].users {
      let user = overlay.users[u]
      let (own, node) = (u * width + k, user.node * width + k)
      let need = user.requirement * (1 - now.saving[own])
      let kept = now.floorDays[pair] * user.requirement * batch.economy.output[user.node]
      let least = need * state.wanted[node] * max(overlay.importers[b].minimumDays, length)
      let ratio = least > 0 ? min(1, max(0, before.stock[own] - kept) / least) : 1
      used += need * min(state.output[node], ratio * state.wanted[node])
      change += now.stock[own] - before.stock[own]
      stock += now.stock[own]
      if !(now.stock[own] >= 0) { failures.append("stock of user \(u): \(now.stock[own])") }
    }
    let size = overlay.importers[b].use + stock + now.received[pair] + now.released[pair]
    expectNothing(
      change - length * (now.received[pair] + now.released[pair] - used), of: size, "stock of \(b)")
  }

  /// Stocks change by what is given and what fills them; what is given is released or on its way.
  mutating func weighPools(_ k: Int) {
    var first = 0
    var (given, onTheWay, size) = (0.0, 0.0, 0.0)
    let stepsPerDay = Int((1 / length).rounded())
    for (p, pool) in overlay.pools.enumerated() {
      let members = first..<first + pool.members.count
      first = members.upperBound
      guard pool.scenario == k else { continue }
      let own = now.stocks.given[members].reduce(0, +)
      given += own * length
      let ring = pool.ringOffset * stepsPerDay
      let slots = ring..<ring + pool.travelDays * pool.members.count * stepsPerDay
      onTheWay +=
        (now.stocks.transit[slots].reduce(0, +) - before.stocks.transit[slots].reduce(0, +))
        * length
      size += now.stocks.volume[p] + own + now.stocks.transit[slots].reduce(0, +)
      if !(now.stocks.volume[p] >= 0) { failures.append("pool \(p): \(now.stocks.volume[p])") }
      expectNothing(
        now.stocks.volume[p] - before.stocks.volume[p] + own * length - filled(p),
        of: pool.volume + now.stocks.volume[p], "pool \(p)")
    }
    let released = overlay.importers.indices.reduce(0) { $0 + now.released[$1 * width + k] }
    expectNothing(given - onTheWay - released * length, of: size + released, "releases")
    if released > 0 { seen.released += 1 }
  }

  /// What landed in a stock in the step, units.
  private mutating func filled(_ pool: Int) -> Double {
    var landed = 0.0
    for (r, refilling) in overlay.refillings.enumerated() where refilling.pool == pool {
      let own = r * overlay.origins.count..<(r + 1) * overlay.origins.count
      let shipped = now.stocks.shipped[own].reduce(0, +) * length
      landed += shipped - (now.stocks.atSea[r] - before.stocks.atSea[r])
      if shipped > 0 { seen.filled += 1 }
    }
    return landed
  }

  /// Each input of a maker: what its sellers ship comes into its stock, is on the way or waits, and what it
  /// makes takes its part of the stock.
  mutating func weighMakers(of t: Int, _ k: Int) {
    let tier = overlay.tiers[t]
    let (s, past) = (now.tiers[t], before.tiers[t])
    for a in tier.makers.indices {
      let pair = a * width + k
      var shipped = 0.0
      var asked = 0.0
      for j in tier.sellers.indices {
        let cell = tier.link(a, j) * width + k
        shipped += s.asked[cell] * s.deliveredShare[j * width + k]
        asked += s.asked[cell]
      }
      let wait = waiting(s.waiting, tier.delays, a, k)
      let waited = waiting(past.waiting, tier.delays, a, k)
      let made = tier.makers[a].product.map {
        now.tiers[$0].shipped[tier.makers[a].place * width + k]
      }
      let used = (made ?? sold(by: tier.makers[a].place, k)) / tier.makers[a].yield
      let size = tier.bought[pair] + s.stock[pair] + s.atSea[pair] + wait
      expectNothing(
        (shipped - used) * length - (s.stock[pair] - past.stock[pair])
          - (s.atSea[pair] - past.atSea[pair]) - (wait - waited), of: size, "tier \(t), maker \(a)")
      expectAtMost(shipped, asked, "tier \(t), maker \(a)")
      if !(s.stock[pair] >= 0) { failures.append("tier \(t), maker \(a): \(s.stock[pair])") }
      if shipped > 0 { seen.made += 1 }
    }
  }

  /// What an origin of the last stage ships, into stocks too.
  private func sold(by i: Int, _ k: Int) -> Double {
    let sold = overlay.importers.indices.reduce(0) {
      $0 + now.asked[overlay.link($1, i) * width + k] * now.deliveredShare[i * width + k]
    }
    return overlay.refillings.indices.reduce(sold) {
      overlay.refillings[$1].scenario == k
        ? $0 + now.stocks.shipped[$1 * overlay.origins.count + i] : $0
    }
  }
}

/// Two observers of one run.
struct BothObservers<First: Observer, Second: Observer>: Observer {
  var first: First
  var second: Second

  mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch) {
    first.observe(moment, state: state, batch: batch)
    second.observe(moment, state: state, batch: batch)
  }
}
