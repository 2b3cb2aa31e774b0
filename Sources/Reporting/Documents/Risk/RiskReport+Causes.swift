internal import Diagnostics
internal import InputOutputTables
internal import Quantities
internal import RiskMetrics

extension RiskReport {
  /// The most regions beside those that the report shows.
  private static let most = 8

  /// What took the regions' output: those that the report shows, then the others that lose most.
  static func causes(_ study: RiskStudy) -> Table {
    let regions = regionsByCause(study)
    let hasIncome = regions.contains { study.base.measures(of: $0)?.incomeLossShare != nil }
    return Table(
      name: "causes", title: Bilingual("What the losses come from", "損失の要因"),
      columns: [
        TableColumn("region", SubjectWord.region.words, kind: .text),
        TableColumn("value_added_loss_share_of_gdp", Words.gdpLoss, kind: .number(.percent)),
        share("lost_capacity_share_of_gdp", "Own capacity", "自らの能力"),
        share("lost_inputs_share_of_gdp", "Inputs", "投入"),
        share("lost_demand_share_of_gdp", "Demand", "需要"),
      ] + (hasIncome ? [.incomeLoss] : []),
      rows: regions.map { region in
        let name = TableCell.text(study.name(of: region))
        let m = study.base.measures(of: region)
        return [
          name, .number(m?.valueAddedLossShare, or: .notApplicable),
          .number(m?.causes?.capacity, or: .notApplicable),
          .number(m?.causes?.inputs, or: .notApplicable),
          .number(m?.causes?.demand, or: .notApplicable),
        ] + (hasIncome ? [.number(m?.incomeLossShare, or: .notComputed)] : [])
      },
      notes: [UncountedExporters(study).note(study)].compactMap { $0 } + [
        Bilingual(
          "Loss of GDP is the sum of three: what the region could not have made with every input at hand, since its own capacity was struck; what it lacked inputs for; and what else its customers did not ask for, since they made or earned less or turned to others; negative where they turned to the region."
            + (hasIncome ? " Income loss comes on top." : ""),
          "GDP損失は三つの和：能力そのものが失われ、投入がすべて揃っても作れなかった分、投入が足りなかった分、ほかに顧客の減産・減収や切替えで注文されなかった分（注文が増えた地域では負）。"
            + (hasIncome ? "所得損失はこれに加わる。" : "")
        )
      ])
  }

  private static func share(_ name: String, _ en: String, _ ja: String) -> TableColumn {
    TableColumn(name, Bilingual(en, ja), unit: Words.ofGDP, kind: .number(.percent))
  }

  private static func regionsByCause(_ study: RiskStudy) -> [Int] {
    func loss(_ region: Int) -> Double {
      study.base.measures(of: region)?.wholeLossShare ?? 0
    }
    let shown = study.shownRegions.filter { study.base.isComputed($0) }
    guard shown.contains(where: { loss($0) >= 1e-5 || loss($0) <= -1e-5 }) else { return [] }
    let others = study.economy.table.regions.indices.filter {
      !shown.contains($0) && study.base.isComputed($0) && loss($0) >= 1e-5
    }
    return shown + others.sorted { loss($0) > loss($1) }.prefix(most)
  }
}
