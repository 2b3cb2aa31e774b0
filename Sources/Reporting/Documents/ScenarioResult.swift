package import Commodities
package import Diagnostics
package import InputOutputTables
package import RiskMetrics
package import Scenarios

/// One run of a scenario or of a variant of it, and what it costs.
package struct ScenarioResult: Sendable {
  /// Name of the variant; nil for the scenario as written.
  package let variant: String?
  /// The scenario that was run.
  package let scenario: Scenario
  /// What it costs.
  package let assessment: RiskAssessment
  /// Regions whose losses are no result of it, because the shocks on them find nothing to act on.
  package let uncomputed: Set<Int>
  /// Its days one by one; nil where no chart asks for them.
  package let paths: DailyPaths?

  /// Makes a result.
  package init(
    variant: String?, scenario: Scenario, assessment: RiskAssessment, uncomputed: Set<Int> = [],
    paths: DailyPaths? = nil
  ) {
    self.variant = variant
    self.scenario = scenario
    self.assessment = assessment
    self.uncomputed = uncomputed
    self.paths = paths
  }

  /// Whether what it costs a region is a result.
  func isComputed(_ region: Int) -> Bool { !uncomputed.contains(region) }

  /// What a region loses; nil where it was not computed.
  package func measures(of region: Int) -> RegionMeasures? {
    isComputed(region) ? assessment.regions[region] : nil
  }
}

/// A scenario on one economy of several.
package struct EconomyStudy: Sendable {
  /// What came out on it.
  package enum Outcome: Sendable {
    /// The economy that the report stands on.
    case this
    /// The study on another one.
    case other(RiskStudy)
    /// It lacks regions or sectors that the scenario names, or users of a commodity.
    case unanswered
  }

  /// The economy as the file names it.
  package let name: String
  /// What came out.
  package let outcome: Outcome

  /// Makes an entry.
  package init(name: String, outcome: Outcome) {
    self.name = name
    self.outcome = outcome
  }

  /// The entry of one draw.
  func draw(_ number: Int) -> EconomyStudy {
    guard case .other(let study) = outcome else { return self }
    return EconomyStudy(name: name, outcome: .other(study.draw(number)))
  }
}

/// A scenario's results and what they rest on: everything a risk report shows.
package struct RiskStudy: Sendable {
  /// The scenario as written, then its variants in the file's order; never empty.
  package let results: [ScenarioResult]
  /// The results over the days that all of them have, for laying them side by side.
  package let compared: [ScenarioResult]
  /// What the scenario as written loses at the ends of the assumptions that it hangs on; empty where they
  /// were not run.
  package let ranges: [LossRange]
  /// The results over draws of what is not known; nil where nothing was drawn.
  package let drawn: DrawnResults?
  /// What responses avoid and cost in the region shown first; empty where they were not run.
  package let policies: [PolicyResult]
  /// The economy.
  package let economy: Economy
  /// The commodity catalogue that scenarios index.
  package let commodities: [Commodity]
  /// What the reader must know before trusting the numbers.
  package let warnings: [Bilingual]
  /// What was found in the economy's files and taken as it is; printed with the assumptions.
  package let remarks: [Bilingual]

  /// The same scenario on each economy of the file's list, in its order; empty without a list.
  package let economies: [EconomyStudy]

  /// Makes a study; `compared`: the results over common days, where their own days differ.
  package init(
    results: [ScenarioResult], compared: [ScenarioResult]? = nil, ranges: [LossRange] = [],
    drawn: DrawnResults? = nil, policies: [PolicyResult] = [], economy: Economy,
    commodities: [Commodity],
    warnings: [Bilingual], remarks: [Bilingual] = [],
    economies: [EconomyStudy] = []
  ) {
    precondition(!results.isEmpty, "RiskStudy: no result")
    let compared = compared ?? results
    precondition(compared.count == results.count, "RiskStudy: \(compared.count) compared")
    precondition(
      Set(compared.map { $0.assessment.days }).count == 1, "RiskStudy: compared over different days"
    )
    self.results = results
    self.compared = compared
    self.ranges = ranges
    self.drawn = drawn
    self.policies = policies
    self.remarks = remarks
    self.economies = economies
    self.economy = economy
    self.commodities = commodities
    self.warnings = warnings
  }

  /// The same with what responses avoid and cost in the region that it shows first.
  package func with(_ runs: PolicyRuns, _ measured: [RiskAssessment]) -> RiskStudy {
    RiskStudy(
      results: results, compared: compared, ranges: ranges, drawn: drawn,
      policies: runs.results(
        measured, all: base.assessment, in: shownRegions.first ?? 0, of: economy,
        commodities: commodities),
      economy: economy, commodities: commodities, warnings: warnings, remarks: remarks,
      economies: economies)
  }

  /// The study of one draw: its results in place of those of the file's own values.
  func draw(_ number: Int) -> RiskStudy {
    guard let drawn else { return self }
    let cases = drawn.compared.map { $0[number] }
    return RiskStudy(
      results: [drawn.own[number]] + results.dropFirst(),
      compared: cases.isEmpty ? compared : cases, economy: economy, commodities: commodities,
      warnings: [], economies: economies.map { $0.draw(number) })
  }

  /// The scenario as written.
  package var base: ScenarioResult { results[0] }

  /// Regions that the report shows: the scenario's, or the ten with the largest losses.
  package var shownRegions: [Int] {
    let chosen = base.scenario.report.regions
    if !chosen.isEmpty { return chosen }
    return base.assessment.regions.map { ($0.region, loss: loss(of: $0.region)) }
      .sorted { ($1.loss, $0.0) < ($0.loss, $1.0) }.prefix(10).map { $0.0 }
  }

  private func loss(of region: Int) -> Double {
    base.measures(of: region)?.valueAddedLossShare ?? 0
  }

  /// A case's name: the variant's, in Japanese its own title where it states another than the file's.
  package func name(of result: ScenarioResult) -> Bilingual {
    guard let variant = result.variant else { return SubjectWord.baseline.words }
    let title = result.scenario.titleJa
    return Bilingual(variant, title == base.scenario.titleJa ? variant : title ?? variant)
  }

  /// The name of a region, by its index in the table.
  package func name(of region: Int) -> Bilingual {
    let region = economy.table.regions[region]
    return Bilingual(region.name, region.nameJa)
  }

  /// Region and sector of a node, such as `JPN 34t35 Transport Equipment`.
  func name(ofNode node: Int) -> Bilingual {
    let table = economy.table
    let sector = table.sectors[table.nodeSector[node]]
    let region = table.regions[table.nodeRegion[node]].code
    return Bilingual(
      "\(region).\(sector.code) \(sector.name)", "\(region).\(sector.code) \(sector.nameJa)")
  }

  /// Name of what limits a node.
  func name(of limit: NodeMeasures.Limit) -> Bilingual {
    switch limit {
    case .sector(let index):
      let sector = economy.table.sectors[index]
      return Bilingual("\(sector.code) \(sector.name)", "\(sector.code) \(sector.nameJa)")
    case .commodity(let index):
      return Bilingual(commodities[index].name, commodities[index].nameJa)
    }
  }

  /// Commodities that any result has, by catalogue index, in order.
  var shownCommodities: [Int] {
    Set(results.flatMap { $0.assessment.commodities.map { $0.commodity } }).sorted()
  }
}
