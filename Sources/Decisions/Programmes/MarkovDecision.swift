/// Decisions over time on finitely many states: each action costs something and leads to states by chance.
package struct MarkovDecision: Sendable {
  /// An action in a state.
  package struct Action: Sendable {
    /// What it costs at once.
    package let cost: Double
    /// Where it leads; probabilities sum to 1, or it ends everything if there are none.
    package let next: [(state: Int, probability: Double)]

    /// Makes an action.
    package init(cost: Double, next: [(state: Int, probability: Double)]) {
      self.cost = cost
      self.next = next
    }
  }

  /// The best policy: what each state costs from now on, and its action.
  package struct Policy: Sendable {
    /// Least expected cost, discounted, by state.
    package let costs: [Double]
    /// Index of the best action, by state; the first of equals.
    package let choices: [Int]
    /// Times that every state was looked at.
    package let sweeps: Int
    /// No cost is further from the best than this.
    package let error: Double
  }

  /// Actions by state, at least one each.
  package let actions: [[Action]]
  /// What a cost one step later counts now, 0 to 1; at 1 every path must come to an end.
  package let discount: Double

  /// Makes a problem.
  package init(actions: [[Action]], discount: Double) {
    precondition(actions.allSatisfy { !$0.isEmpty }, "MarkovDecision: a state without actions")
    precondition((0...1).contains(discount), "MarkovDecision: discount \(discount)")
    self.actions = actions
    self.discount = discount
  }

  /// The best policy by value iteration, states in falling order, each from the newest costs (Puterman
  /// 1994, 6.3.3): where actions lead to later states alone, two sweeps settle everything.
  package func solved(tolerance: Double = 1e-9, most: Int = 100_000) -> Policy {
    var costs = [Double](repeating: 0, count: actions.count)
    var choices = [Int](repeating: 0, count: actions.count)
    var sweeps = 0
    var change = Double.infinity
    while change > tolerance, sweeps < most {
      change = 0
      sweeps += 1
      for state in actions.indices.reversed() {
        var best = Double.infinity
        for (index, action) in actions[state].enumerated() {
          let cost = cost(of: action, costs)
          if cost < best {
            best = cost
            choices[state] = index
          }
        }
        change = max(change, abs(best - costs[state]))
        costs[state] = best
      }
    }
    // The contraction's bound; at discount 1 nothing has changed in the last sweep.
    let error = discount < 1 ? change * discount / (1 - discount) : change
    return Policy(costs: costs, choices: choices, sweeps: sweeps, error: error)
  }

  private func cost(of action: Action, _ costs: [Double]) -> Double {
    var cost = action.cost
    for (state, probability) in action.next { cost += discount * probability * costs[state] }
    return cost
  }
}
