internal import InputOutputTables
internal import LinearAlgebra

// The limit of lost varieties and of starved suppliers (MODEL2.md step 5, a and b).
extension InventoryModel {
  /// Opens a step: everything allowed, suppliers starving as their customers see them, losses biting.
  func beginVarieties(_ state: inout State, _ varieties: Varieties) {
    markStarving(&state)
    state.variety.allowed.fill(state.variety.allowed.indices, with: 1)
    state.variety.fed.fill(state.variety.fed.indices, with: 1)
    for p in varieties.place.indices where varieties.byUser[p].contains(0) {
      if let place = varieties.place[p] { bite(&state, product: p, at: place, varieties) }
    }
    for cell in state.variety.worst.indices {
      state.variety.worst[cell] = 1
      state.variety.worstProduct[cell] = -1
    }
  }

  /// What shocks take from a block's users of one product, and what they have moved off (steps 2, 5a):
  /// V = Σ T·(1 − (1 − lost_l)(1 − lost_i)) without the user's own, W = 1 − Σ T·moved_i, ô = o / W, then
  /// varieties at hand and the output that they allow.
  func strike(
    _ state: inout State, product p: Int, block: UserBlock, _ varieties: Varieties
  ) {
    guard varieties.place[p] != nil || state.variety.isMoving[p] else { return }
    let struck = varieties.strikes.products[p]
    let hasLinks = batch.links.importsOfProduct[p].contains {
      !batch.links.imports[$0].cells.isEmpty
    }
    if let packed = batch.packed, !struck.isEmpty, varieties.strikes.measured.isEmpty,
      struck.layers.count <= InventoryModel.mostLayers * width
    {
      if hasLinks {
        state.variety.gone.fill(0..<block.nodes.count * width, with: 0)
        addLostLinks(&state, product: p, block: block)
      }
      strikePacked(
        &state, product: p, struck, block: block, packed, varieties, hasLinks: hasLinks)
      return
    }
    state.variety.gone.fill(0..<block.nodes.count * width, with: 0)
    state.weightSum.fill(0..<block.nodes.count * width, with: 1)
    spreadLosses(&state, product: p, struck, block: block)
    leaveOutOwn(&state, struck, block: block)
    addLostLinks(&state, product: p, block: block)
    leaveOutMeasured(&state, product: p, block: block, varieties.strikes)
    if state.variety.isMoving[p] { divideOrders(&state, product: p, block: block) }
    guard let place = varieties.userPlace[p] else { return }
    cutByVarieties(&state, product: p, at: place, block: block, varieties.columns)
  }

  /// Adds to V what lost links take beyond their supplier's own loss.
  private func addLostLinks(_ state: inout State, product p: Int, block: UserBlock) {
    eachLostLink(&state, product: p, block: block) { state, lost, i, j, at in
      guard i != j else { return }
      state.variety.gone[at] += lost * (1 - state.variety.lost[i * width + at % width])
    }
  }

  /// A node's own lost deliveries to itself stop no variety of it.
  private func leaveOutOwn(_ state: inout State, _ struck: Strikes.Product, block: UserBlock) {
    for (i, k) in zip(struck.nodes, struck.scenarios) where block.nodes.contains(Int(i)) {
      let node = Int(i)
      let own = batch.economy.supplierShares[node, node]
      let place = (node - block.nodes.lowerBound) * width + Int(k)
      state.variety.gone[place] -= own * state.variety.lost[node * width + Int(k)]
    }
  }

  /// Cuts what a block's users can make by what is starved of one product.
  func vary(
    _ state: inout State, product p: Int, block: UserBlock, _ varieties: Varieties
  ) {
    let starves = varieties.columns.starves[p] && state.variety.isStarving[p] != 0
    if starves {
      gather(p, block, state.variety.starving, into: &state.variety.starved)
      openStarved(&state, product: p, block: block)
      cutByChain(&state, product: p, block: block, varieties.columns)
    }
    guard !state.variety.worst.isEmpty else { return }
    traceVarieties(&state, product: p, block: block, varieties, isStarved: starves)
  }

  /// Takes out of Ψ what a lost link cannot starve any more: it is gone already.
  private func openStarved(_ state: inout State, product p: Int, block: UserBlock) {
    eachLostLink(&state, product: p, block: block) { state, lost, i, _, at in
      let taken = lost * state.variety.starving[i * width + at % width]
      state.variety.starved[at] = max(0, state.variety.starved[at] - taken)
    }
  }

  /// Calls with T·lost_l, supplier, user and the user's place in the block's arrays, for every lost link
  /// of a product into a block.
  private func eachLostLink(
    _ state: inout State, product p: Int, block: UserBlock,
    _ body: (inout State, _ lost: Double, _ supplier: Int, _ user: Int, _ place: Int) -> Void
  ) {
    for index in batch.links.importsOfProduct[p] {
      let link = batch.links.imports[index]
      for cell in link.cells {
        let i = batch.links.cells[cell].supplier
        for k in link.scenarios {
          let lost = state.variety.linkLost[cell * width + k]
          guard lost > 0 else { continue }
          for place in block.places[link.region] {
            let j = batch.economy.regionNodes[link.region][place]
            let share = batch.economy.supplierShares[i, j]
            guard share > 0 else { continue }
            body(&state, share * lost, i, j, (j - block.nodes.lowerBound) * width + k)
          }
        }
      }
    }
  }
}
