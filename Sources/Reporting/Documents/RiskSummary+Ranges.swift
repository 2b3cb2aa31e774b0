internal import RiskMetrics
internal import Scenarios

// What numbers of a summary lie between over the draws of a study; null without draws.
extension RiskSummary {
  /// How the ranges were drawn.
  static func draws(_ study: RiskStudy) -> JSON {
    guard let drawn = study.drawn else { return .null }
    return [
      "count": .integer(drawn.count), "seed": .integer(drawn.seed),
      "low_share": .number(DrawnResults.shares.low),
      "high_share": .number(DrawnResults.shares.high),
    ]
  }

  /// `[low, high]` of a region's measures, each under its own key.
  static func ranges(of region: Int, _ drawn: [ScenarioResult]?) -> JSON {
    guard let drawn else { return .null }
    let measures = drawn.map { $0.measures(of: region) }
    func range(_ value: (RegionMeasures) -> Double?) -> JSON {
      self.range(measures.map { $0.flatMap(value) })
    }
    return [
      "output_loss": range { $0.outputLoss }, "value_added_loss": range { $0.valueAddedLoss },
      "value_added_loss_share_of_gdp": range { $0.valueAddedLossShare },
      "income_loss_share_of_gdp": range { $0.incomeLossShare },
      "final_demand_unmet": range { $0.finalDemandUnmet },
      "worst_day_output_share": range { $0.worstDayOutputShare },
      "recovery_day": range { $0.recoveryDay.map(Double.init) ?? .infinity },
      "consumer_price_change": range { $0.consumerPriceChange },
    ]
  }

  /// `[low, high]` of an importer's measures of a commodity, each under its own key.
  static func ranges(of measures: CommodityMeasures, _ drawn: [ScenarioResult]?) -> JSON {
    guard let drawn else { return .null }
    let found = drawn.map { result in
      result.isComputed(measures.region)
        ? result.assessment.commodities.first {
          $0.commodity == measures.commodity && $0.region == measures.region
        } : nil
    }
    func range(_ value: (CommodityMeasures) -> Double?) -> JSON {
      self.range(found.map { $0.flatMap(value) })
    }
    return [
      "shortfall_share": range { $0.shortfallShare },
      "stock_days_lowest": range { $0.stockDaysLowest },
      "first_short_day": range { $0.firstShortDay.map(Double.init) ?? .infinity },
      "price_change_peak": range { $0.priceChangePeak },
      "price_change_mean": range { $0.priceChangeMean },
    ]
  }

  private static func range(_ draws: [Double?]) -> JSON {
    DrawnRange(draws).map { .array([.number($0.low), .number($0.high)]) } ?? .null
  }
}

extension RiskStudy {
  /// Draws of a variant; nil without draws, or where cases were drawn over other days than the variant's own.
  func drawn(ofCase number: Int) -> [ScenarioResult]? {
    guard let drawn, results[number].assessment.days == compared[number].assessment.days else {
      return nil
    }
    return drawn.compared[number]
  }
}
