package import Commodities
package import InputOutputTables
package import RiskMetrics
package import Scenarios

/// Outcomes with their places in an economy and its catalogue, ready to be read off a run.
package struct OutcomeReading: Sendable {
  /// The outcomes, in the order of columns.
  package let outcomes: [Outcome]
  private let regions: [Int]
  private let commodities: [Int?]

  /// The outcomes of a scenario: those of its report's regions, of all regions if it names none, and of
  /// the commodities that its levers move.
  ///
  /// They depend on the file alone, so that every shard writes the same columns.
  package init(_ scenario: Scenario, table: InputOutputTable, commodities: [Commodity]) {
    let chosen = scenario.report.regions
    let shown = chosen.isEmpty ? Array(table.regions.indices) : chosen
    let moved = scenario.movedCommodities(commodities)
    var found: [(outcome: Outcome, region: Int, commodity: Int?)] = []
    for region in shown {
      let code = table.regions[region].code
      for measure in Outcome.Measure.allCases where !measure.isOfCommodity {
        found.append((Outcome(measure, region: code), region, nil))
      }
      // Only a region that is an importer with figures has stocks of its own.
      for commodity in moved where commodities[commodity].canRun(in: code) {
        for measure in Outcome.Measure.allCases where measure.isOfCommodity {
          let name = commodities[commodity].name
          found.append((Outcome(measure, region: code, commodity: name), region, commodity))
        }
      }
    }
    outcomes = found.map(\.outcome)
    regions = found.map(\.region)
    self.commodities = found.map(\.commodity)
  }

  /// The numbers of a run; nil where one was not computed, or a day does not come.
  package func values(_ run: RiskAssessment, uncomputed: Set<Int>) -> [Double?] {
    outcomes.indices.map { index in
      if uncomputed.contains(regions[index]) { return nil }
      return value(outcomes[index].measure, index, run).flatMap { $0.isFinite ? $0 : nil }
    }
  }

  private func value(_ measure: Outcome.Measure, _ index: Int, _ run: RiskAssessment) -> Double? {
    let region = run.regions[regions[index]]
    let importer = run.commodities.first {
      $0.commodity == commodities[index] && $0.region == regions[index]
    }
    switch measure {
    case .gdpLossShare: return region.valueAddedLossShare
    case .incomeLossShare: return region.incomeLossShare
    case .outputLoss: return region.outputLoss
    case .unmetShare: return region.finalDemandUnmetShare
    case .peakDay: return region.worstDay.map(Double.init)
    case .worstOutputShare: return region.worstDayOutputShare
    case .recoveryDays: return region.recoveryDay.map(Double.init)
    case .consumerPriceChange: return region.consumerPriceChange
    case .firstShortDay: return importer?.firstShortDay.map(Double.init)
    case .shortDays: return (importer?.shortDays).map(Double.init)
    case .lowestCover: return importer?.stockDaysLowest
    case .pricePeak: return importer?.priceChangePeak
    }
  }
}
