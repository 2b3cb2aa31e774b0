internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

// The overlay commodities' part of a step. An overlay has few links and users, so its loops are plain.
// What a day brings and what is asked for (steps 1 to 4).
extension InventoryModel {
  /// Openness, capacity, shares, restraint and redirected shares of a day.
  func applyOverlayShocks(_ overlay: Overlay, _ s: inout OverlayState, at moment: Moment) {
    let day = moment.day
    passGates(overlay, &s, day: day)
    for index in s.openness.indices { s.openness[index] = s.passage[index] }
    wait(overlay, &s, at: moment)
    for index in s.capacityLeft.indices { s.capacityLeft[index] = 1 }
    for r in overlay.restrictions {
      let cell = overlay.link(r.importer, r.origin) * width + r.scenario
      let chance = r.spread.map { s.contagion.chance[$0] } ?? 1
      s.openness[cell] *= 1 - chance * r.barrier.blocked(on: day)
    }
    for loss in overlay.capacityLosses {
      let cell = loss.origin * width + loss.scenario
      s.capacityLeft[cell] *= 1 - loss.share * loss.window.intensity(on: day)
    }
    restrictMakers(overlay, &s, at: moment)
    rank(overlay, &s, day: day)
    grow(overlay, &s, day: day)
    save(overlay, &s, day: day)
    fear(overlay, &s, day: day)
    for index in overlay.shifts.indices { move(index, overlay, &s, day: day) }
  }

  /// Flows asked over the links, and the share of them that each origin can deliver.
  func askOverlay(_ overlay: Overlay, _ s: inout OverlayState, day: Int) {
    for b in overlay.importers.indices {
      for k in 0..<width { ask(b, k, overlay, &s) }
    }
    if s.isLed {
      var (asked, first): ([Double], [Double]) = ([], [])
      swap(&asked, &s.asked)
      swap(&first, &s.firstAsked)
      passOn(
        overlay.redirection, shares: s.shares, led: s.led, openness: s.openness, rise: s.rise,
        able: { capacity(of: $0, $1, overlay, s) }, &first, &asked)
      swap(&asked, &s.asked)
      swap(&first, &s.firstAsked)
    }
    askMakers(overlay, &s)
    for i in overlay.origins.indices {
      for k in 0..<width {
        var asked = 0.0
        for b in overlay.importers.indices { asked += s.asked[overlay.link(b, i) * width + k] }
        var able = capacity(of: i, k, overlay, s)
        able = min(able, work(min(asked, able), at: i, k, overlay.inputs, overlay, &s))
        asked += refillAsked(of: i, k, overlay, &s, isWithUsers: true)
        s.deliveredShare[i * width + k] = asked > able ? able / asked : 1
        let filling = fill(i, k, overlay, &s, left: max(0, able - asked))
        serveInOrder(i, k, overlay, &s, able: able - filling, day: day)
      }
    }
  }

  /// Flows asked by one importer.
  private func ask(_ b: Int, _ k: Int, _ overlay: Overlay, _ s: inout OverlayState) {
    let orders = orders(b, k, overlay, s)
    let pair = b * width + k
    ask(
      orders, by: b, overlay.redirection, scenario: k, shares: s.shares, openness: s.openness,
      &s.redirected[pair], &s.wasRestricted[pair], &s.rise[pair], &s.asked)
  }

  func orders(_ b: Int, _ k: Int, _ overlay: Overlay, _ s: OverlayState) -> Double {
    overlay.importers[b].users.reduce(0) { $0 + s.orders[$1 * width + k] }
  }

  /// What an origin can ship, units a day: what is open of its day-0 flows and their spare, and what
  /// diversification added.
  ///
  /// The spare of a closed strait is behind it, and what it stops is not free for others; what a state
  /// bans is: K = Σ_b passage·(base·left·(1 + spare) + added) + grown.
  private func capacity(of i: Int, _ k: Int, _ overlay: Overlay, _ s: OverlayState) -> Double {
    let left = s.capacityLeft[i * width + k] * (1 + overlay.spareCapacity)
    var able = s.grown[i * width + k]
    for b in overlay.importers.indices {
      let cell = overlay.link(b, i) * width + k
      let base = overlay.importers[b].use * overlay.shares[cell]
      able += s.passage[cell] * (base * left + s.added[cell])
      guard !overlay.firm.isEmpty, overlay.firm[cell] > 0 else { continue }
      able -=
        s.passage[cell] * overlay.firm[cell] * overlay.importers[b].use * overlay.spareCapacity
        * s.capacityLeft[i * width + k]
    }
    return able
  }
}
