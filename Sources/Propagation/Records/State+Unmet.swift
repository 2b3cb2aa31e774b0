internal import InputOutputTables
internal import LinearAlgebra

extension State {
  /// Positive final demand of a touched import that each scenario touching it does not get, money a day.
  ///
  /// `unmet`: by scenario, set where one touches the import; `wanted`: room for as many.
  func takeUnmet(
    ofImport index: Int, _ batch: CompiledBatch, into unmet: inout [Double],
    room wanted: inout [Double]
  ) {
    let link = batch.links.imports[index]
    for touch in link.scenarios {
      let k = batch.links.touching[touch]
      (wanted[k], unmet[k]) = (0, 0)
    }
    for (offset, i) in batch.economy.suppliers(of: link.product).enumerated() {
      addWanted(of: i, link, batch, to: &wanted)
      for touch in link.scenarios {
        let k = batch.links.touching[touch]
        let asked = finalFlow[(link.flowOffset + offset) * batch.width + k]
        unmet[k] += asked * finalShare(of: i, in: link.region, scenario: k, batch)
      }
    }
    for touch in link.scenarios {
      let k = batch.links.touching[touch]
      unmet[k] = wanted[k] * demandFactor[index * batch.width + k] - unmet[k]
    }
  }

  /// The same, by scenario; 0 for those that do not touch the import.
  func unmet(ofImport index: Int, _ batch: CompiledBatch) -> [Double] {
    var unmet = [Double](repeating: 0, count: batch.width)
    var room = unmet
    takeUnmet(ofImport: index, batch, into: &unmet, room: &room)
    return unmet
  }

  /// Adds what the importer's final demand wants of one supplier at its usual income, or at today's.
  private func addWanted(
    of i: Int, _ link: TradeLinks.Import, _ batch: CompiledBatch, to wanted: inout [Double]
  ) {
    guard batch.columns != nil else {
      let usual = batch.economy.regionalFinalDemand[i, link.region]
      for touch in link.scenarios { wanted[batch.links.touching[touch]] += usual }
      return
    }
    for f in batch.finalColumns[link.region] {
      let usual = batch.economy.finalDemand[i, f]
      for touch in link.scenarios {
        let k = batch.links.touching[touch]
        wanted[k] += usual * columns.income[f * batch.width + k]
      }
    }
  }
}
