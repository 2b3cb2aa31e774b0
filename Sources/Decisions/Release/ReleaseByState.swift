/// How long a release can wait, by what is left in store: a dynamic programme on the chain over what has
/// happened so far and the stock (the form of Teisberg 1981), from the end backwards.
///
/// Of all releases that leave least use unmet it takes one that leaves none unmet earlier than need be, and
/// among those gives as late as it can: what it gives on a day must be given by then. Users draw their own stock first and a release gives no more than is short, so that what they have
/// left follows from what was given: max(0, drawable − short so far + given so far).
package struct ReleaseByState: Sendable {
  /// What must be given from a day on, for a period of `ReleaseProgramme.days`.
  package struct Rule: Sendable, Hashable {
    /// First day of the period.
    package let day: Int
    /// Left in store at its start, a share of the volume.
    package let left: Double
    /// What must be given, units a day.
    package let rate: Double
  }

  /// Use that the rules leave unmet, expected, units; what is given comes in steps of `step`.
  package let unmet: Double
  /// Least amount that is given, units.
  package let step: Double
  /// By day for as long as the longest shortage lasts, then by what is left, the most first.
  package let rules: [Rule]

  /// Shares of the volume that rules are told for.
  package static let shares = [1, 0.75, 0.5, 0.25]

  /// Solves; `rate` in units a day, nil: none. Every shortage has as many days.
  package init(
    _ shortages: [Shortage], probabilities: [Double], volume: Double, rate: Double?, earliest: Int
  ) {
    let tree = ShortageTree(shortages, probabilities, earliest: earliest)
    let chain = StoreChain(tree, volume: volume, rate: rate)
    let policy = MarkovDecision(actions: chain.actions, discount: 1).solved(tolerance: 1e-12)
    unmet = chain.unmet(policy)
    step = chain.step
    let days = Double(ReleaseProgramme.days)
    rules = tree.longest.flatMap { number in
      Self.shares.map { share in
        let stock = min(chain.stocks, Int(share * volume / chain.step + 1e-9))
        let given = policy.choices[chain.state(number, stock)]
        return Rule(
          day: tree.nodes[number].period * ReleaseProgramme.days, left: share,
          rate: Double(given) * chain.step / days)
      }
    }
  }
}

/// Cases as a tree: they are one node for as long as their shortages are the same.
private struct ShortageTree {
  struct Node {
    /// Number of the period.
    let period: Int
    /// Short in it, units.
    let short: Double
    /// Short before it, units.
    let before: Double
    /// What users can draw at the start of the run, units.
    let drawable: Double
    /// Days of it on which stock can be given.
    let openDays: Double
    /// What may follow, with its probability.
    var next: [(node: Int, probability: Double)] = []
  }

  /// What follows stands behind.
  private(set) var nodes: [Node] = []
  /// Nodes of the first period, with their probabilities.
  private(set) var roots: [(node: Int, probability: Double)] = []
  /// Nodes of the longest shortage while anything is short, in order.
  private(set) var longest: [Int] = []
  /// Number of periods.
  let periods: Int

  init(_ shortages: [Shortage], _ probabilities: [Double], earliest: Int) {
    let days = ReleaseProgramme.days
    let paths = shortages.map { shortage in
      stride(from: 0, to: shortage.daily.count, by: days).map { start in
        shortage.daily[start..<min(start + days, shortage.daily.count)].reduce(0, +)
      }
    }
    periods = paths.map(\.count).min() ?? 0
    let sums = paths.map { $0.reduce(0, +) }
    let cases = paths.indices.map {
      Case(
        path: paths[$0], drawable: shortages[$0].drawable, probability: probabilities[$0],
        isLongest: sums[$0] == sums.max())
    }
    roots = grow(cases, from: 0, earliest: earliest)
  }

  private struct Case {
    let path: [Double]
    let drawable: Double
    let probability: Double
    let isLongest: Bool
  }

  /// Adds what cases that were alike until now may bring, with probabilities among them.
  private mutating func grow(
    _ cases: [Case], from period: Int, earliest: Int
  ) -> [(node: Int, probability: Double)] {
    guard period < periods else { return [] }
    let whole = cases.reduce(0) { $0 + $1.probability }
    let days = ReleaseProgramme.days
    var found: [(node: Int, probability: Double)] = []
    var rest = cases
    while let first = rest.first {
      let alike = rest.filter { $0.path[period] == first.path[period] }
      rest.removeAll { $0.path[period] == first.path[period] }
      let number = nodes.count
      nodes.append(
        Node(
          period: period, short: first.path[period], before: first.path[..<period].reduce(0, +),
          drawable: alike.map(\.drawable).min() ?? 0,
          openDays: min(Double(days), max(0, Double((period + 1) * days - earliest)))))
      if first.path[period] > 0, alike.contains(where: \.isLongest) { longest.append(number) }
      let part = alike.reduce(0) { $0 + $1.probability }
      found.append((number, whole > 0 ? part / whole : 0))
      nodes[number].next = grow(alike, from: period + 1, earliest: earliest)
    }
    return found
  }
}

/// The tree times the stock in store, in steps that a period's highest rate is a whole number of.
private struct StoreChain {
  let step: Double
  /// Most steps in store that can matter.
  let stocks: Int
  private(set) var actions: [[MarkovDecision.Action]] = []
  private let tree: ShortageTree
  private let perPeriod: Double?

  /// Steps of the whole volume at least.
  private static let fineness = 200.0
  /// Cost of a step given a period earlier, in steps: of equal releases the later is taken.
  private static let patience = 1e-7
  /// What a step unmet a period earlier costs more, in steps: no one goes short while there is a stock.
  private static let haste = 1e-5

  init(_ tree: ShortageTree, volume: Double, rate: Double?) {
    self.tree = tree
    let most = rate.map { $0 * Double(ReleaseProgramme.days) }
    perPeriod = most
    let parts = most.map { max(1, ($0 / volume * Self.fineness).rounded(.up)) } ?? 1
    step = most.map { $0 / parts } ?? volume / Self.fineness
    let whole = volume / step + 1e-9
    let givable = most == nil ? whole : parts * Double(tree.periods)
    stocks = Int(min(whole, givable))
    actions = tree.nodes.indices.flatMap { number in
      (0...stocks).map { moves(number, stock: $0) }
    }
  }

  func state(_ node: Int, _ stock: Int) -> Int { node * (stocks + 1) + stock }

  /// What users can draw before a period: a release never fills more than was short.
  private func tanks(_ node: ShortageTree.Node, _ stock: Int) -> Double {
    let given = Double(stocks - stock) * step
    return max(0, node.drawable - max(0, node.before - given))
  }

  /// Nothing, or more and more, of what is short and can be given.
  private func moves(_ number: Int, stock: Int) -> [MarkovDecision.Action] {
    let node = tree.nodes[number]
    let tanks = tanks(node, stock)
    let share = node.openDays / Double(ReleaseProgramme.days)
    let most = min(node.short, perPeriod ?? .infinity) * share
    return (0...min(stock, Int(most / step + 1e-9))).map { count in
      let unmet = max(0, node.short - Double(count) * step - tanks)
      let ahead = Double(tree.periods - node.period)
      return MarkovDecision.Action(
        cost: unmet / step * (1 + Self.haste * ahead) + Double(count) * Self.patience * ahead,
        next: node.next.map { (state($0.node, stock - count), $0.probability) })
    }
  }

  /// Use that a policy leaves unmet, expected, units, without what patience costs.
  func unmet(_ policy: MarkovDecision.Policy) -> Double {
    var sum = 0.0
    var reached = [Double](repeating: 0, count: actions.count)
    for root in tree.roots { reached[state(root.node, stocks)] = root.probability }
    for number in tree.nodes.indices {
      let node = tree.nodes[number]
      for stock in 0...stocks {
        let chance = reached[state(number, stock)]
        guard chance > 0 else { continue }
        let count = policy.choices[state(number, stock)]
        sum += chance * max(0, node.short - Double(count) * step - tanks(node, stock))
        for next in node.next {
          reached[state(next.node, stock - count)] += chance * next.probability
        }
      }
    }
    return sum
  }
}
