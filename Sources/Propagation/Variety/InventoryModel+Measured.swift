internal import InputOutputTables
internal import LinearAlgebra

// A measured fall in output holds the node's own shortages: its varieties count only what shocks that were
// not measured take (MODEL2.md, step 5).
extension InventoryModel {
  /// Takes what is measured out of V for nodes under a measured loss.
  func leaveOutMeasured(
    _ state: inout State, product p: Int, block: UserBlock, _ strikes: Strikes
  ) {
    for index in strikes.measured where state.variety.isMeasured[index] {
      let cell = batch.losses.cells[index]
      guard block.nodes.contains(cell.node) else { continue }
      let place = (cell.node - block.nodes.lowerBound) * width + cell.scenario
      state.variety.gone[place] = gone(
        for: cell.node, product: p, scenario: cell.scenario, state, strikes)
    }
  }

  /// V of one user without measured losses.
  private func gone(
    for j: Int, product p: Int, scenario k: Int, _ state: borrowing State, _ strikes: Strikes
  ) -> Double {
    let shares = batch.economy.supplierShares
    let struck = strikes.losses(of: p, scenario: k)
    var gone = 0.0
    for index in strikes.cells[struck] {
      let i = batch.losses.cells[index].node
      if i != j { gone += shares[i, j] * state.variety.lostNotMeasured[index] }
    }
    for index in batch.links.importsOfProduct[p] {
      let link = batch.links.imports[index]
      guard link.region == batch.economy.region[j], batch.links.touches(k, link) else { continue }
      for cell in link.cells {
        let i = batch.links.cells[cell].supplier
        guard i != j else { continue }
        let own = strikes.cells[struck].first { batch.losses.cells[$0].node == i }
        let left = 1 - (own.map { state.variety.lostNotMeasured[$0] } ?? 0)
        gone += shares[i, j] * state.variety.linkLost[cell * width + k] * left
      }
    }
    return gone
  }
}
