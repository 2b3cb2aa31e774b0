/// What changes from day to day between two stages of a chain; arrays as in `Overlay.Tier`, the scenario
/// innermost.
package struct TierState: Sendable {
  /// Makers' stocks S of what they buy, units, [a][m].
  package internal(set) var stock: [Double]
  /// Their orders o, units a day, [a][m].
  package internal(set) var orders: [Double]
  /// What they want to make in units of what they buy, x̂/η, units a day, [a][m].
  var wanted: [Double]
  /// All that is on the way to them, units, [a][m].
  package internal(set) var atSea: [Double]
  /// Redirected share ρ, and whether something was restricted the day before, [a][m].
  package internal(set) var redirected: [Double]
  var wasRestricted: [Double]
  /// Share h of what sellers are asked for that they can send, [j][m].
  var able: [Double]
  /// Share F of baseline supply that can reach them, [a][m].
  var reach: [Double]
  /// Shares T, which moved supply changes, [a][j][m].
  package internal(set) var shares: [Double]
  /// Share T that levers moved to a link, [a][j][m].
  var led: [Double]
  /// Whether there is any.
  var isLed = false
  /// What redirection makes of orders, 1 + ρB/(1 − B), [a][m].
  var rise: [Double]
  /// Share that each shift has moved.
  var shifted: [Double]
  /// Openness λ of links, [a][j][m].
  package internal(set) var openness: [Double]
  /// Flow asked over links, units a day, [a][j][m].
  package internal(set) var asked: [Double]
  /// Room for what is asked before any of it passes to others, likewise; empty where no lever moves supply.
  var firstAsked: [Double]
  /// On the way by link and step, [ring][m].
  var transit: [Double]
  /// What waits at reviews.
  package internal(set) var waiting: WaitingState
  /// Share left of sellers' capacity, [j][m].
  var left: [Double]
  /// Capacity that moved supply and new plants added, units a day, [j][m].
  var moved: [Double]
  var grown: [Double]
  /// Delivered share q of sellers, [j][m].
  package internal(set) var deliveredShare: [Double]
  /// What sellers ship, units a day, [j][m].
  package internal(set) var shipped: [Double]

  /// The state before the first day: stocks on target, shipments on the way, nothing missing.
  init(_ tier: Overlay.Tier, width m: Int, stepsPerDay: Int) {
    func each(_ count: Int, _ value: Double) -> [Double] {
      [Double](repeating: value, count: count)
    }
    let (makers, sellers) = (tier.makers.count * m, tier.sellers.count * m)
    orders = tier.bought.map { $0 }
    wanted = tier.bought.map { $0 }
    stock = tier.makers.enumerated().flatMap { a, maker in
      let days = max(maker.stockDays, maker.minimumDays, 1 / Double(stepsPerDay))
      return (0..<m).map { tier.bought[a * m + $0] * days }
    }
    atSea = each(makers, 0)
    redirected = each(makers, 0)
    wasRestricted = each(makers, 0)
    able = each(sellers, 1)
    reach = each(makers, 1)
    shares = tier.shares.map { $0 }
    led = each(tier.shares.count, 0)
    rise = each(makers, 1)
    firstAsked = each(tier.shifts.isEmpty ? 0 : tier.shares.count, 0)
    shifted = tier.shifts.map { $0.before }
    openness = each(tier.shares.count, 1)
    asked = each(tier.shares.count, 0)
    waiting = WaitingState(
      tier.delays, links: tier.shares.count / m, width: m, stepsPerDay: stepsPerDay,
      link: tier.link)
    left = each(sellers, 1)
    moved = each(sellers, 0)
    grown = each(sellers, 0)
    deliveredShare = each(sellers, 1)
    shipped = tier.sold.map { $0 }
    transit = []
    for a in tier.makers.indices {
      for j in tier.sellers.indices {
        let link = tier.link(a, j)
        for _ in 0..<tier.travelDays[link] * stepsPerDay {
          for k in 0..<m {
            let flow = tier.shares[link * m + k] * tier.bought[a * m + k]
            transit.append(flow)
            atSea[a * m + k] += flow / Double(stepsPerDay)
          }
        }
      }
    }
  }
}
