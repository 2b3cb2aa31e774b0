import Commodities
import Diagnostics
import InputOutputTables
import RiskMetrics
import Scenarios

/// Who sells what the scenario stops, in physical units: the model has what buyers lack, not what these
/// sellers lose, so that a loss beside their names is that of their other trade alone.
struct UncountedExporters {
  /// Codes of the origins, as the commodity's files and the scenario have them.
  let codes: Set<String>
  /// The table's regions that hold them.
  let regions: Set<Int>

  /// The exporters of a study's scenario as written.
  init(_ study: RiskStudy) {
    let struck = study.base.scenario.effects(in: LeverContext(commodities: study.commodities))
      .flatMap { Self.origins(of: $0.effect, study.commodities) }
    codes = Set(struck)
    regions = Set(
      codes.compactMap { code in
        study.economy.table.regions.firstIndex { $0.code == code }
          ?? study.economy.table.region(ofCountry: code)
          // What has no region of its own is in the rest of the world.
          ?? study.economy.table.regions.firstIndex { $0.code == "ROW" }
      })
  }

  private static func origins(of effect: Effect, _ commodities: [Commodity]) -> [String] {
    switch effect {
    case .open(let blockage): origins(of: blockage.links, commodities)
    case .cap(.origins(let loss)):
      loss.origins.flatMap { members($0.code, of: commodities[loss.commodity]) }
    default: []
    }
  }

  private static func origins(of links: LinkSet, _ commodities: [Commodity]) -> [String] {
    switch links {
    case .trade(.commodity(let index), let exporter, _):
      members(exporter.code, of: commodities[index])
    case .trade: []
    case .stage(_, let index, let exporter, _): members(exporter.code, of: commodities[index])
    case .route(let index, let chokepoint, _):
      commodities[index].importers.flatMap { importer in
        importer.routes.filter { $0.chokepoint == chokepoint }.flatMap { $0.origins }
          + importer.ways.filter { $0.chokepoints.contains(chokepoint) }.flatMap { $0.origins }
      }
    }
  }

  /// The members of a commodity's group; a code that is none stands for itself.
  private static func members(_ code: String, of commodity: Commodity) -> [String] {
    commodity.groups.first { $0.code == code }?.members ?? [code]
  }

  /// Says whose lost sales are in no number; nil where the table has none of them.
  func note(_ study: RiskStudy) -> Bilingual? {
    guard !regions.isEmpty else { return nil }
    let names = FindingText.list(regions.sorted().map { study.name(of: $0) })
    return Bilingual(
      "What these can no longer sell of the commodities that are stopped is in no number here: \(names.en). Their own losses are larger than the table shows.",
      "止まる物資を売れなくなる輸出国（\(names.ja)）の売上減は、どの数値にも含まれない。これらの国自身の損失は表の値より大きい。")
  }
}

extension Scenario {
  /// What it blocks on links, in the file's order.
  func blockages(_ commodities: [Commodity]) -> [Blockage] {
    effects(in: LeverContext(commodities: commodities)).compactMap { _, effect in
      if case .open(let blockage) = effect { blockage } else { nil }
    }
  }
}
