internal import InputOutputTables
internal import LinearAlgebra

// Orders that leave lost suppliers and links for others (MODEL2.md step 2).
extension InventoryModel {
  /// ô ·= 1 + Σ T^w·moved_l / Σ T^w·λ for users in restricted imports of a product.
  func moveOrders(_ state: inout State, product p: Int, block: UserBlock) {
    eachRestrictedUser(&state, product: p, block: block, today: true) {
      state, link, j, member, k, _ in
      let sum = unmovedShare(of: j, product: p, scenario: k, state)
      guard sum > 0 else { return }
      var closed = 0.0
      var moved = 0.0
      for cell in link.cells {
        let i = batch.links.cells[cell].supplier
        let share = batch.links.share(of: cell, in: member) * state.weight[i * width + k] / sum
        closed += share * (1 - state.openness[cell * width + k])
        moved += share * state.variety.linkMoved[cell * width + k]
      }
      guard moved > 0, 1 - closed > 1e-12 else { return }
      state.orders[p * cells + j * width + k] *= 1 + moved / (1 - closed)
    }
  }

  /// W = 1 − Σ T·moved_i of one user of a product, 0 where next to nothing is left.
  private func unmovedShare(
    of j: Int, product p: Int, scenario k: Int, _ state: borrowing State
  ) -> Double {
    guard state.variety.isMoving[p], let strikes = batch.varieties?.strikes else { return 1 }
    var sum = 1.0
    for index in strikes.losses(of: p, scenario: k) {
      let i = batch.losses.cells[strikes.cells[index]].node
      sum -= share(of: i, in: j, product: p) * (1 - state.weight[i * width + k])
    }
    return sum < 1e-12 ? 0 : sum
  }
}
