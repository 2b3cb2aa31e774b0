internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

// The last step's deliveries and this one's flows (steps 2, 8 and 10): one matrix product per product each
// way, and a third for the sums of weighted shares where suppliers are weighed.
extension InventoryModel {
  /// Brings in what was delivered, updates stocks and orders, and adds up industry's demand.
  func trade(_ state: inout State, at moment: Moment) {
    let isFirst = moment.index == 0
    for cell in state.withheld.indices { state.withheld[cell] = 0 }
    state.intermediateDemand.fill(state.intermediateDemand.indices, with: 0)
    let varieties = batch.varieties
    if let varieties { beginVarieties(&state, varieties) }
    if !isFirst { listChanges(&state) }
    addingOrders(&state) { state, isBeside in
      for block in batch.blocks {
        if !isFirst { forgetCover(&state, block) }
        for p in 0..<batch.economy.productCount {
          if !isFirst {
            receive(&state, product: p, block: block, sent: moment.previous)
            updateStocks(&state, product: p, block: block)
          }
          orderAnew(&state, product: p, block: block)
          isBeside ? state.second.add() : addOrders(&state, product: p, block: block)
          vary(&state, product: p, block: block)
          noteWithheld(&state, product: p, block: block)
        }
      }
    }
    if batch.conventions.isWeighted { weighDemand(&state) }
    withhold(&state)
  }

  /// What users of a block order of one product today, over open renormalised shares.
  private func orderAnew(_ state: inout State, product p: Int, block: UserBlock) {
    if let varieties = batch.varieties {
      strike(&state, product: p, block: block, varieties)
      moveOrders(&state, product: p, block: block)
    } else {
      normalise(&state, product: p, block: block)
      redirectOrders(&state, product: p, block: block)
    }
  }

  private func forgetCover(_ state: inout State, _ block: UserBlock) {
    let starts = batch.economy.productStart
    let classes = batch.classes
    for u in 0..<batch.economy.productCount {
      let nodes = block.nodes.clamped(to: starts[u]..<starts[u + 1])
      for rank in 0..<classes.count(in: u) {
        let row = classes.coverStart[u] + rank * (starts[u + 1] - starts[u]) - starts[u]
        state.cover.fill(
          (row + nodes.lowerBound) * width..<(row + nodes.upperBound) * width,
          with: .greatestFiniteMagnitude)
      }
    }
  }

  /// E = Tᵀ·(q∘w) = 1 + Tᵀ·(q∘w − 1), since a user's shares add up to 1: only suppliers that do not ship
  /// an order as it is are summed, and a sum does not depend on who else is passed over.
  private func gatherShipments(_ state: inout State, product p: Int, block: UserBlock) {
    if let packed = batch.packed {
      return gatherChanges(&state, product: p, block: block, packed.shares)
    }
    let cells = block.nodes.count * width
    state.received.fill(0..<cells, with: 1)
    let suppliers = batch.economy.suppliers(of: p)
    let count = state.shipments.counts[p]
    guard count > 0 else { return }
    let n = batch.economy.nodeCount
    let first = suppliers.lowerBound + Int(state.shipments.places[suppliers.lowerBound])
    let last = suppliers.lowerBound + Int(state.shipments.places[suppliers.lowerBound + count - 1])
    OpenBLAS.multiply(
      transposed: true, rows: last - first + 1, columns: block.nodes.count, width: width,
      batch.economy.supplierShares.elements, at: first * n + block.nodes.lowerBound, stride: n,
      state.shipments.change, at: first * width, beta: 1, &state.received, at: 0)
    for cell in 0..<cells where state.received[cell] < 1e-12 { state.received[cell] = 0 }
  }

  /// E = Tᵀ·(q∘w) less what restrictions and reviews held back.
  private func receive(_ state: inout State, product p: Int, block: UserBlock, sent: Moment) {
    gatherShipments(&state, product: p, block: block)
    serveUsers(&state, product: p, block: block)
    holdBack(&state, product: p, block: block)
    for index in batch.links.delaysOfProduct[p] {
      delay(&state, index: index, block: block, sent: sent)
    }
  }

  /// Orders over renormalised shares: ô = o / Σ T·w, when suppliers are weighed.
  private func normalise(_ state: inout State, product p: Int, block: UserBlock) {
    guard batch.conventions.isWeighted else { return }
    gather(p, block, state.weight, into: &state.weightSum)
    divideOrders(&state, product: p, block: block)
  }

  /// target = T_pᵀ·values over the users of a block, `values` at the product's suppliers.
  func gather(
    _ p: Int, _ block: UserBlock, _ values: borrowing AlignedArray,
    into target: inout AlignedArray
  ) {
    gather(p, block, users: block.nodes, values, into: &target)
  }

  /// The same for some of the block's users; rows of a few users before them may be written too.
  func gather(
    _ p: Int, _ block: UserBlock, users: Range<Int>, _ values: borrowing AlignedArray,
    into target: inout AlignedArray
  ) {
    let n = batch.economy.nodeCount
    let suppliers = batch.economy.suppliers(of: p)
    let first = block.nodes.lowerBound
    if let packed = batch.packed {
      let from = users.lowerBound / PackedShares.rows * PackedShares.rows
      gatherPacked(
        packed.shares, suppliers, from..<users.upperBound, values,
        at: suppliers.lowerBound * width, into: &target, at: (from - first) * width)
      return
    }
    OpenBLAS.multiply(
      transposed: true, rows: suppliers.count, columns: users.count, width: width,
      batch.economy.supplierShares.elements,
      at: suppliers.lowerBound * n + users.lowerBound, stride: n,
      values, at: suppliers.lowerBound * width, beta: 0, &target,
      at: (users.lowerBound - first) * width)
  }

  /// D_p += T_p·ô over the users of a block.
  private func addOrders(_ state: inout State, product p: Int, block: UserBlock) {
    let n = batch.economy.nodeCount
    let suppliers = batch.economy.suppliers(of: p)
    let from = p * cells + block.nodes.lowerBound * width
    if width == 1 { return addAlone(&state, product: p, block: block) }
    if let packed = batch.packed {
      addPacked(
        packed.shares, suppliers, block.nodes, state.orders, at: from,
        to: &state.intermediateDemand, at: suppliers.lowerBound * width)
      return
    }
    OpenBLAS.multiply(
      transposed: false, rows: suppliers.count, columns: block.nodes.count, width: width,
      batch.economy.supplierShares.elements,
      at: suppliers.lowerBound * n + block.nodes.lowerBound, stride: n,
      state.orders, at: from, beta: 1, &state.intermediateDemand,
      at: suppliers.lowerBound * width)
  }
}
