internal import InputOutputTables
internal import LinearAlgebra

// Final demand (step 2): touched imports column by column, the rest from the table.
extension InventoryModel {
  /// Adds final demand to industry's.
  func askFinal(_ state: inout State) {
    addFinal(&state)
    if let columns = batch.columns { askColumns(&state, columns) }
    for index in batch.links.imports.indices {
      let link = batch.links.imports[index]
      let suppliers = batch.economy.suppliers(of: link.product)
      if batch.varieties == nil {
        for touch in link.scenarios {
          askTouched(&state, index: index, link: link, scenario: batch.links.touching[touch])
        }
      } else {
        askMoved(&state, index: index, link: link)
      }
      // Columns that are asked one by one leave these imports out.
      let isIn = batch.columns.map { $0.place[link.product] == nil } ?? true
      for (row, i) in suppliers.enumerated() {
        let usual = isIn ? batch.economy.regionalFinalDemand[i, link.region] : 0
        for touch in link.scenarios {
          let k = batch.links.touching[touch]
          let asked = state.finalFlow[(link.flowOffset + row) * width + k]
          state.demand[i * width + k] += asked - usual
        }
      }
    }
  }

  /// Final flows asked in one touched import, redirected column by column.
  private func askTouched(
    _ state: inout State, index: Int, link: TradeLinks.Import, scenario k: Int
  ) {
    let demand = batch.economy.finalDemand
    let suppliers = batch.economy.suppliers(of: link.product)
    for row in 0..<suppliers.count { state.finalFlow[(link.flowOffset + row) * width + k] = 0 }
    let factor = state.demandFactor[index * width + k]
    for column in batch.finalColumns[link.region] {
      var total = 0.0
      for i in suppliers { total += demand[i, column] }
      guard total > 0 else { continue }
      var blocked = 0.0
      for cell in link.cells {
        let closed = 1 - state.openness[cell * width + k]
        blocked += demand[batch.links.cells[cell].supplier, column] / total * closed
      }
      let open = 1 - blocked
      let income = income(of: column, k, state)
      let redirect =
        open > 1e-12 ? 1 + state.redirected[index * width + k] * blocked / open : 1
      for (row, i) in suppliers.enumerated() {
        let lambda = openness(of: i, link, scenario: k, state)
        state.finalFlow[(link.flowOffset + row) * width + k] +=
          demand[i, column] * factor * income * lambda * redirect
      }
    }
  }

  /// What income leaves of a column's demand, 0 to 1.
  func income(of column: Int, _ k: Int, _ state: borrowing State) -> Double {
    batch.columns == nil ? 1 : state.columns.income[column * width + k]
  }

  private func openness(
    of supplier: Int, _ link: TradeLinks.Import, scenario k: Int, _ state: borrowing State
  ) -> Double {
    for cell in link.cells where batch.links.cells[cell].supplier == supplier {
      return state.openness[cell * width + k]
    }
    return 1
  }
}
