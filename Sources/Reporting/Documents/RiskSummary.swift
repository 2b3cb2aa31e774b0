internal import Commodities
package import Diagnostics
internal import InputOutputTables
internal import RiskMetrics
internal import Scenarios

/// The machine-read summary, schema `sonae.summary/1` (INTERFACE.md section 4).
package enum RiskSummary {
  /// What identifies the scenario file.
  package struct Identity: Sendable {
    /// The file as the user named it.
    package let file: String
    /// SHA-256 of its text.
    package let sha256: String

    /// Makes an identity.
    package init(file: String, sha256: String) {
      self.file = file
      self.sha256 = sha256
    }
  }

  /// The summary as JSON.
  package static func json(_ study: RiskStudy, of identity: Identity, in language: Language)
    -> JSON
  {
    let about = study.economy.table.description
    let scenario = study.base.scenario
    let report = RiskReport.report(study)
    return [
      "schema": "sonae.summary/1",
      "scenario": [
        "title": .string(
          Bilingual(scenario.title, scenario.titleJa ?? scenario.title).text(in: language)),
        "file": .string(identity.file), "sha256": .string(identity.sha256),
      ],
      "economy": [
        "name": .string(about.name), "year": .integer(about.year),
        "basis": .string(about.basis?.rawValue),
        "money_unit": .string(about.moneyUnit), "sha256": .string(about.sha256),
      ],
      "days": .integer(study.base.assessment.days),
      "findings": .array(
        report.findings.map { ["en": .string($0.en), "ja": .string($0.ja)] }),
      "draws": draws(study),
      "regions": regions(study, study.base, study.drawn?.own), "nodes": nodes(study, study.base),
      "commodities": commodities(study, study.base, study.drawn?.own),
      "assumptions": .array(report.assumptions.map { .string($0.text(in: language)) }),
      "warnings": .array(report.warnings.map { .string($0.text(in: language)) }),
      "variants": .array(
        zip(1..., study.results.dropFirst()).map { number, result in
          let drawn = study.drawn(ofCase: number)
          return [
            "name": .string(result.variant), "days": .integer(result.assessment.days),
            "regions": regions(study, result, drawn),
            "nodes": nodes(study, result), "commodities": commodities(study, result, drawn),
            "warnings": .array(
              RiskReport.signs(result, study).map { .string($0.text(in: language)) }),
          ]
        }),
      "economies": .array(study.economies.map { economy($0, study) }),
      "ledger_money_unit": .string(ledgerMoney), "budget": budget(study.base),
      "policies": policies(study),
    ]
  }

  /// One economy of a list; its regions are null if it does not answer.
  private static func economy(_ entry: EconomyStudy, _ study: RiskStudy) -> JSON {
    let other = RiskReport.answer(entry, study)
    let about = other?.economy.table.description
    return [
      "economy": .string(entry.name), "name": .string(about?.name), "year": .integer(about?.year),
      "basis": .string(about?.basis?.rawValue), "money_unit": .string(about?.moneyUnit),
      "sha256": .string(about?.sha256),
      "regions": other.map { regions($0, $0.base, $0.drawn?.own) } ?? .null,
    ]
  }

  private static func regions(
    _ study: RiskStudy, _ result: ScenarioResult, _ drawn: [ScenarioResult]?
  ) -> JSON {
    .array(
      result.assessment.regions.indices.map { region in
        let m = result.measures(of: region)
        return [
          "region": .string(study.economy.table.regions[region].code),
          "output_loss": .number(m?.outputLoss), "value_added_loss": .number(m?.valueAddedLoss),
          "value_added_loss_share_of_gdp": .number(m?.valueAddedLossShare),
          "final_demand_unmet": .number(m?.finalDemandUnmet), "worst_day": .integer(m?.worstDay),
          "worst_day_output_share": .number(m?.worstDayOutputShare),
          "recovery_day": .integer(m?.recoveryDay),
          "import_bill_change_share_of_gdp": .number(m?.importBillChangeShare),
          "consumer_price_change": .number(m?.consumerPriceChange),
          "import_bill_q0dp_share_of_gdp": .number(m?.importBillAtBaseVolumeShare),
          "income_loss_share_of_gdp": .number(m?.incomeLossShare),
          "income_loss_share_of_gdp_range": range(.propensity, of: region, study, result),
          "value_added_loss_share_of_gdp_by_reach": range(.variety, of: region, study, result),
          "value_added_loss_share_of_gdp_by_dial": range(.dial, of: region, study, result),
          "value_added_loss_share_of_gdp_by_quarter": .array(
            (m?.quarterLossShares ?? []).map { .number($0) }),
          "lost_capacity_share_of_gdp": .number(m?.causes?.capacity),
          "lost_inputs_share_of_gdp": .number(m?.causes?.inputs),
          "lost_demand_share_of_gdp": .number(m?.causes?.demand),
          "ranges": ranges(of: region, drawn),
        ]
      })
  }

  /// `[low, high]` of a region's loss over an assumption, of the scenario as written; null where not run.
  private static func range(
    _ assumption: LossRange.Assumption, of region: Int, _ study: RiskStudy, _ result: ScenarioResult
  ) -> JSON {
    guard result.variant == nil, let ends = study.range(of: region, over: assumption) else {
      return .null
    }
    return .array([.number(ends.low), .number(ends.high)])
  }

  private static func nodes(_ study: RiskStudy, _ result: ScenarioResult) -> JSON {
    .array(
      result.assessment.nodes.map { node in
        let m = result.isComputed(study.economy.table.nodeRegion[node.node]) ? node : nil
        return [
          "node": .string(study.economy.table.nodeLabels[node.node]),
          "output_loss": .number(m?.outputLoss), "output_loss_share": .number(m?.outputLossShare),
          "value_added_loss": .number(m?.valueAddedLoss),
          "limited_by": .string(m?.limitedBy.map { code(of: $0, study) }),
        ]
      })
  }

  private static func code(of limit: NodeMeasures.Limit, _ study: RiskStudy) -> String {
    switch limit {
    case .sector(let index): study.economy.table.sectors[index].code
    case .commodity(let index): study.commodities[index].name
    }
  }

  private static func commodities(
    _ study: RiskStudy, _ result: ScenarioResult, _ drawn: [ScenarioResult]?
  ) -> JSON {
    .array(
      result.assessment.commodities.map { m in
        let known = result.isComputed(m.region) ? m : nil
        return [
          "commodity": .string(study.commodities[m.commodity].name),
          "region": .string(m.importer), "shortfall_share": .number(known?.shortfallShare),
          "price_change_peak": .number(known?.priceChangePeak),
          "stock_days_start": .number(m.stockDaysStart),
          "stock_days_end": .number(known?.stockDaysEnd), "released": .number(known?.released),
          "price_change_mean": .number(known?.priceChangeMean),
          "restrained": .number(known?.restrained),
          "restrained_value_added_share_of_gdp": .number(known?.forgoneShare),
          "ranges": ranges(of: m, drawn),
        ]
      })
  }
}
