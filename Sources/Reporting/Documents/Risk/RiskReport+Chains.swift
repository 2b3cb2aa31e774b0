internal import Commodities
internal import Diagnostics
internal import InputOutputTables
internal import Quantities
internal import RiskMetrics

// What of a supply passes an origin at stages that importers do not see.
extension RiskReport {
  /// The origin through which most of an importer's supply passes at any stage, beside what it sells there
  /// itself; figures of the files, before what a scenario changes.
  static func chainNotes(_ study: RiskStudy) -> [Bilingual] {
    let shown = Set(study.shownRegions)
    return study.base.assessment.commodities.filter { shown.contains($0.region) }.compactMap { m in
      let commodity = study.commodities[m.commodity]
      let code = study.economy.table.countryCodes[m.region]
      guard !commodity.chain.isEmpty,
        let importer = commodity.importers.first(where: { $0.code == code })
      else { return nil }
      let makers = Set(commodity.chain.links.map { $0.seller }).subtracting(["OTHER", code])
        .sorted()
      let through = makers.map { ($0, commodity.lookThrough(on: $0, for: importer)) }
      guard let most = through.max(by: { $0.1 < $1.1 }), most.1 > 0 else { return nil }
      let direct = importer.origins.first { $0.origin == most.0 }?.share ?? 0
      let place = study.name(of: m.region)
      let (all, own) = (
        NumberFormat.brief(most.1, as: .percent), NumberFormat.brief(direct, as: .percent)
      )
      let stages = commodity.chain.stages
      let origin = PlaceName.words(most.0)
      return Bilingual(
        "Through all stages (\(stages.map { $0.name }.joined(separator: ", "))) at least \(all) of \(place.possessive.en) \(commodity.name) passes \(origin.inSentence.en), which sells it \(own) itself; makers whose inputs are not known count as their own origin.",
        "全段階（\(stages.map { $0.nameJa }.joined(separator: "、"))）を通じると\(place.ja)の\(commodity.nameJa)の少なくとも\(all)が\(origin.ja)を経由する（直接の供給は\(own)）。調達先が不明な生産者は自国産とみなす。"
      )
    }
  }
}
