internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

// Flows asked for and delivered (steps 2, 6, 8 and 10), one matrix product per product each way.
extension InventoryModel {
  /// Demand on every node: industry's orders, then final demand.
  func ask(_ state: inout State) {
    let economy = batch.economy
    for p in 0..<economy.productCount {
      let suppliers = economy.suppliers(of: p)
      let block = suppliers.lowerBound * width..<suppliers.upperBound * width
      normalise(&state, product: p)
      redirectOrders(&state, product: p)
      copy(state.orders, at: p * cells, count: cells, to: &state.scratch)
      multiplyShares(
        suppliers, transposed: false, state.scratch, at: 0, into: &state.intermediateDemand,
        at: block.lowerBound)
      if batch.conventions.isWeighted {
        scale(&state.intermediateDemand, by: state.weight, block: block)
      }
      withholdOrders(&state, product: p)
    }
    askFinal(&state)
  }

  /// Orders over renormalised shares: ô = o / Σ T·w, when shares are weighted.
  private func normalise(_ state: inout State, product p: Int) {
    guard batch.conventions.isWeighted else { return }
    gatherWeights(&state, product: p)
    divide(&state.orders, at: p * cells, by: state.weightSum)
  }

  /// Σ_i T·w over the suppliers of a product, for each node, into `weightSum`.
  private func gatherWeights(_ state: inout State, product p: Int) {
    let suppliers = batch.economy.suppliers(of: p)
    multiplyShares(
      suppliers, transposed: true, state.weight, at: suppliers.lowerBound * width,
      into: &state.weightSum, at: 0)
  }

  /// target = T_p·values, or T_pᵀ·values, for the rows of a product's suppliers.
  private func multiplyShares(
    _ suppliers: Range<Int>, transposed: Bool, _ values: [Double], at offset: Int,
    into target: inout [Double], at start: Int
  ) {
    let n = batch.economy.nodeCount
    let shares = batch.economy.supplierShares.elements
    if width == 1 {
      OpenBLAS.gemv(
        transposed: transposed, rows: suppliers.count, columns: n, shares,
        at: suppliers.lowerBound * n, stride: n, values, at: offset, &target, at: start)
    } else {
      OpenBLAS.gemm(
        transposedA: transposed, m: transposed ? n : suppliers.count, n: width,
        k: transposed ? suppliers.count : n, shares, at: suppliers.lowerBound * n, stride: n,
        values, at: offset, stride: width, &target, at: start, stride: width)
    }
  }

  /// ô ·= 1 + ρB/(1 − B) for users in restricted imports of a product.
  private func redirectOrders(_ state: inout State, product p: Int) {
    for index in batch.links.importsOfProduct[p] {
      let link = batch.links.imports[index]
      for j in batch.economy.regionNodes[link.region] {
        for k in 0..<width {
          let blocked = blockedShare(link, user: j, scenario: k, state)
          guard blocked > 0 else { continue }
          let open = 1 - blocked
          let factor =
            open > 1e-12 ? 1 + state.redirected[index * width + k] * blocked / open : 1
          state.orders[p * cells + j * width + k] *= factor
        }
      }
    }
  }

  /// B = Σ T'·(1 − λ) over the restricted suppliers of one user.
  private func blockedShare(
    _ link: TradeLinks.Import, user j: Int, scenario k: Int, _ state: borrowing State
  ) -> Double {
    let sum = batch.conventions.isWeighted ? state.weightSum[j * width + k] : 1
    guard sum > 0 else { return 0 }
    var blocked = 0.0
    for cell in link.cells {
      let i = batch.links.cells[cell].supplier
      let closed = 1 - state.openness[cell * width + k]
      let share = batch.economy.supplierShares[i, j] * state.weight[i * width + k] / sum
      blocked += share * closed
    }
    return blocked
  }

  /// Takes what restrictions block out of the demand on the suppliers.
  private func withholdOrders(_ state: inout State, product p: Int) {
    for index in batch.links.importsOfProduct[p] {
      let link = batch.links.imports[index]
      for cell in link.cells {
        let i = batch.links.cells[cell].supplier
        for k in 0..<width {
          let closed = 1 - state.openness[cell * width + k]
          guard closed > 0 else { continue }
          var withheld = 0.0
          for j in batch.economy.regionNodes[link.region] {
            withheld +=
              batch.economy.supplierShares[i, j] * state.orders[p * cells + j * width + k]
          }
          let demand = state.intermediateDemand[i * width + k]
          let left = demand - withheld * state.weight[i * width + k] * closed
          state.intermediateDemand[i * width + k] = max(0, left)
        }
      }
    }
  }

  /// Adds final demand; touched imports column by column, the rest from the table.
  private func askFinal(_ state: inout State) {
    setFinal(&state.demand, intermediate: state.intermediateDemand)
    for index in batch.links.imports.indices {
      let link = batch.links.imports[index]
      let suppliers = batch.economy.suppliers(of: link.product)
      for k in 0..<width {
        askTouched(&state, index: index, link: link, scenario: k)
        for (row, i) in suppliers.enumerated() {
          let usual = batch.economy.regionalFinalDemand[i, link.region]
          let asked = state.finalFlow[(link.flowOffset + row) * width + k]
          state.demand[i * width + k] += asked - usual
        }
      }
    }
  }

  private func setFinal(_ demand: inout [Double], intermediate: [Double]) {
    for i in batch.finalDemandTotal.indices {
      for k in 0..<width {
        demand[i * width + k] = intermediate[i * width + k] + batch.finalDemandTotal[i]
      }
    }
  }

  /// Final flows asked in one touched import, redirected column by column.
  private func askTouched(
    _ state: inout State, index: Int, link: TradeLinks.Import, scenario k: Int
  ) {
    let demand = batch.economy.finalDemand
    let suppliers = batch.economy.suppliers(of: link.product)
    for row in 0..<suppliers.count { state.finalFlow[(link.flowOffset + row) * width + k] = 0 }
    let factor = state.demandFactor[index * width + k]
    for column in batch.finalColumns[link.region] {
      var total = 0.0
      for i in suppliers { total += demand[i, column] }
      guard total > 0 else { continue }
      var blocked = 0.0
      for cell in link.cells {
        let closed = 1 - state.openness[cell * width + k]
        blocked += demand[batch.links.cells[cell].supplier, column] / total * closed
      }
      let open = 1 - blocked
      let redirect =
        open > 1e-12 ? 1 + state.redirected[index * width + k] * blocked / open : 1
      for (row, i) in suppliers.enumerated() {
        let lambda = openness(of: i, link, scenario: k, state)
        state.finalFlow[(link.flowOffset + row) * width + k] +=
          demand[i, column] * factor * lambda * redirect
      }
    }
  }

  private func openness(
    of supplier: Int, _ link: TradeLinks.Import, scenario k: Int, _ state: borrowing State
  ) -> Double {
    for cell in link.cells where batch.links.cells[cell].supplier == supplier {
      return state.openness[cell * width + k]
    }
    return 1
  }

  /// Receipts, use, stocks and new orders, product by product; then the overlays.
  func deliver(_ state: inout State, day: Int) {
    let economy = batch.economy
    for p in 0..<economy.productCount {
      receive(&state, product: p, day: day)
      let kernel = StockKernel(
        product: p, offset: p * cells, rowOffset: p * economy.nodeCount,
        products: economy.productCount, step: batch.conventions.step,
        isReference: batch.conventions.preset == .ario)
      kernel.update(
        stock: &state.stock, orders: &state.orders, received: state.scratch,
        requirement: economy.requirements.elements, baseline: economy.output,
        output: state.output, wanted: state.wanted, goal: state.goal,
        parameters: batch.parameters, width: width)
    }
    for index in batch.overlays.indices { deliverOverlay(index, &state, day: day) }
  }

  /// E = Tᵀ·(q∘w) less what restrictions and reviews hold back, into `scratch`.
  private func receive(_ state: inout State, product p: Int, day: Int) {
    let economy = batch.economy
    let suppliers = economy.suppliers(of: p)
    let block = suppliers.lowerBound * width..<suppliers.upperBound * width
    multiply(state.intermediateShare, state.weight, block: block, into: &state.weightSum)
    multiplyShares(
      suppliers, transposed: true, state.weightSum, at: block.lowerBound, into: &state.scratch,
      at: 0)
    for index in batch.links.importsOfProduct[p] {
      let link = batch.links.imports[index]
      for cell in link.cells {
        let i = batch.links.cells[cell].supplier
        for j in economy.regionNodes[link.region] {
          for k in 0..<width {
            let closed = 1 - state.openness[cell * width + k]
            let held =
              economy.supplierShares[i, j] * closed * state.weightSum[i * width + k]
            state.scratch[j * width + k] = max(0, state.scratch[j * width + k] - held)
          }
        }
      }
    }
    for index in batch.links.delaysOfProduct[p] { delay(&state, index: index, day: day) }
  }

  /// Sends the reviewed share of a cell's shipments through its waiting line.
  private func delay(_ state: inout State, index: Int, day: Int) {
    let line = batch.links.delays[index]
    let cell = batch.links.cells[line.cell]
    let link = batch.links.imports[cell.importIndex]
    let users = batch.economy.regionNodes[link.region]
    let slot = line.ringOffset + day % line.days * users.count
    let waiting = line.share * line.window.intensity(on: day)
    let k = line.scenario
    let open = state.openness[line.cell * width + k]
    for (place, j) in users.enumerated() {
      let asked = state.orders[link.product * cells + j * width + k]
      guard asked > 0 else { continue }
      let share = batch.economy.supplierShares[cell.supplier, j]
      let shipped = asked * share * open * state.weightSum[cell.supplier * width + k]
      let arrived = state.delayed[slot + place]
      state.delayed[slot + place] = shipped * waiting
      state.scratch[j * width + k] += (arrived - shipped * waiting) / asked
    }
  }
}
