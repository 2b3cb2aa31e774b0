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
    if let packed = batch.packed, !struck.isEmpty, varieties.strikes.measured.isEmpty,
      struck.layers.count <= InventoryModel.mostLayers * width
    {
      let hasLinks = batch.links.isRestricted(p)
      if hasLinks { addLostLinks(&state, product: p, block: block, varieties) }
      strikePacked(
        &state, product: p, struck, block: block, packed, varieties, hasLinks: hasLinks)
      if hasLinks { clearLostLinks(&state, product: p, block: block) }
      return
    }
    state.weightSum.fill(0..<block.nodes.count * width, with: 1)
    spreadLosses(&state, product: p, struck, block: block)
    leaveOutOwn(&state, struck, block: block)
    eachRestrictedUser(&state, product: p, block: block, today: true) {
      state, link, j, member, k, at in
      state.variety.gone[at] += lost(link, user: j, member: member, scenario: k, state)
    }
    leaveOutMeasured(&state, product: p, block: block, varieties.strikes)
    if state.variety.isMoving[p] { divideOrders(&state, product: p, block: block) }
    if let place = varieties.userPlace[p] {
      cutByVarieties(&state, product: p, at: place, block: block, varieties.columns)
    }
    state.variety.gone.fill(0..<block.nodes.count * width, with: 0)
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
  func vary(_ state: inout State, product p: Int, block: UserBlock) {
    guard let varieties = batch.varieties else { return }
    let starves = !varieties.chained[p].isEmpty && state.variety.isStarving[p] != 0
    let traces = !state.variety.worst.isEmpty
    if starves, !traces, let packed = batch.packed {
      chainPacked(&state, product: p, block: block, packed, varieties)
    } else if starves {
      for chained in varieties.chained[p] {
        let users = chained.clamped(to: block.nodes)
        guard !users.isEmpty else { continue }
        gather(p, block, users: users, state.variety.starving, into: &state.variety.starved)
        eachOpened(&state, product: p, block: block) { state, j, at, taken in
          guard users.contains(j) else { return }
          state.variety.starved[at] = max(0, state.variety.starved[at] - taken)
        }
        cutByChain(&state, product: p, block: block, users: users, varieties.columns)
      }
    }
    if traces { traceVarieties(&state, product: p, block: block, varieties) }
  }

  /// The same in one pass; the room of Ψ holds what lost links take out of it.
  private func chainPacked(
    _ state: inout State, product p: Int, block: UserBlock, _ packed: PackedShares,
    _ varieties: Varieties
  ) {
    let hasLinks = batch.links.isRestricted(p)
    if hasLinks {
      eachOpened(&state, product: p, block: block) { state, _, at, taken in
        state.variety.starved[at] = taken
      }
    }
    for chained in varieties.chained[p] {
      let users = chained.clamped(to: block.nodes)
      guard !users.isEmpty else { continue }
      let first = users.lowerBound / PackedShares.rows * PackedShares.rows
      cutByStarved(
        &state, product: p, block: block, users: first..<users.upperBound, packed,
        varieties.columns, hasLinks: hasLinks)
    }
    guard hasLinks else { return }
    eachOpened(&state, product: p, block: block) { state, _, at, _ in
      state.variety.starved[at] = 0
    }
  }
}
