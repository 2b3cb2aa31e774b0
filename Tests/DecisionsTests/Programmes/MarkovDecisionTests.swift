import Decisions
import Foundation
import Testing

@Suite struct MarkovDecisionTests {
  /// Teisberg's stock of crude oil (GAMS model library, markov, seq 82): state 2·level + disruption.
  private static func teisberg() -> MarkovDecision {
    let levels = (0..<8).map { 3.0 * Double($0) }
    let (g, e, q, d, k, pn, h) = (0.25, 0.1, 110.0, -130.0, 342.0, 34.526, 0.32)
    let chances = [[0.8, 0.2], [0.5, 0.5]]
    let action = { (stock: Double, disruption: Int, target: Int) -> MarkovDecision.Action in
      let next = levels[target]
      let supply = q - 11 * Double(disruption) - d - (next - stock)
      let p = pow(k / supply, 1 / e)
      let welfare = d * (p - pn) + k * (pow(p, 1 - e) - pow(pn, 1 - e)) / (1 - e)
      return MarkovDecision.Action(
        cost: g * welfare + p * (next - stock) + h * next,
        next: (0..<2).map { (2 * target + $0, chances[disruption][$0]) })
    }
    var actions: [[MarkovDecision.Action]] = []
    for stock in levels {
      for disruption in 0..<2 {
        actions.append(levels.indices.map { action(stock, disruption, $0) })
      }
    }
    return MarkovDecision(actions: actions, discount: 0.95)
  }

  @Test func teisbergsStockComesOutToItsDigits() {
    let policy = Self.teisberg().solved(tolerance: 1e-11)
    #expect(abs(0.0625 * policy.costs.reduce(0, +) - 2401.57725415) < 5e-9)
    let targets = { (disruption: Int) in
      (0..<8).map { 3 * policy.choices[2 * $0 + disruption] }
    }
    #expect(targets(0) == [3, 3, 6, 6, 9, 12, 15, 18])
    #expect(targets(1) == [0, 0, 3, 3, 6, 9, 9, 12])
    #expect(policy.error < 1e-9)
  }

  @Test func aSpeculatorInPetroleumComesOutToItsDigits() {
    // Stock 0 … 1000 by 100, prices 40, 75, 125, holding 0.02, at most two steps of stock a month.
    let chances = [[0.9, 0.1, 0], [0.4, 0.5, 0.1], [0, 0.2, 0.8]]
    let prices = [40.0, 75, 125]
    let action = { (market: Int, stock: Int, target: Int) -> MarkovDecision.Action in
      let bought = 100 * Double(target - stock)
      return MarkovDecision.Action(
        cost: prices[market] * bought + 0.02 * 100 * Double(target),
        next: (0..<3).map { (3 * target + $0, chances[market][$0]) })
    }
    var actions: [[MarkovDecision.Action]] = []
    for stock in 0...10 {
      for market in 0..<3 {
        let targets = max(0, stock - 2)...min(10, stock + 2)
        actions.append(targets.map { action(market, stock, $0) })
      }
    }
    let policy = MarkovDecision(actions: actions, discount: 0.995).solved(tolerance: 1e-9)
    #expect(abs(-policy.costs.reduce(0, +) - 10_020_634.7799) < 1e-3)
    #expect(abs(-policy.costs[0] - 271_781.4675) < 1e-3)
  }

  @Test func costsSatisfyTheEquationTheySolve() {
    let problem = Self.teisberg()
    let policy = problem.solved(tolerance: 1e-11)
    for (state, actions) in problem.actions.enumerated() {
      let least =
        actions.map { action in
          action.next.reduce(action.cost) { $0 + 0.95 * $1.probability * policy.costs[$1.state] }
        }.min() ?? .nan
      #expect(abs(least - policy.costs[state]) < 1e-8)
    }
  }

  @Test func whatComesToAnEndIsSettledInTwoSweeps() {
    let end = [MarkovDecision.Action(cost: 2, next: [])]
    let chain = (0..<5).map { state in
      [MarkovDecision.Action(cost: 1, next: [(state + 1, 1)])]
    }
    let policy = MarkovDecision(actions: chain + [end], discount: 1).solved()
    #expect(policy.costs == [7, 6, 5, 4, 3, 2])
    #expect(policy.sweeps == 2 && policy.error == 0)
  }
}
