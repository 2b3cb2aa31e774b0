internal import InputOutputTables
internal import LinearAlgebra

// What buyers have replaced of lost suppliers and links, and how they adapt (MODEL2.md steps 1 and 11).
extension InventoryModel {
  /// Splits each loss into what buyers have moved to others, no more than they can give, and what is lost.
  func replaceLosses(_ state: inout State, _ varieties: Varieties) {
    for p in state.variety.isMoving.indices { state.variety.isMoving[p] = false }
    for group in varieties.strikes.groups {
      let k = group.scenario
      for place in group.cells {
        let index = varieties.strikes.cells[place]
        let i = batch.losses.cells[index].node
        let loss = state.loss[i * width + k]
        let wanted = min(state.variety.replaced[index], loss)
        let moved =
          wanted > 0 ? wanted * spare(group, beside: index, state, varieties.strikes) : 0
        state.weight[i * width + k] = 1 - moved
        state.variety.lost[i * width + k] = loss - moved
        let kept = loss > 0 ? 1 - moved / loss : 1
        state.variety.lostNotMeasured[index] = state.variety.notMeasured[index] * kept
        if moved > 0 { state.variety.isMoving[group.product] = true }
      }
    }
    for link in batch.links.imports where !link.cells.isEmpty {
      for cell in link.cells {
        for touch in link.scenarios {
          replace(
            &state, link, cell: cell, scenario: batch.links.touching[touch], varieties)
        }
      }
    }
  }

  /// o_i = 1 − Σ δ·x0 / Σ x0 over the other suppliers of the product; 0 without others.
  private func spare(
    _ group: Strikes.Group, beside index: Int, _ state: borrowing State, _ strikes: Strikes
  ) -> Double {
    guard strikes.others[index] > 0 else { return 0 }
    var struck = 0.0
    for place in group.cells {
      let other = strikes.cells[place]
      guard other != index else { continue }
      let i = batch.losses.cells[other].node
      struck += state.loss[i * width + group.scenario] * batch.economy.output[i]
    }
    return max(0, 1 - struck / strikes.others[index])
  }

  private func replace(
    _ state: inout State, _ link: TradeLinks.Import, cell: Int, scenario k: Int,
    _ varieties: Varieties
  ) {
    let place = cell * width + k
    let closed = max(0, 1 - state.openness[place])
    let wanted = min(state.variety.linkReplaced[place], closed)
    let moved = wanted > 0 ? wanted * open(link, beside: cell, k, state, varieties) : 0
    state.variety.linkMoved[place] = moved
    state.variety.linkLost[place] = max(0, closed - moved)
  }

  /// o_l = Σ P·λ·(1 − δ) / Σ P over the importer's other purchases of the product; 0 without others.
  private func open(
    _ link: TradeLinks.Import, beside cell: Int, _ k: Int, _ state: borrowing State,
    _ varieties: Varieties
  ) -> Double {
    var all = 0.0
    var given = 0.0
    var next = link.cells.lowerBound
    for (row, i) in batch.economy.suppliers(of: link.product).enumerated() {
      let isCell = next < link.cells.upperBound && batch.links.cells[next].supplier == i
      let open = isCell ? state.openness[next * width + k] : 1
      let isSelf = isCell && next == cell
      if isCell { next += 1 }
      guard !isSelf else { continue }
      let bought = varieties.purchases[link.flowOffset + row]
      all += bought
      given += bought * open * (1 - state.loss[i * width + k])
    }
    return all > 0 ? given / all : 0
  }

  /// g += (g_max·δ − g)·Δt/A, and h likewise with 1 − λ.
  func adapt(_ state: inout State, _ varieties: Varieties) {
    let columns = varieties.columns
    for (index, cell) in batch.losses.cells.enumerated() {
      let k = cell.scenario
      let rate = columns.adapting[batch.economy.product[cell.node] * width + k]
      let goal = columns.replaceable[k] * state.loss[cell.node * width + k]
      state.variety.replaced[index] += (goal - state.variety.replaced[index]) * rate
    }
    for link in batch.links.imports where !link.cells.isEmpty {
      for cell in link.cells {
        for touch in link.scenarios {
          let k = batch.links.touching[touch]
          let place = cell * width + k
          let rate = columns.adapting[link.product * width + k]
          let goal = columns.replaceable[k] * max(0, 1 - state.openness[place])
          state.variety.linkReplaced[place] +=
            (goal - state.variety.linkReplaced[place]) * rate
        }
      }
    }
  }
}
