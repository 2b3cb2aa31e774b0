internal import InputOutputTables
internal import LinearAlgebra

// Final demand of touched imports where buyers turn to others (MODEL2.md step 2).
extension InventoryModel {
  /// Final flows asked in one touched import, column by column:
  /// y·(T^w·λ + Σ T^w·moved_l · T^w·λ/Σ T^w·λ), T^w the column's shares over what has not moved.
  func askMoved(
    _ state: inout State, index: Int, link: TradeLinks.Import, scenario k: Int
  ) {
    let demand = batch.economy.finalDemand
    let suppliers = batch.economy.suppliers(of: link.product)
    for row in 0..<suppliers.count { state.finalFlow[(link.flowOffset + row) * width + k] = 0 }
    let factor = state.demandFactor[index * width + k]
    for column in batch.finalColumns[link.region] {
      var total = 0.0
      var left = 0.0
      for i in suppliers {
        total += demand[i, column]
        left += demand[i, column] * state.weight[i * width + k]
      }
      guard left > 1e-12 * total else { continue }
      let grown = movedFactor(state, link, column: column, left: left, scenario: k)
      let perUnit = factor * income(of: column, k, state) * total / left * grown
      var next = link.cells.lowerBound
      for (row, i) in suppliers.enumerated() {
        var open = 1.0
        if next < link.cells.upperBound, batch.links.cells[next].supplier == i {
          open = state.openness[next * width + k]
          next += 1
        }
        state.finalFlow[(link.flowOffset + row) * width + k] +=
          demand[i, column] * state.weight[i * width + k] * open * perUnit
      }
    }
  }

  /// 1 + Σ T^w·moved_l / Σ T^w·λ of a column; 1 where nothing is open.
  private func movedFactor(
    _ state: borrowing State, _ link: TradeLinks.Import, column: Int, left: Double,
    scenario k: Int
  ) -> Double {
    var closed = 0.0
    var moved = 0.0
    for cell in link.cells {
      let i = batch.links.cells[cell].supplier
      let share = batch.economy.finalDemand[i, column] * state.weight[i * width + k] / left
      closed += share * (1 - state.openness[cell * width + k])
      moved += share * state.variety.linkMoved[cell * width + k]
    }
    return 1 - closed > 1e-12 ? 1 + moved / (1 - closed) : 1
  }
}
