internal import InputOutputTables
internal import LinearAlgebra

// Which product's varieties or starved suppliers limit a node most; for reports alone.
extension InventoryModel {
  /// Keeps the largest cut by varieties so far in a step, the first product among equals; `cutByChain` keeps
  /// those by starved suppliers.
  func traceVarieties(
    _ state: inout State, product p: Int, block: UserBlock, _ varieties: Varieties
  ) {
    guard let place = varieties.place[p] else { return }
    for j in block.nodes where uses(p, j) {
      traceLost(&state, product: p, at: place, user: j, varieties)
    }
  }

  private func uses(_ p: Int, _ j: Int) -> Bool {
    batch.inverseRequirements[p * batch.economy.nodeCount + j] > 0
  }

  /// What varieties at hand leave of a user's output, a product touched.
  private func traceLost(
    _ state: inout State, product p: Int, at place: Int, user j: Int, _ varieties: Varieties
  ) {
    let columns = varieties.columns
    let row = (p * batch.economy.productCount + batch.economy.product[j]) * width
    for k in 0..<width {
      let short = missing(p, at: place, user: j, scenario: k, state, varieties)
      let curved = 1 + columns.curve[p * width + k] * short
      keep(1 - columns.stops[row + k] * short / curved, of: p, at: j * width + k, &state)
    }
  }

  private func keep(_ left: Double, of p: Int, at cell: Int, _ state: inout State) {
    guard left < state.variety.worst[cell] else { return }
    state.variety.worst[cell] = left
    state.variety.worstProduct[cell] = Int32(p)
  }

  /// f = 1 − φ of one user of a touched product.
  private func missing(
    _ p: Int, at place: Int, user j: Int, scenario k: Int, _ state: borrowing State,
    _ varieties: Varieties
  ) -> Double {
    let isOwn =
      varieties.byUser[p][k / PackedShares.columns] != 0
      || batch.links.isRestricted(p, into: batch.economy.region[j], scenario: k)
    if isOwn, let own = varieties.userPlace[p] {
      return 1 - state.variety.atHand[own * cells + j * width + k]
    }
    let supplier = Int(varieties.strikes.products[p].layers[k])
    let i = batch.economy.productStart[p] + supplier
    guard supplier >= 0, i != j else { return 0 }
    let sector = place * batch.economy.productCount + batch.economy.product[j]
    return batch.economy.supplierShares[i, j] * state.variety.bitten[sector * width + k]
  }

  /// Names the product of a variety or a starved supplier where that cuts more than any stock.
  func preferVarieties(_ state: inout State) {
    for cell in state.variety.worst.indices
    where state.variety.worst[cell] < state.limit[cell] {
      state.limitingProduct[cell] = state.variety.worstProduct[cell]
    }
  }
}
