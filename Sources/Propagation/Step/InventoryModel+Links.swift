internal import InputOutputTables
internal import LinearAlgebra

// Restricted links: sparse corrections of the dense products, all scenarios of a cell at a time.
extension InventoryModel {
  /// ô ·= 1 + ρB/(1 − B) for users in restricted imports of a product, B = Σ T'·(1 − λ).
  func redirectOrders(_ state: inout State, product p: Int, block: UserBlock) {
    for index in batch.links.importsOfProduct[p] where state.isStopped[index] {
      let link = batch.links.imports[index]
      let users = batch.economy.regionNodes[link.region]
      for place in block.places[link.region] {
        let j = users[place]
        let local = (j - block.nodes.lowerBound) * width
        for touch in link.scenarios {
          let k = batch.links.touching[touch]
          let blocked = blockedShare(link, place: place, sum: local, scenario: k, state)
          guard blocked > 0 else { continue }
          let open = 1 - blocked
          let factor =
            open > 1e-12 ? 1 + state.redirected[index * width + k] * blocked / open : 1
          state.orders[p * cells + j * width + k] *= factor
        }
      }
    }
  }

  private func blockedShare(
    _ link: TradeLinks.Import, place: Int, sum local: Int, scenario k: Int,
    _ state: borrowing State
  ) -> Double {
    let isWeighted = batch.conventions.isWeighted
    let sum = isWeighted ? state.weightSum[local + k] : 1
    guard sum > 0 else { return 0 }
    var blocked = 0.0
    for cell in link.cells {
      let closed = 1 - state.openness[cell * width + k]
      guard closed > 0 else { continue }
      let weight = isWeighted ? state.weight[batch.links.cells[cell].supplier * width + k] : 1
      blocked += batch.links.share(of: cell, in: place) * weight / sum * closed
    }
    return blocked
  }

  /// Adds up what a block's users order over restricted links, T·ô.
  func noteWithheld(_ state: inout State, product p: Int, block: UserBlock) {
    for index in batch.links.importsOfProduct[p] where state.isStopped[index] {
      let link = batch.links.imports[index]
      let users = batch.economy.regionNodes[link.region]
      for cell in link.cells {
        for place in block.places[link.region] {
          let j = users[place]
          let share = batch.links.share(of: cell, in: place)
          guard share > 0 else { continue }
          for touch in link.scenarios {
            let k = batch.links.touching[touch]
            state.withheld[cell * width + k] += share * state.orders[p * cells + j * width + k]
          }
        }
      }
    }
  }

  /// Takes what restrictions block out of the demand on the suppliers.
  func withhold(_ state: inout State) {
    let isWeighted = batch.conventions.isWeighted
    for (index, cell) in batch.links.cells.enumerated() {
      for touch in batch.links.imports[cell.importIndex].scenarios {
        let k = batch.links.touching[touch]
        let closed = 1 - state.openness[index * width + k]
        guard closed > 0 else { continue }
        let i = cell.supplier * width + k
        let weight = isWeighted ? state.weight[i] : 1
        let left =
          state.intermediateDemand[i] - state.withheld[index * width + k] * weight * closed
        state.intermediateDemand[i] = max(0, left)
      }
    }
  }

  /// Takes what restrictions blocked out of the receipts: E −= T·(q∘w)·(1 − λ).
  func holdBack(_ state: inout State, product p: Int, block: UserBlock) {
    for index in batch.links.importsOfProduct[p] where state.wasStopped[index] {
      let link = batch.links.imports[index]
      let users = batch.economy.regionNodes[link.region]
      for cell in link.cells {
        let i = batch.links.cells[cell].supplier
        for place in block.places[link.region] {
          let j = users[place]
          let share = batch.links.share(of: cell, in: place)
          guard share > 0 else { continue }
          let local = (j - block.nodes.lowerBound) * width
          for touch in link.scenarios {
            let k = batch.links.touching[touch]
            let open = state.openBefore[cell * width + k]
            let sent =
              shipped(i, k, state)
              + preference(of: j, from: i, product: p, scenario: k, open: open, state)
            let held = share * (1 - open) * sent
            state.received[local + k] = max(0, state.received[local + k] - held)
          }
        }
      }
    }
  }

  private func shipped(_ i: Int, _ k: Int, _ state: borrowing State) -> Double {
    batch.conventions.isWeighted
      ? state.shippedShare[i * width + k] : state.intermediateShare[i * width + k]
  }

  /// Sends the reviewed share of a cell's shipments of a step through its waiting line.
  func delay(_ state: inout State, index: Int, block: UserBlock, sent moment: Moment) {
    let line = batch.links.delays[index]
    let cell = batch.links.cells[line.cell]
    let link = batch.links.imports[cell.importIndex]
    let users = batch.economy.regionNodes[link.region]
    let ring = line.ringOffset * moment.stepsPerDay
    let slot = ring + moment.slot(inDays: line.days) * users.count
    let waiting = line.share * line.window.intensity(on: moment.day)
    let k = line.scenario
    let open = state.openBefore[line.cell * width + k]
    for place in block.places[link.region] {
      let j = users[place]
      let asked = state.orders[link.product * cells + j * width + k]
      guard asked > 0 else { continue }
      let share = batch.links.share(of: line.cell, in: place)
      let unit =
        shipped(cell.supplier, k, state)
        + preference(
          of: j, from: cell.supplier, product: link.product, scenario: k, open: open, state)
      let sent = asked * share * open * unit
      let arrived = state.delayed[slot + place]
      state.delayed[slot + place] = sent * waiting
      let local = (j - block.nodes.lowerBound) * width + k
      state.received[local] += (arrived - sent * waiting) / asked
    }
  }
}
