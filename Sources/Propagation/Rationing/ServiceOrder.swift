internal import InputOutputTables
internal import Scenarios

/// Whom suppliers of the table serve first where that is more than industry or final demand (LEVERS.md F).
///
/// Under these rules a supplier that is short, and no other, serves its users by shares of their own.
package enum ServiceOrder: Sendable {
  /// Buyers in its own region, then those abroad.
  case home
  /// Named users and final demand of named regions, then the others: by node and by region.
  case named(nodes: [Bool], regions: [Bool])
  /// Everyone up to one level over usual orders; final demand of a supplier counts as one user.
  case level

  /// The order of a batch; nil: its rule needs none.
  init?(_ conventions: Conventions, _ economy: Economy) {
    switch conventions.rationing {
    case .proportional, .intermediateFirst, .finalFirst: return nil
    case .domesticFirst: self = .home
    case .waterFilling: self = .level
    case .namedFirst:
      let named = conventions.servedFirst
      self = .named(
        nodes: (0..<economy.nodeCount).map {
          named.sectors.contains(economy.product[$0]) || named.regions.contains(economy.region[$0])
        }, regions: (0..<economy.regionCount).map { named.regions.contains($0) })
    }
  }

  /// The level z with Σ min(asked, z·base) = available: users below it get what they ask, the others z times
  /// their base. Infinite where all can be served.
  package static func level(asked: [Double], base: [Double], count: Int, available: Double)
    -> Double
  {
    level(count: count, available: available) { (asked[$0], base[$0]) }
  }

  /// The same of users one by one.
  static func level(
    count: Int, available: Double, _ user: (Int) -> (asked: Double, base: Double)
  ) -> Double {
    var level = 0.0
    // Each round takes out those who ask for less than the level; at most all of them.
    for _ in 0...count {
      var left = available
      var open = 0.0
      for j in 0..<count {
        let (asked, base) = user(j)
        guard base > 0 else { continue }
        if asked <= level * base { left -= asked } else { open += base }
      }
      guard open > 0 else { return .infinity }
      let next = max(0, left) / open
      if next <= level { break }
      level = next
    }
    return level
  }

  /// Shares of two classes served one after the other: what the first asks for, then the second.
  package static func shares(
    first: Double, rest: Double, available: Double
  ) -> (first: Double, rest: Double) {
    let served = first > 0 ? min(1, available / first) : 1
    let left = rest > 0 ? (available - max(0, first) * served) / rest : 1
    return (served, max(0, min(1, left)))
  }
}

/// What suppliers that are short send to whom; empty where a batch has no order of service.
struct ServiceState: Sendable {
  /// Whether a supplier is short in any scenario, n.
  var isShort: [Bool]
  /// What a user gets over the supplier's mean share, w·(q − mean), if it is first and if not, n × m; under
  /// a level −w·mean in `first`.
  var first: [Double]
  var rest: [Double]
  /// The level z over usual orders, n × m; infinite where the supplier is not short.
  var level: [Double]
  /// Weight w of the supplier in the orders that are served, n × m.
  var weight: [Double]
  /// Served share of final demand of regions that are first, and of the others, n × m.
  var finalFirst: [Double]
  var finalRest: [Double]
  /// Asked of the supplier at hand, and usual flows, by user and then by final demand, n + 1.
  var asked: [Double]
  var base: [Double]
  /// Final demand asked of it, and openness of its links, by region.
  var final: [Double]
  var open: [Double]

  init(_ batch: CompiledBatch) {
    let isUsed = batch.service != nil
    let nodes = isUsed ? batch.economy.nodeCount : 0
    let regions = isUsed ? batch.economy.regionCount : 0
    isShort = [Bool](repeating: false, count: nodes)
    func each(_ value: Double) -> [Double] {
      [Double](repeating: value, count: nodes * batch.width)
    }
    (first, rest) = (each(0), each(0))
    level = each(.infinity)
    weight = each(1)
    (finalFirst, finalRest) = (each(1), each(1))
    asked = [Double](repeating: 0, count: isUsed ? nodes + 1 : 0)
    base = asked.map { $0 }
    final = [Double](repeating: 0, count: regions)
    open = [Double](repeating: 1, count: regions)
  }
}
