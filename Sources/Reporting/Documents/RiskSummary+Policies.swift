internal import Diagnostics
internal import RiskMetrics

extension RiskSummary {
  /// Payer, lever, year and cost in USD.
  static func budget(_ result: ScenarioResult) -> JSON {
    .array(
      RiskReport.budget(result).map {
        [
          "payer": .string($0.payer), "lever": .string($0.lever), "year": .integer($0.year),
          "cost": .number($0.cost),
        ]
      })
  }

  /// What responses avoid and cost, money in USD; null where they were not run.
  static func policies(_ study: RiskStudy) -> JSON {
    guard !study.policies.isEmpty else { return .null }
    return .array(
      study.policies.map { policy in
        [
          "policy": .string(policy.name.en), "loss_without": .number(policy.lossWithout),
          "loss_with": .number(policy.lossWith),
          "avoided_share_of_gdp": .number(policy.avoidedShare),
          "avoided_money": .number(policy.avoidedMoney),
          "budget_cost": .number(policy.budgetCost), "buyers_cost": .number(policy.buyersCost),
          "first_year": .number(policy.firstYear), "last_year": .number(policy.lastYear),
          "horizon_cost": .number(policy.horizonCost),
          "benefit_cost": .number(policy.benefitCost),
          "at_probability": .number(policy.probability),
          "break_even_probability": .number(policy.breakEven),
        ]
      })
  }
}
