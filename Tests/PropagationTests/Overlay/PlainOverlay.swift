import Commodities
import Quantities
import Foundation
import InputOutputTables
import Scenarios

/// The overlay's step, written from MODEL.md section 4 and LEVERS.md 0.4 without a look at the engine:
/// dictionaries, full histories, nothing reused from day to day but what the text calls state.
struct PlainOverlay {
  /// One day of one importer.
  struct Day {
    var received = 0.0
    var stock = 0.0
    var shortfall = 0.0
    var released = 0.0
    var output: [Double] = []
  }

  let spec: OverlaySpec
  private(set) var days: [[Day]] = []
  private(set) var prices: [[Double]] = []
  var stock: [[Double]]
  var orders: [[Double]]
  var shares: [[String: Double]]
  var added: [[String: Double]]
  /// Shares moved to an origin.
  var led: [[String: Double]]
  var (vain, redirected): ([Double], [Double])
  var wasBlocked: [Bool]
  var piles: [Double]
  var started: [Int?]
  var above: [Int]
  /// What left for importer b from an origin on a day.
  var shipped: [[String: [Int: Double]]]
  /// What entered a review's line on a day.
  var entered: [[String: [Int: [Int: Double]]]]

  init(_ spec: OverlaySpec) {
    self.spec = spec
    let empty: [String: Double] = [:]
    orders = spec.importers.map { it in it.users.map { $0.share * it.use } }
    stock = spec.importers.map { it in
      it.users.map { $0.share * it.use * max(it.stockDays, it.minimumDays, 1) }
    }
    shares = spec.importers.map(\.shares)
    added = spec.importers.map { _ in empty }
    led = added
    (vain, redirected) = (spec.importers.map { _ in 0 }, spec.importers.map { _ in 0 })
    wasBlocked = spec.importers.map { _ in false }
    piles = spec.releases.map { $0.release.holders[0].volume ?? 0 }
    started = spec.releases.map { _ in nil }
    above = spec.releases.map { _ in 0 }
    shipped = spec.importers.map { it in
      it.shares.mapValues { share in
        Dictionary(uniqueKeysWithValues: (-100..<0).map { ($0, share * it.use) })
      }
    }
    entered = spec.importers.map { _ in [:] }
    for t in 0..<spec.horizon { advance(t) }
  }

  static func force(_ w: Window, _ t: Int) -> Double {
    guard t >= w.from else { return 0 }
    guard let days = w.days, t >= w.from + days else { return 1 }
    if case .linear(let k) = w.recovery { return max(0, 1 - Double(t - w.from - days) / k) }
    return 0
  }

  func travel(_ b: Int, _ i: String) -> Int { spec.importers[b].travel[i] ?? 0 }

  /// σ of a link: the importer's share of imports through the strait, spread over A and B.
  func sigma(_ b: Int, _ i: String) -> Double {
    guard let through = spec.importers[b].through, i == "A" || i == "B" else { return 0 }
    let it = spec.importers[b]
    let carried = (it.shares["A"] ?? 0) + (it.shares["B"] ?? 0)
    guard carried > 0 else { return 0 }
    return min(1, through * it.imports(home: "R\(b)") / it.use / carried)
  }

  /// Bought through the strait by buyers without figures, by origin.
  func othersThrough(_ i: String) -> Double {
    guard spec.market == .world else { return 0 }
    var known: [String: Double] = [:]
    for (b, it) in spec.importers.enumerated() {
      for (origin, share) in it.shares {
        known[origin, default: 0] += it.use * share * sigma(b, origin)
      }
    }
    let all = known.values.reduce(0, +)
    return all > 0 ? max(0, spec.flow - all) * (known[i] ?? 0) / all : 0
  }

  /// λ towards importer b, or towards the others for nil.
  func open(_ b: Int?, _ i: String, _ t: Int) -> Double {
    if let b, i == "R\(b)" { return throughStrait(b, i, t) }
    var open = throughStrait(b, i, t)
    for ban in spec.bans where ban.origin == i && (ban.importer == nil || ban.importer == b) {
      open *= 1 - ban.share * Self.force(ban.window, t)
    }
    for r in spec.reviews where r.origin == i && (r.importer == nil || r.importer == b) {
      open *= 1 - r.covers * (1 - r.approval) * Self.force(r.window, t)
    }
    return open
  }

  func throughStrait(_ b: Int?, _ i: String, _ t: Int) -> Double {
    // Closures of one strait leave what multiplies; then one way around.
    var left = 1.0
    var relief = 0.0
    for c in spec.closures {
      left *= 1 - c.share * Self.force(c.window, t)
      relief = max(relief, spec.relief(c))
    }
    let net = max(0, 1 - left - relief)
    return 1 - net * (b.map { sigma($0, i) } ?? (othersThrough(i) > 0 ? 1 : 0))
  }

  /// Share of an origin's capacity that losses leave.
  func left(_ i: String, _ t: Int) -> Double {
    var left = 1.0
    for loss in spec.losses where loss.origins.contains(i) {
      left *= 1 - loss.share * Self.force(loss.window, t)
    }
    return left
  }

  func reviews(_ b: Int?, _ i: String) -> [Int] {
    spec.reviews.indices.filter {
      let r = spec.reviews[$0]
      return r.origin == i && i != b.map { "R\($0)" } && (r.importer == nil || r.importer == b)
        && r.covers * r.approval > 0
    }
  }

  func waits(_ r: OverlaySpec.Review) -> Double {
    let refused = r.covers * (1 - r.approval)
    return refused < 1 ? r.covers * r.approval / (1 - refused) : 0
  }

  func restraint(_ b: Int, _ t: Int) -> Double {
    var left = 1.0
    for r in spec.restraints where r.importer == b { left *= 1 - r.share * Self.force(r.window, t) }
    return 1 - left
  }

  mutating func advance(_ t: Int) {
    move(t)
    let first = spec.importers.indices.map { ask($0, t) }
    let asked = passOn(first, t)
    var served: [String: Double] = [:]
    for i in spec.origins {
      let able = shippable(i, t)
      let all = asked.reduce(0) { $0 + ($1[i] ?? 0) }
      served[i] = all > able ? able / all : 1
    }
    var today: [Day] = []
    var drawn = [Double](repeating: 0, count: spec.releases.count)
    for b in spec.importers.indices {
      today.append(live(b, t, asked[b].mapValues { $0 }, served, &drawn))
    }
    days.append(today)
    prices.append(price(t, drawn))
  }

  mutating func move(_ t: Int) {
    for shift in spec.shifts where t >= shift.from0 {
      let b = shift.importer
      let moved = min(shift.perYear / 365, shares[b][shift.from] ?? 0)
      shares[b][shift.from, default: 0] -= moved
      for target in shift.to {
        shares[b][target.origin, default: 0] += moved * target.part
        led[b][target.origin, default: 0] += moved * target.part
        added[b][target.origin, default: 0] += moved * target.part * spec.importers[b].use
      }
    }
  }

  mutating func ask(_ b: Int, _ t: Int) -> [String: Double] {
    let lambda = Dictionary(uniqueKeysWithValues: spec.origins.map { ($0, open(b, $0, t)) })
    let opened = spec.origins.reduce(0) { $0 + (shares[b][$1] ?? 0) * (lambda[$1] ?? 1) }
    let blocked = spec.origins.reduce(0) { $0 + (shares[b][$1] ?? 0) * (1 - (lambda[$1] ?? 1)) }
    redirected[b] =
      blocked > 0 && wasBlocked[b] ? min(spec.redirect.max, redirected[b] + spec.redirect.speed) : 0
    wasBlocked[b] = blocked > 0
    let all = orders[b].reduce(0, +)
    var asked: [String: Double] = [:]
    for i in spec.origins {
      let direct = (shares[b][i] ?? 0) * (lambda[i] ?? 1)
      asked[i] =
        opened > 1e-12 ? all * (direct + redirected[b] * blocked * direct / opened) : 0
    }
    vain[b] = opened > 1e-12 ? redirected[b] * blocked / opened : 0
    return asked
  }

  /// Receives, releases, uses and orders.
  mutating func live(
    _ b: Int, _ t: Int, _ asked: [String: Double], _ served: [String: Double],
    _ drawn: inout [Double]
  ) -> Day {
    let it = spec.importers[b]
    let left = 1 - restraint(b, t)
    var day = Day()
    let need = it.users.map { $0.share * it.use * left }
    var ratio: [Double] = []
    for (u, user) in it.users.enumerated() {
      let hurdle = need[u] * max(it.minimumDays, 1)
      ratio.append(hurdle > 0 ? min(1, stock[b][u] / hurdle) : 1)
      day.output.append(spec.demand[u] * (1 - user.exposed * user.criticality * (1 - ratio[u])))
    }
    for i in spec.origins {
      shipped[b][i, default: [:]][t] = leave(b, i, t, (asked[i] ?? 0) * (served[i] ?? 1))
      day.received += shipped[b][i]?[t - travel(b, i)] ?? 0
    }
    let all = orders[b].reduce(0, +)
    let arrived = it.users.indices.map {
      day.received * (all > 0 ? orders[b][$0] / all : it.users[$0].share)
    }
    let short = it.users.indices.map { u in
      let target = need[u] * max(it.stockDays, it.minimumDays, 1)
      return max(0, need[u] - arrived[u] - max(0, stock[b][u] - target))
    }
    day.shortfall = short.reduce(0, +)
    day.released = release(b, t, day.shortfall, &drawn)
    for u in it.users.indices {
      let used = need[u] * min(day.output[u] / spec.demand[u], ratio[u])
      stock[b][u] +=
        arrived[u] - used + (day.shortfall > 0 ? day.released * short[u] / day.shortfall : 0)
    }
    day.stock = stock[b].reduce(0, +)
    order(b, t, need)
    return day
  }

  mutating func leave(_ b: Int, _ i: String, _ t: Int, _ amount: Double) -> Double {
    var left = amount
    var out = 0.0
    for index in reviews(b, i) {
      let r = spec.reviews[index]
      let wait = left * waits(r) * Self.force(r.window, t)
      entered[b][i, default: [:]][index, default: [:]][t] = wait
      left -= wait
      out += entered[b][i]?[index]?[t - r.days] ?? 0
    }
    return left + out
  }

  mutating func order(_ b: Int, _ t: Int, _ need: [Double]) {
    let it = spec.importers[b]
    var sea = 0.0
    var line = 0.0
    for i in spec.origins {
      let days = travel(b, i)
      for d in 0..<days { sea += shipped[b][i]?[t - d] ?? 0 }
      line += Double(days) * (shares[b][i] ?? 0)
    }
    let all = need.reduce(0, +)
    for u in it.users.indices {
      let position = stock[b][u] + (all > 0 ? sea * need[u] / all : 0)
      let target = (max(it.stockDays, it.minimumDays, 1) + line) * need[u]
      let wish = need[u] + (target - position) / 30
      orders[b][u] = max(0, min(wish, (1 + spec.orderCap) * it.users[u].share * it.use))
    }
  }

  mutating func release(_ b: Int, _ t: Int, _ short: Double, _ drawn: inout [Double])
    -> Double
  {
    var sum = 0.0
    for (index, entry) in spec.releases.enumerated() where entry.importer == b {
      let release = entry.release
      if started[index] == nil {
        switch release.trigger {
        case .day(let first): if t >= first { started[index] = first }
        case .shortfall(let share, let days):
          above[index] = short > share * spec.importers[b].use ? above[index] + 1 : 0
          if above[index] >= days { started[index] = t }
        case .price(let share, let days):
          let price = prices.last.map { $0[spec.market == .importer ? b : 0] } ?? 1
          above[index] = price > 1 + share ? above[index] + 1 : 0
          if above[index] >= days { started[index] = t }
        }
      }
      guard let start = started[index], release.days.map({ t < start + $0 }) ?? true else {
        continue
      }
      let amount = min(release.rate ?? .infinity, piles[index], short - sum)
      piles[index] = max(0, piles[index] - amount)
      drawn[index] = amount
      sum += amount
    }
    return sum
  }
}

extension OverlaySpec {
  /// Share of the strait's flow that goes around it.
  func relief(_ closure: Closure) -> Double { flow > 0 ? min(1, closure.bypass / flow) : 0 }
}
