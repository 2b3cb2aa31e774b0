/// Shares of a joint result that are fair to all who take part (Shapley 1953).
package enum Shapley {
  /// A player's share and, where orders were sampled, its standard error.
  package struct Share: Sendable, Hashable {
    /// Mean of what the player adds, over all orders of joining.
    package let value: Double
    /// Standard error; nil where every group was asked for.
    package let standardError: Double?
  }

  /// Shares from the worth of every group: index bits say who is in it, 2ⁿ values.
  package static func exact(_ worth: [Double], players: Int) -> [Share] {
    precondition(worth.count == 1 << players, "Shapley: \(worth.count) groups")
    // (k! (n − k − 1)!)/n! by group size k.
    var weight = [Double](repeating: 0, count: max(1, players))
    if players > 0 { weight[0] = 1 / Double(players) }
    for size in 1..<max(1, players) {
      weight[size] = weight[size - 1] * Double(size) / Double(players - size)
    }
    return (0..<players).map { player in
      var total = 0.0
      for group in worth.indices where group >> player & 1 == 0 {
        total += weight[group.nonzeroBitCount] * (worth[group | 1 << player] - worth[group])
      }
      return Share(value: total, standardError: nil)
    }
  }

  /// Shares from `orders` random orders of joining and their reverses (antithetic: Mitchell and others
  /// 2022); `worth` is asked for each group by who is in it.
  package static func sampled(
    players: Int, orders: Int, seed: UInt64, worth: ([Bool]) -> Double
  ) -> [Share] {
    let philox = Philox(seed: seed)
    var added = [[Double]](repeating: [], count: players)
    for number in 0..<orders {
      let order = philox.order(of: players, variable: Philox.variable(number, of: .orders))
      let there = gains(order, worth)
      let back = gains(order.reversed(), worth)
      for player in 0..<players { added[player].append((there[player] + back[player]) / 2) }
    }
    return added.map {
      Share(
        value: mean($0),
        standardError: $0.count > 1 ? (variance($0) / Double($0.count)).squareRoot() : nil)
    }
  }

  private static func gains(_ order: [Int], _ worth: ([Bool]) -> Double) -> [Double] {
    var present = [Bool](repeating: false, count: order.count)
    var gains = [Double](repeating: 0, count: order.count)
    var before = worth(present)
    for player in order {
      present[player] = true
      let after = worth(present)
      gains[player] = after - before
      before = after
    }
    return gains
  }

  /// Shapley effects (Owen 2014): shares of the variance, from Var(E(Y|X_u)) of every group u of
  /// variables, the last of which is Var(Y); dependence between variables is no obstacle.
  package static func effects(explained: [Double], variables: Int) -> [Double] {
    let all = explained[explained.count - 1]
    return exact(explained, players: variables).map { all > 0 ? $0.value / all : 0 }
  }
}
