internal import InputOutputTables
internal import LinearAlgebra

// Final demand of touched imports where buyers turn to others (MODEL2.md step 2).
extension InventoryModel {
  /// Final flows asked in one touched import, column by column, of all scenarios that touch it:
  /// y·(T^w·λ + Σ T^w·moved_l · T^w·λ/Σ T^w·λ), T^w the column's shares over what has not moved.
  func askMoved(_ state: inout State, index: Int, link: TradeLinks.Import) {
    let suppliers = batch.economy.suppliers(of: link.product)
    for row in 0..<suppliers.count {
      for touch in link.scenarios {
        let k = batch.links.touching[touch]
        state.finalFlow[(link.flowOffset + row) * width + k] = 0
      }
    }
    for column in batch.finalColumns[link.region] {
      weighColumn(&state, index: index, link: link, column: column)
      askColumn(&state, link: link, column: column)
    }
  }

  /// What is asked of a column's suppliers per unit of y·w·λ: f·total/left·(1 + Σ T^w·moved_l / Σ T^w·λ);
  /// the last factor 1 where nothing is open, all 0 where no supplier is left.
  private func weighColumn(
    _ state: inout State, index: Int, link: TradeLinks.Import, column: Int
  ) {
    let demand = batch.economy.finalDemand
    var total = 0.0
    for touch in link.scenarios { state.moved.left[batch.links.touching[touch]] = 0 }
    for i in batch.economy.suppliers(of: link.product) {
      let usual = demand[i, column]
      total += usual
      for touch in link.scenarios {
        let k = batch.links.touching[touch]
        state.moved.left[k] += usual * state.weight[i * width + k]
      }
    }
    for touch in link.scenarios {
      let k = batch.links.touching[touch]
      let left = state.moved.left[k]
      let isLeft = left > 1e-12 * total
      let grown = isLeft ? movedFactor(state, link, column: column, left: left, scenario: k) : 0
      let factor = state.demandFactor[index * width + k] * income(of: column, k, state)
      state.moved.perUnit[k] = isLeft ? factor * total / left * grown : 0
    }
  }

  /// Adds what one column asks of each supplier.
  private func askColumn(_ state: inout State, link: TradeLinks.Import, column: Int) {
    var next = link.cells.lowerBound
    for (row, i) in batch.economy.suppliers(of: link.product).enumerated() {
      let isCell = next < link.cells.upperBound && batch.links.cells[next].supplier == i
      let usual = batch.economy.finalDemand[i, column]
      for touch in link.scenarios {
        let k = batch.links.touching[touch]
        let open = isCell ? state.openness[next * width + k] : 1
        state.finalFlow[(link.flowOffset + row) * width + k] +=
          usual * state.weight[i * width + k] * open * state.moved.perUnit[k]
      }
      if isCell { next += 1 }
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

/// Room for one column of final demand while it turns to others, by scenario; empty without varieties.
struct MovedColumnState: ~Copyable {
  /// Final demand over what has not moved, Σ y·w, money a day.
  var left: AlignedArray
  /// What is asked per unit of y·w·λ.
  var perUnit: AlignedArray

  init(_ batch: CompiledBatch) {
    let count = batch.varieties == nil ? 0 : batch.width
    left = AlignedArray(repeating: 0, count: count)
    perUnit = AlignedArray(repeating: 0, count: count)
  }
}
