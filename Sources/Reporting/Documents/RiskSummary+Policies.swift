internal import Diagnostics
internal import RiskMetrics

extension RiskSummary {
  /// The unit of budgets and policies, whatever the table counts in.
  package static let ledgerMoney = "million USD"

  /// Payer, lever, year and cost, in `ledgerMoney`.
  static func budget(_ result: ScenarioResult) -> JSON {
    .array(
      RiskReport.budget(result).map {
        [
          "payer": .string($0.payer), "lever": .string($0.lever), "year": .integer($0.year),
          "cost": .number($0.cost / 1e6),
        ]
      })
  }

  /// What responses avoid and cost, money in `ledgerMoney`; null where they were not run.
  static func policies(_ study: RiskStudy) -> JSON {
    guard !study.policies.isEmpty else { return .null }
    return .array(
      study.policies.map { policy in
        [
          "policy": .string(policy.name.en), "loss_without": .number(policy.lossWithout),
          "loss_with": .number(policy.lossWith),
          "avoided_share_of_gdp": .number(policy.avoidedShare),
          "avoided_money": .number(policy.avoidedMoney.map { $0 / 1e6 }),
          "budget_cost": .number(policy.budgetCost / 1e6),
          "buyers_cost": .number(policy.buyersCost / 1e6),
          "first_year": .number(policy.firstYear / 1e6),
          "last_year": .number(policy.lastYear / 1e6),
          "horizon_cost": .number(policy.horizonCost / 1e6),
          "benefit_cost": .number(policy.benefitCost),
          "at_probability": .number(policy.probability),
          "break_even_probability": .number(policy.breakEven),
        ]
      })
  }
}
