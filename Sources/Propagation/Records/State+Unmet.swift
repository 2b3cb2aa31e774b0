internal import InputOutputTables
internal import LinearAlgebra

extension State {
  /// Positive final demand of a touched import that a scenario does not get, money a day.
  func unmet(ofImport index: Int, scenario k: Int, _ batch: CompiledBatch) -> Double {
    let link = batch.links.imports[index]
    let factor = demandFactor[index * batch.width + k]
    var unmet = 0.0
    for (offset, i) in batch.economy.suppliers(of: link.product).enumerated() {
      let wanted = batch.economy.regionalFinalDemand[i, link.region] * factor
      let asked = finalFlow[(link.flowOffset + offset) * batch.width + k]
      unmet += wanted - asked * finalShare[i * batch.width + k]
    }
    return unmet
  }
}
