internal import InputOutputTables
internal import LinearAlgebra

// Rebuilding demand and its delivery (step 12).
extension InventoryModel {
  /// Adds g = G/τ_r of every column to the demand on its suppliers.
  func demandRebuilding(_ state: inout State, at moment: Moment) {
    guard !batch.rebuilding.isEmpty else { return }
    for cell in 0..<cells { state.rebuildingDemand[cell] = 0 }
    let n = batch.economy.nodeCount
    for (index, column) in batch.rebuilding.enumerated() where moment.day >= column.start {
      for i in 0..<n {
        if moment.begins(column.start) { state.rebuilding[index * n + i] = column.demand[i] }
        let asked = state.rebuilding[index * n + i] * column.rate
        state.rebuildingDemand[i * width + column.scenario] += asked
      }
    }
    for cell in 0..<cells { state.demand[cell] += state.rebuildingDemand[cell] }
  }

  /// Takes what is delivered off what remains: G −= g·q.
  func rebuild(_ state: inout State) {
    let n = batch.economy.nodeCount
    let step = batch.conventions.step
    for (index, column) in batch.rebuilding.enumerated() {
      for i in 0..<n {
        let remaining = state.rebuilding[index * n + i]
        let delivered = state.finalShare[i * width + column.scenario]
        state.rebuilding[index * n + i] = remaining - remaining * column.rate * delivered * step
      }
    }
  }
}
