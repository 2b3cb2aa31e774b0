internal import InputOutputTables
internal import LinearAlgebra

// What lost links take of varieties, for the few users behind them (MODEL2.md step 5, a and b).
extension InventoryModel {
  /// Calls with import, user, its place in its region, scenario and the place in the block's arrays, for
  /// every user of a product in a restricted import; `today`: in one that something is stopped of today.
  func eachRestrictedUser(
    _ state: inout State, product p: Int, block: UserBlock, today: Bool,
    _ body: (
      inout State, TradeLinks.Import, _ user: Int, _ member: Int, _ scenario: Int, _ place: Int
    ) -> Void
  ) {
    for index in batch.links.importsOfProduct[p] {
      let link = batch.links.imports[index]
      guard !link.cells.isEmpty, !today || state.isStopped[index] else { continue }
      let users = batch.economy.regionNodes[link.region]
      for member in block.places[link.region] {
        let j = users[member]
        for touch in link.scenarios {
          let k = batch.links.touching[touch]
          body(&state, link, j, member, k, (j - block.nodes.lowerBound) * width + k)
        }
      }
    }
  }

  /// Σ T·lost_l·(1 − lost_i) of one user: what lost links take beyond their supplier's own loss.
  func lost(
    _ link: TradeLinks.Import, user j: Int, member: Int, scenario k: Int,
    _ state: borrowing State
  ) -> Double {
    var lost = 0.0
    for cell in link.cells {
      let i = batch.links.cells[cell].supplier
      guard i != j else { continue }
      lost +=
        batch.links.share(of: cell, in: member) * state.variety.linkLost[cell * width + k]
        * (1 - state.variety.lost[i * width + k])
    }
    return lost
  }

  /// Lays out for `strikePacked` what lost links add to what users miss, φ being their own.
  ///
  /// Where a scenario has several struck suppliers, what is gone; otherwise what is missing beyond the
  /// share of the one struck supplier.
  func addLostLinks(
    _ state: inout State, product p: Int, block: UserBlock, _ varieties: Varieties
  ) {
    eachRestrictedUser(&state, product: p, block: block, today: false) {
      state, link, j, member, k, at in
      let lost = lost(link, user: j, member: member, scenario: k, state)
      if varieties.byUser[p][k / PackedShares.columns] != 0 {
        state.variety.gone[at] = lost
      } else if let own = varieties.userPlace[p] {
        state.variety.gone[at] = missingBeyond(
          p, own: own, user: j, scenario: k, lost: lost, &state, varieties)
      }
    }
  }

  /// 1 − φ of one user with lost links less what its share of the one struck supplier says.
  private func missingBeyond(
    _ p: Int, own place: Int, user j: Int, scenario k: Int, lost: Double, _ state: inout State,
    _ varieties: Varieties
  ) -> Double {
    let economy = batch.economy
    let row = p * economy.productCount + economy.product[j]
    guard varieties.columns.cuts[row] != 0 else { return 0 }
    let supplier = Int(varieties.strikes.products[p].layers[k])
    let i = economy.productStart[p] + max(0, supplier)
    let share = supplier >= 0 && i != j ? self.share(of: i, in: j, product: p) : 0
    let lacks = lost + share * state.variety.lost[i * width + k]
    let at = place * cells + j * width + k
    let before = 1 - state.variety.atHand[at]
    let rising = before + (lacks - before) * varieties.columns.biting[row * width + k]
    let missing = min(lacks, rising)
    state.variety.atHand[at] = 1 - missing
    let sector = (varieties.place[p] ?? 0) * economy.productCount + economy.product[j]
    return missing - share * state.variety.bitten[sector * width + k]
  }

  /// T[i, j] of a product's supplier from where a step has it in cache.
  func share(of i: Int, in j: Int, product p: Int) -> Double {
    guard let packed = batch.packed else { return batch.economy.supplierShares[i, j] }
    let suppliers = batch.economy.suppliers(of: p)
    return packed.shares.value(
      suppliers: suppliers, place: i - suppliers.lowerBound, column: j)
  }

  /// Leaves nothing of a product's lost links for the next.
  func clearLostLinks(_ state: inout State, product p: Int, block: UserBlock) {
    eachRestrictedUser(&state, product: p, block: block, today: false) {
      state, _, _, _, _, at in
      state.variety.gone[at] = 0
    }
  }

  /// Calls with user, its place in the block's arrays and what lost links take out of Ψ: they cannot
  /// starve any more what is gone already.
  func eachOpened(
    _ state: inout State, product p: Int, block: UserBlock,
    _ body: (inout State, _ user: Int, _ place: Int, _ taken: Double) -> Void
  ) {
    eachRestrictedUser(&state, product: p, block: block, today: true) {
      state, link, j, member, k, at in
      var taken = 0.0
      for cell in link.cells {
        let i = batch.links.cells[cell].supplier
        taken +=
          batch.links.share(of: cell, in: member) * state.variety.linkLost[cell * width + k]
          * state.variety.starving[i * width + k]
      }
      body(&state, j, at, taken)
    }
  }
}
