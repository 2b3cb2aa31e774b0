internal import LinearAlgebra
internal import Scenarios

// The stages of a chain before its last (LEVERS.md A). A maker works by its orders from the day before, so
// that no stage waits for another within a step; of several inputs the scarcest limits it.
extension InventoryModel {
  /// Openness, reviews, shares and capacity of a day at every stage before the last.
  func restrictMakers(_ overlay: Overlay, _ s: inout OverlayState, at moment: Moment) {
    let day = moment.day
    for (t, tier) in overlay.tiers.enumerated() {
      for index in s.tiers[t].openness.indices { s.tiers[t].openness[index] = 1 }
      for r in tier.restrictions {
        let cell = tier.link(r.importer, r.origin) * width + r.scenario
        let chance = r.spread.map { s.contagion.chance[$0] } ?? 1
        s.tiers[t].openness[cell] *= 1 - chance * r.barrier.blocked(on: day)
      }
      for index in s.tiers[t].left.indices { s.tiers[t].left[index] = 1 }
      for loss in tier.losses {
        let cell = loss.origin * width + loss.scenario
        s.tiers[t].left[cell] *= 1 - loss.share * loss.window.intensity(on: day)
      }
      for (index, delay) in tier.delays.enumerated() {
        s.tiers[t].waiting.begin(
          index, share: delay.share * delay.window.intensity(on: moment.day),
          at: delay.slot(moment))
      }
      build(tier, &s.tiers[t], day: day)
    }
  }

  /// What makers ask of each other, and what sellers before the last stage deliver.
  func askMakers(_ overlay: Overlay, _ s: inout OverlayState) {
    for (t, tier) in overlay.tiers.enumerated() {
      for a in tier.makers.indices {
        for k in 0..<width { ask(a, k, tier, &s.tiers[t]) }
      }
      if s.tiers[t].isLed { passOn(tier, &s.tiers[t]) }
      for j in tier.sellers.indices {
        for k in 0..<width {
          let cell = j * width + k
          var asked = 0.0
          for a in tier.makers.indices {
            asked += s.tiers[t].asked[tier.link(a, j) * width + k]
          }
          var able = capacity(of: cell, tier, s.tiers[t])
          able = min(able, work(min(asked, able), at: j, k, tier.inputs, overlay, &s))
          s.tiers[t].deliveredShare[cell] = asked > able ? able / asked : 1
          s.tiers[t].shipped[cell] = min(asked, able)
        }
      }
    }
  }

  /// What a seller can make, units a day, by its place and scenario.
  private func capacity(of cell: Int, _ tier: Overlay.Tier, _ s: TierState) -> Double {
    tier.sold[cell] * (1 + tier.spare) * s.left[cell] + s.moved[cell] + s.grown[cell]
  }

  private func passOn(_ tier: Overlay.Tier, _ s: inout TierState) {
    var (asked, first): ([Double], [Double]) = ([], [])
    swap(&asked, &s.asked)
    swap(&first, &s.firstAsked)
    passOn(
      tier.redirection, shares: s.shares, led: s.led, openness: s.openness, rise: s.rise,
      able: { capacity(of: $0 * width + $1, tier, s) }, &first, &asked)
    swap(&asked, &s.asked)
    swap(&first, &s.firstAsked)
  }

  /// Flows asked by one maker.
  private func ask(_ a: Int, _ k: Int, _ tier: Overlay.Tier, _ s: inout TierState) {
    let pair = a * width + k
    ask(
      s.orders[pair], by: a, tier.redirection, scenario: k, shares: s.shares,
      openness: s.openness, &s.redirected[pair], &s.wasRestricted[pair], &s.rise[pair], &s.asked)
  }

  /// Notes what the maker at a place is to make, x̂ = min(D, K), units a day, and finds the most that its stocks
  /// of inputs let it make: x·ρ with ρ the least of S/(x/η·max(m, Δt)), units a day; infinite where what it buys
  /// is not known, or it bought nothing.
  func work(
    _ output: Double, at place: Int, _ k: Int, _ inputs: [Overlay.Tier.Input], _ overlay: Overlay,
    _ s: inout OverlayState
  ) -> Double {
    var most = Double.infinity
    for input in inputs {
      guard let maker = input.maker(at: place) else { continue }
      let tier = overlay.tiers[input.tier]
      let (yield, minimum) = (tier.makers[maker].yield, tier.makers[maker].minimumDays)
      let cell = maker * width + k
      s.tiers[input.tier].wanted[cell] = output / yield
      guard tier.bought[cell] > 0 else { continue }
      most = min(
        most, s.tiers[input.tier].stock[cell] * yield / max(minimum, batch.conventions.step))
    }
    return most
  }

  /// Takes a day's shipments to the makers, who use, stock and order: S += Δt·(arrived − x/η),
  /// o = x̂/η + ((n + travel)·x̂/η − S − on the way)/τ, from 0 to (1 + γ) of baseline.
  func supplyMakers(_ overlay: Overlay, _ s: inout OverlayState, at moment: Moment) {
    for (t, tier) in overlay.tiers.enumerated() {
      for a in tier.makers.indices {
        let (product, place) = (tier.makers[a].product, tier.makers[a].place)
        let yield = tier.makers[a].yield
        for k in 0..<width {
          let cell = place * width + k
          let shipped =
            product.map { s.tiers[$0].shipped[cell] } ?? shipped(from: place, k, overlay, s)
          let added =
            product.map { s.tiers[$0].moved[cell] + s.tiers[$0].grown[cell] }
            ?? added(at: place, k, overlay, s)
          supply(
            a, k, tier, &s.tiers[t], used: shipped / yield, added: added / yield,
            rate: overlay.restockRate, at: moment)
        }
      }
    }
  }

  private func supply(
    _ a: Int, _ k: Int, _ tier: Overlay.Tier, _ s: inout TierState, used: Double, added: Double,
    rate: Double, at moment: Moment
  ) {
    let pair = a * width + k
    let step = batch.conventions.step
    var landed = 0.0
    var travel = 0.0
    for j in tier.sellers.indices {
      let link = tier.link(a, j)
      let shipped = s.waiting.hold(
        s.asked[link * width + k] * s.deliveredShare[j * width + k], tier.delays,
        cell: link * width + k, at: moment)
      travel += s.shares[link * width + k] * Double(tier.travelDays[link])
      landed += sail(
        shipped, k, days: tier.travelDays[link], ring: tier.transitOffset[link], at: moment,
        &s.transit, atSea: &s.atSea[pair])
    }
    s.stock[pair] = max(0, s.stock[pair] + step * (landed - used))
    let need = s.wanted[pair]
    let target = max(tier.makers[a].stockDays, tier.makers[a].minimumDays, step) + travel
    let gap = target * need - s.stock[pair] - s.atSea[pair]
    let cap = batch.parameters.overlayOrderCap[k] * (tier.bought[pair] + added)
    s.orders[pair] = max(0, min(need + gap * rate, cap))
  }

  /// What an origin of the last stage ships today, to importers and into stocks, units a day.
  private func shipped(
    from i: Int, _ k: Int, _ overlay: Overlay, _ s: OverlayState
  ) -> Double {
    var shipped = 0.0
    for b in overlay.importers.indices { shipped += s.asked[overlay.link(b, i) * width + k] }
    shipped *= s.deliveredShare[i * width + k]
    for (r, refilling) in overlay.refillings.enumerated() where refilling.scenario == k {
      shipped += s.stocks.shipped[r * overlay.origins.count + i]
    }
    return shipped
  }

  /// Capacity that an origin has gained since the first day, units a day.
  private func added(at i: Int, _ k: Int, _ overlay: Overlay, _ s: OverlayState) -> Double {
    var added = s.grown[i * width + k]
    for b in overlay.importers.indices { added += s.added[overlay.link(b, i) * width + k] }
    return added
  }
}
