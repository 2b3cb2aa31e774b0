/// What changes from day to day in one overlay; arrays as in `Overlay`, the scenario innermost.
package struct OverlayState: Sendable {
  /// Stocks S of users, units, [u][m].
  package internal(set) var stock: [Double]
  /// Orders o of users, units a day, [u][m].
  var orders: [Double]
  /// Openness λ of links, [buyer][i][m].
  var openness: [Double]
  /// What of it chokepoints let pass, [buyer][i][m].
  var passage: [Double]
  /// Share of usual flow that each gate stops; before the way around: share open by cover and fleet, and
  /// share that goes around, [gate][m].
  var gateClosed: [Double]
  var gateOpen: [Double]
  /// Share of the insured ships that a government covers, [gate][m].
  var gatePublic: [Double]
  /// Share of a gate's usual flow that each detour takes.
  var detoured: [Double]
  /// Share of what ships that waits, by delay, what of it no earlier cargo replaces, and its past, ring.
  var delayShare: [Double]
  var delayFresh: [Double]
  var delayPast: [Double]
  /// Shares T, which diversification moves, [buyer][i][m].
  var shares: [Double]
  /// Capacity that diversification added for a link, units a day, [b][i][m].
  var added: [Double]
  /// Redirected share ρ, [b][m].
  var redirected: [Double]
  /// Whether a restriction was in force the day before, 0 or 1, [b][m].
  var wasRestricted: [Double]
  /// Use that is done without, share, [b][m].
  package internal(set) var restraint: [Double]
  /// Use that is saved in all, share of each user's, [u][m].
  var saving: [Double]
  /// The same of an importer's use, [b][m].
  var saved: [Double]
  /// Share of each user's output with the commodity that is lost with what replaces it, [u][m].
  var spoilt: [Double]
  /// Days of use that must stay in store, [b][m].
  var floorDays: [Double]
  /// Orders above the cap and days of use above the target out of fear, [b][m].
  var fearOrders: [Double]
  var fearDays: [Double]
  /// Share that each of the overlay's shifts has moved so far.
  var shifted: [Double]
  /// Chance p that each country of a contagion restricts, 0 to 1.
  package internal(set) var chance: [Double]
  /// Its hazard today, a year, and all that it has borne.
  var hazard: [Double]
  var borne: [Double]
  /// Share left of each origin's capacity, [i][m].
  var capacityLeft: [Double]
  /// Capacity of each origin above its day-0 flows, for any buyer, units a day, [i][m].
  var grown: [Double]
  /// Share h of baseline orders that each origin's capacity covers, spare apart, [i][m].
  var able: [Double]
  /// Flow asked over each link, units a day, [b][i][m].
  var asked: [Double]
  /// Shipments at sea by link and step, ring of travel days, [ring][m].
  var transit: [Double]
  /// All that is at sea to an importer, units, [b][m].
  package internal(set) var atSea: [Double]
  /// Shipments that wait at a review, [ring].
  var delayed: [Double]
  /// Delivered share q of each origin today, [i][m].
  var deliveredShare: [Double]
  /// Volume left of each stock, units; the day on which it opened, −1 before; steps in a row above its
  /// trigger.
  package internal(set) var poolVolume: [Double]
  var poolStart: [Int]
  var poolSteps: [Int]
  /// What each member of each pool is given today, units a day, pool by pool.
  var poolGiven: [Double]
  /// What pools have given and has not arrived, ring by member.
  var poolTransit: [Double]
  /// What each refilling asks tomorrow, units a day, and what is on its way, units.
  var refillWanted: [Double]
  var refillAtSea: [Double]
  /// What it gets of each origin today, units a day, [refilling][i], and its shipments at sea.
  var refillShipped: [Double]
  var refillTransit: [Double]
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
  /// What of baseline purchases cannot reach the market today, units a day, as `price`.
  package internal(set) var blocked: [Double]

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
    openness = [Double](repeating: 1, count: overlay.shares.count)
    passage = openness
    gateClosed = [Double](repeating: 0, count: overlay.gates.count * m)
    gateOpen = gateClosed
    gatePublic = gateClosed
    detoured = overlay.gates.detours.map { _ in 0 }
    delayShare = overlay.delays.map { _ in 0 }
    delayFresh = delayShare
    added = [Double](repeating: 0, count: links * m)
    asked = added
    redirected = [Double](repeating: 0, count: pairs)
    wasRestricted = redirected
    restraint = redirected
    saving = [Double](repeating: 0, count: overlay.users.count * m)
    saved = redirected
    spoilt = saving
    floorDays = redirected
    fearOrders = redirected
    fearDays = redirected
    shifted = overlay.shifts.map(\.before)
    chance = overlay.contagions.map { _ in 0 }
    hazard = chance
    borne = chance
    received = redirected
    receivedAbroad = redirected
    released = redirected
    shortfall = redirected
    price = [Double](
      repeating: 1, count: overlay.market == nil ? 0 : overlay.priceCount * m)
    blocked = [Double](repeating: 0, count: price.count)
    delayed = [Double](repeating: 0, count: overlay.delays.reduce(0) { $0 + $1.days } * stepsPerDay)
    delayPast = delayed
    capacityLeft = [Double](repeating: 1, count: overlay.origins.count * m)
    grown = [Double](repeating: 0, count: overlay.origins.count * m)
    deliveredShare = capacityLeft
    able = capacityLeft
    poolVolume = overlay.pools.map(\.volume)
    poolStart = overlay.pools.map { _ in -1 }
    poolSteps = overlay.pools.map { _ in 0 }
    poolGiven = overlay.pools.flatMap { $0.members.map { _ in 0 } }
    poolTransit = [Double](
      repeating: 0,
      count: overlay.pools.reduce(0) { $0 + $1.travelDays * $1.members.count } * stepsPerDay)
    refillWanted = overlay.refillings.map { _ in 0 }
    refillAtSea = refillWanted
    refillShipped = [Double](
      repeating: 0, count: overlay.refillings.count * overlay.origins.count)
    refillTransit = [Double](
      repeating: 0, count: overlay.refillings.reduce(0) { $0 + $1.ringDays } * stepsPerDay)
    weight = [Double](
      repeating: 1, count: overlay.priorities.isEmpty ? 0 : overlay.users.count * m)
    userShortfall = saving
    transit = []
    atSea = redirected
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
