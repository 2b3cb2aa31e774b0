internal import ComparativeStatics
internal import InputOutputTables
internal import LinearAlgebra

extension Measurement {
  /// Partial extractions of one trade link each against two factorisations and a hundred solves.
  ///
  /// Links are spread over all exporters, importers and products of a synthetic table; those with
  /// replacement over twelve products, as in a study of some critical goods.
  package static func whatIfs(regions: Int, sectors: Int, count: Int) -> [Measured] {
    let table = syntheticTable(regions: regions, sectors: sectors)
    let factored = seconds(runs: 2) { _ = try? LeontiefModel(table) }
    guard let model = try? LeontiefModel(table) else { return [] }
    let demand = table.totalFinalDemand
    let solved = seconds(runs: 5) { _ = model.output(forFinalDemand: demand) }
    let links = spreadLinks(regions: regions, sectors: sectors, count: count)
    let extracted = seconds(runs: 2) { _ = try? PartialExtractions(model, links) }
    let some = replacedLinks(regions: regions, sectors: min(12, sectors), count: count)
    let replaced = seconds(runs: 2) { _ = try? PartialExtractions(model, some) }
    let budget = 2 * factored + 100 * solved
    let name = "what_ifs_n_\(regions * sectors)"
    return [
      Measured("\(name)_lu_seconds", factored),
      Measured("\(name)_solve_seconds", solved),
      Measured("\(name)_\(count)_extractions_seconds", extracted),
      Measured("\(name)_share_of_2_lu_and_100_solves", extracted / budget),
      Measured("\(name)_replaced_share_of_2_lu_and_100_solves", replaced / budget),
    ]
  }

  /// All multipliers and linkages of a synthetic table against one LU at the machine's dgemm rate.
  package static func staticResults(
    regions: Int, sectors: Int, dgemmRate: Double
  ) -> [Measured] {
    let table = syntheticTable(regions: regions, sectors: sectors)
    let n = Double(regions * sectors)
    let time = seconds(runs: 2) {
      guard let model = try? LeontiefModel(table) else { return }
      _ = Multipliers(model)
      _ = Linkages(model)
    }
    let ideal = 2.0 / 3 * n * n * n / (dgemmRate * 1e9)
    let name = "multipliers_and_linkages_n_\(regions * sectors)"
    return [
      Measured("\(name)_seconds", time),
      Measured("\(name)_per_ideal_lu", time / ideal),
    ]
  }

  /// Single links at 100%, a different supplier each as far as there are, no region to itself.
  private static func spreadLinks(regions: Int, sectors: Int, count: Int) -> [PartialExtraction] {
    (0..<count).map { k in
      let supplier = k * 7919 % (regions * sectors)
      let exporter = supplier / sectors
      let importer = (exporter + 1 + k % max(1, regions - 1)) % regions
      let link = TradeLink(exporter: exporter, importer: importer, product: supplier % sectors)
      return PartialExtraction(links: [link], share: 1)
    }
  }

  /// Single links at 100% that the other suppliers replace, over the first so many products.
  private static func replacedLinks(
    regions: Int, sectors: Int, count: Int
  ) -> [PartialExtraction] {
    (0..<count).map { k in
      let exporter = k * 31 % regions
      let importer = (exporter + 1 + k % max(1, regions - 1)) % regions
      let link = TradeLink(exporter: exporter, importer: importer, product: k % sectors)
      return PartialExtraction(links: [link], share: 1, isReplaced: true)
    }
  }
}
