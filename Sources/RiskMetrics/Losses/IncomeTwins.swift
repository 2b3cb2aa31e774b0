package import Commodities
package import Scenarios

/// Scenarios with a second run each in which dearer imports lower private demand, where a price moves.
///
/// The difference of the two runs is the income effect, so that nothing counts twice: a barrel that is
/// not received is not in the bill, and where supply binds, lower demand costs nothing more.
package struct IncomeTwins: Sendable {
  /// The scenarios and, after them, their second runs.
  package let scenarios: [Scenario]
  /// Place of each scenario's second run; nil: it has none.
  private let twin: [Int?]

  /// Finds the scenarios that show the effect beside the volumes and move a price.
  package init(_ scenarios: [Scenario], commodities: [Commodity]) {
    let context = LeverContext(commodities: commodities)
    var all = scenarios
    twin = scenarios.map { scenario in
      guard scenario.model.income.show == .beside, scenario.movesPrices(context) else {
        return nil
      }
      all.append(scenario.withIncome)
      return all.count - 1
    }
    self.scenarios = all
  }

  /// Scenarios without second runs.
  package init(alone scenarios: [Scenario]) {
    self.scenarios = scenarios
    twin = scenarios.map { _ in nil }
  }

  /// Joins results of all runs to one a scenario; `add` takes the income effect that a second run has.
  package func joined<Result>(
    _ results: [Result], add: (inout Result, Result) -> Void
  ) -> [Result] {
    precondition(results.count == scenarios.count, "IncomeTwins: \(results.count) results")
    return twin.enumerated().map { index, twin in
      var result = results[index]
      if let twin { add(&result, results[twin]) }
      return result
    }
  }
}

extension RiskAssessment {
  /// Takes the loss that a run with the income effect has more than this one, where a region's own imports
  /// are known to cost more: elsewhere it would be what partners buy less alone.
  package mutating func addIncome(_ other: RiskAssessment) {
    for index in regions.indices where regions[index].hasImportCost {
      let with = other.regions[index].valueAddedLossShare
      let without = regions[index].valueAddedLossShare
      regions[index].incomeLossShare = with.flatMap { with in without.map { with - $0 } }
    }
  }
}

extension Scenario {
  /// Whether any lever moves the price of a commodity or a currency.
  func movesPrices(_ context: LeverContext) -> Bool {
    effects(in: context).contains { _, effect in
      if case .money = effect { return true }
      return effect.commodity != nil
    }
  }

  /// The same with the income effect in the run.
  fileprivate var withIncome: Scenario {
    var model = model
    model.income.show = .within
    return with(model)
  }
}
