internal import InputOutputTables
internal import LinearAlgebra

// Orders that leave lost suppliers and links for others (MODEL2.md step 2).
extension InventoryModel {
  /// ô ·= 1 + Σ T^w·moved_l / Σ T^w·λ for users in restricted imports of a product.
  func moveOrders(_ state: inout State, product p: Int, block: UserBlock) {
    let isMoving = state.variety.isMoving[p]
    for index in batch.links.importsOfProduct[p] {
      let link = batch.links.imports[index]
      guard !link.cells.isEmpty else { continue }
      for place in block.places[link.region] {
        let j = batch.economy.regionNodes[link.region][place]
        let local = (j - block.nodes.lowerBound) * width
        for k in link.scenarios {
          let sum = isMoving ? state.weightSum[local + k] : 1
          guard sum > 0 else { continue }
          var closed = 0.0
          var moved = 0.0
          for cell in link.cells {
            let i = batch.links.cells[cell].supplier
            let share = batch.economy.supplierShares[i, j] * state.weight[i * width + k] / sum
            closed += share * (1 - state.openness[cell * width + k])
            moved += share * state.variety.linkMoved[cell * width + k]
          }
          guard moved > 0, 1 - closed > 1e-12 else { continue }
          state.orders[p * cells + j * width + k] *= 1 + moved / (1 - closed)
        }
      }
    }
  }
}
