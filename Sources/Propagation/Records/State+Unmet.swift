internal import InputOutputTables
internal import LinearAlgebra

extension State {
  /// Positive final demand of a touched import that a scenario does not get, money a day.
  func unmet(ofImport index: Int, scenario k: Int, _ batch: CompiledBatch) -> Double {
    let link = batch.links.imports[index]
    var wanted = 0.0
    var served = 0.0
    for (offset, i) in batch.economy.suppliers(of: link.product).enumerated() {
      if batch.columns == nil {
        wanted += batch.economy.regionalFinalDemand[i, link.region]
      } else {
        for f in batch.finalColumns[link.region] {
          wanted += batch.economy.finalDemand[i, f] * columns.income[f * batch.width + k]
        }
      }
      let asked = finalFlow[(link.flowOffset + offset) * batch.width + k]
      served += asked * finalShare(of: i, in: link.region, scenario: k, batch)
    }
    return wanted * demandFactor[index * batch.width + k] - served
  }
}
