package import Commodities
internal import Propagation
package import Scenarios

/// How much of a headline hangs on one assumption: losses at its low and its high end.
package struct LossRange: Sendable {
  /// An assumption whose ends are run.
  package enum Assumption: Sendable, Hashable, CaseIterable {
    /// Propensity m: what of a dearer import bill is not spent; moves the income loss.
    case propensity
    /// Reach K of a lost variety; moves the volume loss.
    case variety
    /// Dial of overlay commodities' criticality; moves the volume loss.
    case dial

    /// Its low and high end.
    package var ends: ClosedRange<Double> {
      switch self {
      case .propensity: IncomeParameters.propensityRange
      case .variety: VarietyParameters.mostRange
      case .dial: ModelParameters.criticalityDialRange
      }
    }
  }

  /// The assumption.
  package let assumption: Assumption
  /// Losses over the horizon's GDP at the low and the high end, of incomes or of volumes, by region; nil
  /// if a region has no GDP.
  package let losses: [(low: Double, high: Double)?]
}

/// Runs of one scenario beside it, at the ends of the assumptions that its headline hangs on.
package struct RangeRuns: Sendable {
  private let assumptions: [LossRange.Assumption]
  /// The scenarios: two for each assumption, the low end first.
  package let scenarios: [Scenario]

  /// Finds the assumptions that move anything in a scenario.
  package init(_ scenario: Scenario, commodities: [Commodity]) {
    let context = LeverContext(commodities: commodities)
    assumptions = LossRange.Assumption.allCases.filter { scenario.hangs(on: $0, context) }
    scenarios = assumptions.flatMap { assumption in
      [assumption.ends.lowerBound, assumption.ends.upperBound].map {
        scenario.with($0, for: assumption)
      }
    }
  }

  /// The ranges around the scenario's own result, from the results of the runs in their order.
  package func ranges(_ results: [RiskAssessment], around base: RiskAssessment) -> [LossRange] {
    precondition(results.count == scenarios.count, "RangeRuns: \(results.count) results")
    return assumptions.enumerated().map { index, assumption in
      let losses = base.regions.indices.map { region -> (low: Double, high: Double)? in
        let volume = base.regions[region].valueAddedLossShare
        let usual = assumption == .propensity ? volume ?? 0 : 0
        guard let low = results[2 * index].regions[region].valueAddedLossShare,
          let high = results[2 * index + 1].regions[region].valueAddedLossShare
        else { return nil }
        return (low - usual, high - usual)
      }
      return LossRange(assumption: assumption, losses: losses)
    }
  }
}

extension Scenario {
  /// Whether an assumption moves what the scenario's headline says.
  fileprivate func hangs(on assumption: LossRange.Assumption, _ context: LeverContext) -> Bool {
    switch assumption {
    case .propensity: model.income.show == .beside && movesPrices(context)
    case .variety: (model.variety?.most ?? 1) > 1 && strikesTable(context)
    case .dial:
      model.criticalityDial != nil && effects(in: context).contains { $0.effect.commodity != nil }
    }
  }

  /// Whether trade or capacity of the table is lost.
  private func strikesTable(_ context: LeverContext) -> Bool {
    effects(in: context).contains { _, effect in
      switch effect {
      case .open(let blockage): blockage.links.product.commodity == nil
      case .permit(let permit): permit.links.product.commodity == nil
      case .wait(let waiting): waiting.links.product.commodity == nil
      case .cap(.nodes): true
      default: false
      }
    }
  }

  /// The same at one end of an assumption; volumes alone where it moves volumes.
  fileprivate func with(_ value: Double, for assumption: LossRange.Assumption) -> Scenario {
    var model = model
    switch assumption {
    case .propensity:
      model.income.show = .within
      model.income.propensity = value
    case .variety: model.variety = model.variety?.with(most: value)
    case .dial: model.criticalityDial = value
    }
    if assumption != .propensity, model.income.show == .beside { model.income.show = .off }
    return with(model)
  }
}
