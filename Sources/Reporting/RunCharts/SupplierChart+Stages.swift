import Commodities
import Diagnostics
import InputOutputTables
import Quantities

// What stands before the origins of a commodity, and behind its importers.
extension SupplierChart {
  typealias Band = (flow: Chart.Flow, value: Double)

  /// The bands from origins to importers with those of the stages before them, where each stage is made of
  /// one, and with those to the sectors that use the commodity.
  static func allStages(
    _ direct: [Band], of index: Int, _ buyers: [Buyer], _ study: RiskStudy
  ) -> [Band] {
    let commodity = study.commodities[index]
    let stages = commodity.chain.isEmpty ? [] : commodity.chain.stages
    let depth = stages.allSatisfy { $0.inputs.count <= 1 } ? max(0, stages.count - 1) : 0
    let origins = Set(buyers.flatMap { $0.origins.map { $0.origin } })
    var amounts: [String: Double] = [:]
    for origin in origins {
      let name = PlaceName.words(origin)
      amounts[origin] = direct.filter { $0.flow.source == name }.reduce(0) { $0 + $1.value }
    }
    var before: [Band] = []
    for stage in stride(from: depth, to: 0, by: -1) {
      let found = purchases(at: stage, by: amounts, commodity)
      before += found.bands
      amounts = found.amounts
    }
    let labelled = direct.map { band -> Band in
      let source =
        depth > 0 ? staged(band.flow.source, stages[depth]) : band.flow.source
      return (Chart.Flow(stage: depth, from: source, to: band.flow.target), band.value)
    }
    return before + labelled + uses(of: commodity, buyers, column: depth + 1, study)
  }

  /// What makers of a stage buy of the stage before, in units of what they sell.
  private static func purchases(
    at stage: Int, by makers: [String: Double], _ commodity: Commodity
  ) -> (bands: [Band], amounts: [String: Double]) {
    let stages = commodity.chain.stages
    guard let input = stages[stage].inputs.first?.stage else { return ([], [:]) }
    var bands: [Band] = []
    var amounts: [String: Double] = [:]
    for (maker, amount) in makers.sorted(by: { $0.key < $1.key }) {
      for link in commodity.chain.links(of: maker, at: input) {
        let value = amount * (link.share.value ?? 0)
        guard value > 0 else { continue }
        amounts[link.seller, default: 0] += value
        bands.append(
          (
            Chart.Flow(
              stage: stage - 1, from: staged(PlaceName.words(link.seller), stages[input]),
              to: staged(PlaceName.words(maker), stages[stage])), value
          ))
      }
    }
    return (bands, amounts)
  }

  /// What importers' sectors use, and the rest of their use.
  private static func uses(
    of commodity: Commodity, _ buyers: [Buyer], column: Int, _ study: RiskStudy
  ) -> [Band] {
    buyers.flatMap { buyer -> [Band] in
      let code = study.economy.table.countryCodes[buyer.region]
      guard
        let importer = commodity.importers.first(where: {
          $0.code == code || $0.code == study.economy.table.regions[buyer.region].code
        })
      else { return [] }
      let shares =
        importer.users.map { ($0.sector, $0.shareOfUse) }
        + importer.otherUses.compactMap { use in use.share.value.map { (use.sector, $0) } }
      let name = study.name(of: buyer.region)
      let rest = 1 - shares.reduce(0) { $0 + $1.1 }
      let known = shares.filter { $0.1 > 0 }.map { sector, share -> Band in
        (Chart.Flow(stage: column, from: name, to: sectorName(sector, study)), share * buyer.use)
      }
      guard rest > 0.005, !known.isEmpty else { return known }
      let others = Bilingual("Other uses", "その他の用途")
      return known + [(Chart.Flow(stage: column, from: name, to: others), rest * buyer.use)]
    }
  }

  private static func sectorName(_ code: String, _ study: RiskStudy) -> Bilingual {
    let table = study.economy.table
    guard let index = table.sectors(standingFor: code).first else { return Bilingual(same: code) }
    return Bilingual(table.sectors[index].name, table.sectors[index].nameJa)
  }

  private static func staged(_ place: Bilingual, _ stage: Commodity.Chain.Stage) -> Bilingual {
    Bilingual("\(place.en): \(stage.name)", "\(place.ja)：\(stage.nameJa)")
  }
}
