internal import Commodities
internal import InputOutputTables
internal import Scenarios

// Prices of overlay commodities (step 13): a state of the step, so that levers can answer them.
extension InventoryModel {
  /// Moves a commodity's prices over their base towards what is missing today; a price that a scenario
  /// sets stands at once.
  func priceOverlay(_ overlay: Overlay, _ s: inout OverlayState, day: Int) {
    guard let market = overlay.market else {
      guard overlay.hasPrice else { return }
      for k in 0..<width { s.price[k] = stated(k, overlay, day: day) ?? 1 }
      return
    }
    reachMakers(overlay, &s)
    for i in overlay.origins.indices {
      for k in 0..<width { s.able[i * width + k] = able(i, k, overlay, s) }
    }
    for k in 0..<width {
      for p in 0..<overlay.priceCount {
        let country = market.kind == .importer ? p : nil
        let supply = country.map { overlay.marketUse(ofCountry: $0) } ?? market.supply
        let cell = p * width + k
        let blocked = blocked(of: country, k, overlay, s)
        s.blocked[cell] = blocked.units
        if let stated = stated(k, overlay, day: day) {
          s.price[cell] = stated
          continue
        }
        let missing = missing(
          blocked, from: country, k, overlay, s, supply: supply, day: day)
        let target = market.multiple(
          missing: missing, of: supply, premium: batch.parameters.pricePremium[k])
        s.price[cell] = OverlayMarket.price(
          s.price[cell], towards: target, by: batch.parameters.priceRate[k])
      }
    }
  }

  /// The price that a scenario sets, over its base, from which it grows and to which it returns.
  func stated(_ k: Int, _ overlay: Overlay, day: Int) -> Double? {
    guard let base = overlay.basePrice[k],
      let price = overlay.statedPrices.first(where: {
        $0.scenario == k && $0.window.intensity(on: day) > 0
      })
    else { return nil }
    let share = price.window.intensity(on: day)
    return share < 1 ? 1 + (price.level / base - 1) * share : price.level / base
  }

  /// What of baseline purchases cannot reach the market of a country, or of all buyers for nil, and what
  /// users do without of the rest, units a day.
  private func blocked(
    of country: Int?, _ k: Int, _ overlay: Overlay, _ s: OverlayState
  ) -> (units: Double, saved: Double) {
    var blocked = 0.0
    var saved = 0.0
    for b in overlay.buyers
    where country == nil || (b < overlay.rest && overlay.importers[b].whole == country) {
      let use = overlay.marketUse(of: b, scenario: k)
      let share = blockedShare(b, k, overlay, s)
      blocked += use * share
      if b < overlay.rest { saved += s.saved[b * width + k] * use * (1 - share) }
    }
    for (index, refilling) in overlay.refillings.enumerated()
    where refilling.scenario == k
      && (country == nil || overlay.importers[refilling.importer].whole == country)
    {
      blocked += s.stocks.wanted[index]
    }
    return (blocked, saved)
  }

  /// What is missing from the market of a country, or of all for nil, units a day: blocked less the spare
  /// of what is not blocked, less what users do without, what the market believes of releases, and new
  /// capacity.
  private func missing(
    _ blocked: (units: Double, saved: Double), from country: Int?, _ k: Int,
    _ overlay: Overlay, _ s: OverlayState, supply: Double, day: Int
  ) -> Double {
    guard blocked.units > 0 else { return 0 }
    let released =
      batch.parameters.releaseCredit[k]
      * released(to: country, k, overlay, s, day: day)
    let spare = overlay.spareCapacity * max(0, supply - blocked.units)
    // What no buyer's shares hold yet; an importer's own market knows its own sellers alone.
    var grown = 0.0
    if country == nil || overlay.countries.count == 1 {
      for i in overlay.origins.indices { grown += s.grown[i * width + k] }
    }
    // In this order: prices keep their last bits.
    return blocked.units - spare - (blocked.saved + released) - grown
  }

  /// 1 − F of a buyer: the share of its baseline supply that cannot reach it, Σ T·(1 − λ·(1 − w)·h).
  private func blockedShare(
    _ b: Int, _ k: Int, _ overlay: Overlay, _ s: OverlayState
  ) -> Double {
    var blocked = 0.0
    for i in overlay.origins.indices {
      let cell = overlay.link(b, i) * width + k
      let moving =
        1 - s.waiting.missing(overlay.delays, cell: cell)
      blocked += s.shares[cell] * (1 - s.openness[cell] * moving * s.able[i * width + k])
    }
    return blocked
  }

  /// h, the share of what an origin is asked for at baseline orders that its capacity and what reaches it of
  /// the stage before cover, spare apart: min(1, K/d, F), d = Σ_b use·T.
  private func able(_ i: Int, _ k: Int, _ overlay: Overlay, _ s: OverlayState) -> Double {
    var asked = 0.0
    var base = 0.0
    for b in overlay.buyers {
      let cell = overlay.link(b, i) * width + k
      let use = overlay.marketUse(of: b, scenario: k)
      asked += use * s.shares[cell]
      base += use * overlay.shares[cell]
    }
    var capacity = base * s.capacityLeft[i * width + k]
    for b in overlay.importers.indices { capacity += s.added[overlay.link(b, i) * width + k] }
    capacity += s.grown[i * width + k]
    let able = asked > capacity ? capacity / asked : 1
    return min(able, reach(overlay.inputs, at: i, k, s))
  }

  /// Released stocks that the market counts, units a day: dated releases on the days on which they are
  /// offered, by any holder, the others as they are drawn.
  private func released(
    to country: Int?, _ k: Int, _ overlay: Overlay, _ s: OverlayState, day: Int
  ) -> Double {
    var total = 0.0
    for offer in overlay.offers
    where offer.scenario == k && (country == nil || offer.importer == country) {
      total += offer.amount(on: day)
    }
    for (index, pool) in overlay.pools.enumerated() where pool.scenario == k {
      let first = overlay.firstMember(of: index)
      for (m, member) in pool.members.enumerated()
      where !pool.isOffered
        && (country == nil || overlay.importers[member.importer].whole == country)
      {
        total += s.stocks.given[first + m]
      }
    }
    return total
  }
}
