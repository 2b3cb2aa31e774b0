internal import Commodities
package import Diagnostics
internal import InputOutputTables
internal import Quantities
internal import RiskMetrics
internal import Scenarios

/// What a study found, in three to six sentences made from its numbers.
///
/// They stand before every table: what is missing, how long stocks last, prices, losses, what other cases
/// cost, what is not counted.
package enum Findings {
  /// The sentences, in the order in which they are read.
  package static func list(_ study: RiskStudy) -> [Bilingual] {
    let region = study.leadingRegion
    return one(SupplyFinding.list(study, region)) + one(PriceFinding.list(study, region))
      + LossFinding.list(study, region) + CaseFinding.list(study, region)
      + LimitFinding.list(study)
  }

  /// What is said of several commodities, as one of the six.
  private static func one(_ sentences: [Bilingual]) -> [Bilingual] {
    guard sentences.count > 1 else { return sentences }
    return [
      Bilingual(
        sentences.map { $0.en }.joined(separator: " "),
        sentences.map { $0.ja }.joined(separator: ""))
    ]
  }

  /// Whether the numbers are a lower bound: they are of a commodity whose files lack what would add to them.
  static func isLowerBound(_ study: RiskStudy) -> Bool {
    study.shownCommodities.contains { study.commodities[$0].isPartlyKnown }
  }

  /// The scenario's title, with what kind of number follows.
  static func title(_ study: RiskStudy) -> Bilingual {
    let scenario = study.base.scenario
    let title = Bilingual(scenario.title, scenario.titleJa ?? scenario.title)
    guard isLowerBound(study) else { return title }
    return Bilingual("\(title.en): a lower bound", "\(title.ja)：下限推計")
  }
}

extension Commodity {
  /// Whether its files lack something whose figures could only add to a loss: what they name as left out, a
  /// price's answer, users with a part of their output, importers with users.
  var isPartlyKnown: Bool {
    !omissions.isEmpty || (price.link == nil && price.demandElasticity.value == nil)
      || importers.contains { !$0.otherUses.isEmpty || !$0.isRunnable }
  }
}

extension RiskStudy {
  /// The region that findings speak of: the first that the report names, or the one that loses most.
  var leadingRegion: Int { shownRegions.first ?? 0 }

  /// What a region has of a commodity in the scenario as written; nil where that was not computed.
  func commodity(_ index: Int, in region: Int) -> CommodityMeasures? {
    guard base.isComputed(region) else { return nil }
    return base.assessment.commodities.first { $0.commodity == index && $0.region == region }
  }

  /// The range of a region's loss over an assumption; nil where it was not run.
  func range(of region: Int, over assumption: LossRange.Assumption) -> (low: Double, high: Double)?
  {
    guard base.isComputed(region) else { return nil }
    return ranges.first { $0.assumption == assumption }?.losses[region]
  }
}
