/// What changes from day to day in one overlay; arrays as in `Overlay`, the scenario innermost.
package struct OverlayState: Sendable {
  /// Stocks S of users, units, [u][m].
  package internal(set) var stock: [Double]
  /// Orders o of users, units a day, [u][m].
  var orders: [Double]
  /// Openness λ of links, [b][i][m].
  var openness: [Double]
  /// Shares T, which diversification moves, [b][i][m].
  var shares: [Double]
  /// Redirected share ρ, [b][m].
  var redirected: [Double]
  /// Whether a restriction was in force the day before, 0 or 1, [b][m].
  var wasRestricted: [Double]
  /// Flow asked over a link per unit of T·λ and orders, 1 + ρB/(1 − B); 0 where nothing is open, [b][m].
  var askFactor: [Double]
  /// Restraint of use, share, [b][m].
  var restraint: [Double]
  /// Shipments at sea by link and step, ring of travel days, [ring][m].
  var transit: [Double]
  /// Shipments that wait at a review, [ring].
  var delayed: [Double]
  /// Asked of each origin today, units a day, [i][m].
  var demand: [Double]
  /// Delivered share q of each origin today, [i][m].
  var deliveredShare: [Double]
  /// Volume left of each stockpile, units.
  package internal(set) var stockpileVolume: [Double]
  /// Day on which each stockpile's release started; −1 before.
  var stockpileStart: [Int]
  /// Steps in a row that the shortfall was above each stockpile's trigger.
  var stepsAboveTrigger: [Int]
  /// Received from abroad and home today, units a day, [b][m].
  package internal(set) var received: [Double]
  /// Released from stockpiles today, units a day, [b][m].
  package internal(set) var released: [Double]
  /// Physical shortfall before releases today, units a day, [b][m].
  package internal(set) var shortfall: [Double]

  /// The state before the first day: stocks on target, ships at sea, nothing missing.
  init(_ overlay: Overlay, width m: Int, baseline x0: [Double], stepsPerDay: Int) {
    let links = overlay.importers.count * overlay.origins.count
    let pairs = overlay.importers.count * m
    orders = overlay.users.flatMap { [Double](repeating: $0.requirement * x0[$0.node], count: m) }
    stock = overlay.users.flatMap { user in
      (0..<m).map { k in
        overlay.targetDays[user.importer * m + k] * user.requirement * x0[user.node]
      }
    }
    shares = overlay.shares
    openness = [Double](repeating: 1, count: links * m)
    redirected = [Double](repeating: 0, count: pairs)
    wasRestricted = redirected
    askFactor = redirected
    restraint = redirected
    received = redirected
    released = redirected
    shortfall = redirected
    delayed = [Double](repeating: 0, count: overlay.delays.reduce(0) { $0 + $1.days } * stepsPerDay)
    demand = [Double](repeating: 0, count: overlay.origins.count * m)
    deliveredShare = [Double](repeating: 1, count: overlay.origins.count * m)
    stockpileVolume = overlay.stockpiles.map(\.volume)
    stockpileStart = overlay.stockpiles.map { _ in -1 }
    stepsAboveTrigger = overlay.stockpiles.map { _ in 0 }
    transit = []
    for b in overlay.importers.indices {
      for i in overlay.origins.indices {
        for _ in 0..<overlay.travelDays[overlay.link(b, i)] * stepsPerDay {
          for k in 0..<m {
            let share = overlay.shares[overlay.link(b, i) * m + k]
            transit.append(share * overlay.importers[b].use)
          }
        }
      }
    }
  }
}
