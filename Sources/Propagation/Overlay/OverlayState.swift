/// What changes from day to day in one overlay; arrays as in `Overlay`, the scenario innermost.
package struct OverlayState: Sendable {
  /// Stocks S of users, units, [u][m].
  package internal(set) var stock: [Double]
  /// Orders o of users, units a day, [u][m].
  package internal(set) var orders: [Double]
  /// Openness λ of links, [buyer][i][m].
  package internal(set) var openness: [Double]
  /// What of it chokepoints let pass, [buyer][i][m].
  var passage: [Double]
  /// What passes the gates, and what waits.
  var gates: GateState
  package internal(set) var waiting: WaitingState
  /// Shares T, which diversification moves, [buyer][i][m].
  package internal(set) var shares: [Double]
  /// Capacity that diversification added for a link, units a day, [b][i][m].
  var added: [Double]
  /// Share T that levers moved to a link, [b][i][m].
  var led: [Double]
  /// Whether there is any.
  package internal(set) var isLed: Bool
  /// What redirection makes of orders, 1 + ρB/(1 − B), [b][m].
  var rise: [Double]
  /// Redirected share ρ, [b][m].
  package internal(set) var redirected: [Double]
  /// Whether a restriction was in force the day before, 0 or 1, [b][m].
  var wasRestricted: [Double]
  /// Use that is done without, share, [b][m].
  package internal(set) var restraint: [Double]
  /// Use that is saved in all, share of each user's, [u][m].
  package internal(set) var saving: [Double]
  /// The same of an importer's use, [b][m].
  var saved: [Double]
  /// Share of each user's output with the commodity that is lost with what replaces it, [u][m].
  var spoilt: [Double]
  /// Days of use that must stay in store, [b][m].
  package internal(set) var floorDays: [Double]
  /// Orders above the cap and days of use above the target out of fear, [b][m].
  var fearOrders: [Double]
  var fearDays: [Double]
  /// Share that each of the overlay's shifts has moved so far.
  var shifted: [Double]
  /// The most that each shift has moved while its lever lasted.
  var shiftedMost: [Double]
  /// Restrictions that spread.
  var contagion: ContagionState
  /// Makers before the last stage.
  package internal(set) var tiers: [TierState]
  /// Share left of each origin's capacity, [i][m].
  var capacityLeft: [Double]
  /// Capacity of each origin above its day-0 flows, for any buyer, units a day, [i][m].
  var grown: [Double]
  /// Share h of baseline orders that each origin's capacity covers, spare apart, [i][m].
  var able: [Double]
  /// Flow asked over each link, units a day, [b][i][m].
  package internal(set) var asked: [Double]
  /// Room for what is asked before any of it passes to others, likewise; empty where no lever moves supply.
  var firstAsked: [Double]
  /// Shipments at sea by link and step, ring of travel days, [ring][m].
  var transit: [Double]
  /// All that is at sea to an importer, units, [b][m].
  package internal(set) var atSea: [Double]
  /// Delivered share q of each origin today, [i][m].
  package internal(set) var deliveredShare: [Double]
  /// Stocks that are released and filled again.
  package internal(set) var stocks: StockState
  /// Weights of users in what arrives, [u][m]; empty where none is stated.
  var weight: [Double]
  /// What each user is short of today, units a day, [u][m].
  var userShortfall: [Double]
  /// Received from abroad and home today, units a day, [b][m].
  package internal(set) var received: [Double]
  /// Received from abroad today, units a day, [b][m].
  package internal(set) var receivedAbroad: [Double]
  /// Released from stocks today, units a day, [b][m].
  package internal(set) var released: [Double]
  /// Physical shortfall before releases today, units a day, [b][m].
  package internal(set) var shortfall: [Double]
  /// Price over its base today, [price][m]; empty where no price is computed.
  package internal(set) var price: [Double]
  /// What the price follows, on the days of its lag, [step of the ring][m]; empty without a link.
  var followed: [Double]
  /// What of baseline purchases cannot reach the market today, units a day, as `price`.
  package internal(set) var blocked: [Double]

  /// The state before the first day: stocks on target, ships at sea, nothing missing.
  ///
  /// Every array has memory of its own: what two shared would be copied by the step that first writes.
  init(_ overlay: Overlay, width m: Int, baseline x0: [Double], stepsPerDay: Int) {
    let (buyers, users) = (overlay.importers.count * m, overlay.users.count * m)
    func each(_ count: Int, _ value: Double = 0) -> [Double] {
      [Double](repeating: value, count: count)
    }
    orders = overlay.users.flatMap { each(m, $0.requirement * x0[$0.node]) }
    stock = overlay.users.flatMap { user in
      (0..<m).map { k in
        overlay.targetDays[user.importer * m + k] * user.requirement * x0[user.node]
      }
    }
    shares = overlay.shares.map { $0 }
    (openness, passage) = (each(shares.count, 1), each(shares.count, 1))
    gates = GateState(overlay, width: m)
    waiting = WaitingState(
      overlay.delays, links: overlay.shares.count / m, width: m, stepsPerDay: stepsPerDay,
      link: overlay.link)
    contagion = ContagionState(overlay)
    tiers = overlay.tiers.map { TierState($0, width: m, stepsPerDay: stepsPerDay) }
    stocks = StockState(overlay, stepsPerDay: stepsPerDay)
    let links = overlay.importers.count * overlay.origins.count * m
    (added, asked) = (each(links), each(links))
    led = overlay.led.isEmpty ? each(links) : overlay.led.map { $0 }
    isLed = !overlay.led.isEmpty
    firstAsked = each(isLed || !overlay.shifts.isEmpty ? links : 0)
    rise = each(buyers, 1)
    (redirected, wasRestricted) = (each(buyers), each(buyers))
    (restraint, saved) = (each(buyers), each(buyers))
    (saving, spoilt, userShortfall) = (each(users), each(users), each(users))
    (floorDays, fearOrders, fearDays) = (each(buyers), each(buyers), each(buyers))
    shifted = overlay.shifts.map { $0.before }
    shiftedMost = overlay.shifts.map { $0.left(on: 0) > 0 ? $0.before / $0.left(on: 0) : 0 }
    (received, receivedAbroad) = (each(buyers), each(buyers))
    (released, shortfall, atSea) = (each(buyers), each(buyers), each(buyers))
    let prices = overlay.hasPrice ? overlay.priceCount * m : 0
    (price, blocked) = (each(prices, 1), each(prices))
    followed = each((overlay.link?.lagDays ?? 0) * stepsPerDay * m, 1)
    let origins = overlay.origins.count * m
    (capacityLeft, deliveredShare, able) = (each(origins, 1), each(origins, 1), each(origins, 1))
    grown = each(origins)
    weight = each(overlay.priorities.isEmpty ? 0 : users, 1)
    transit = []
    sail(overlay, width: m, stepsPerDay: stepsPerDay)
  }

  /// Puts to sea what left before the first day.
  private mutating func sail(_ overlay: Overlay, width m: Int, stepsPerDay: Int) {
    for b in overlay.importers.indices {
      for i in overlay.origins.indices {
        let link = overlay.link(b, i)
        for _ in 0..<overlay.travelDays[link] * stepsPerDay {
          for k in 0..<m {
            let flow = overlay.shares[link * m + k] * overlay.importers[b].use
            transit.append(flow)
            atSea[b * m + k] += flow / Double(stepsPerDay)
          }
        }
      }
    }
  }
}
