internal import InputOutputTables
internal import LinearAlgebra

// Suppliers of the table that are short serve their users in an order (step 6; LEVERS.md F).
extension InventoryModel {
  /// Finds what each user gets of suppliers that are short, once the output is known.
  func serveInOrder(_ state: inout State) {
    guard let service = batch.service else { return }
    for p in 0..<batch.economy.productCount {
      for i in batch.economy.suppliers(of: p) {
        state.service.isShort[i] = false
        for k in 0..<width {
          let cell = i * width + k
          (state.service.first[cell], state.service.rest[cell]) = (0, 0)
          state.service.level[cell] = .infinity
          state.service.finalFirst[cell] = state.finalShare[cell]
          state.service.finalRest[cell] = state.finalShare[cell]
          let share = state.deliveredShare[cell]
          guard share < 1 - InventoryModel.rounding, state.demand[cell] > 0 else { continue }
          state.service.isShort[i] = true
          noteAsked(&state, of: i, product: p, scenario: k)
          if case .level = service {
            level(&state, of: i, scenario: k, available: share * state.demand[cell])
          } else {
            serveClasses(
              &state, service, of: i, product: p, scenario: k,
              available: share * state.demand[cell])
          }
        }
      }
    }
  }

  /// What each user asks of a supplier, T·w·λ·ô, beside its usual flow.
  private func noteAsked(
    _ state: inout State, of i: Int, product p: Int, scenario k: Int
  ) {
    let economy = batch.economy
    let weight = batch.conventions.isWeighted ? state.weight[i * width + k] : 1
    state.service.weight[i * width + k] = weight
    for r in state.service.open.indices { state.service.open[r] = 1 }
    for index in batch.links.importsOfProduct[p] {
      let link = batch.links.imports[index]
      for cell in link.cells where batch.links.cells[cell].supplier == i {
        state.service.open[link.region] = state.openness[cell * width + k]
      }
    }
    for j in 0..<economy.nodeCount {
      let share = economy.supplierShares[i, j]
      let open = state.service.open[economy.region[j]]
      state.service.asked[j] =
        share > 0 ? share * weight * open * state.orders[p * cells + j * width + k] : 0
      state.service.base[j] = share * economy.requirements[p, j] * economy.output[j]
    }
  }

  /// One class after the other, in proportion inside each.
  private func serveClasses(
    _ state: inout State, _ service: ServiceOrder, of i: Int, product p: Int, scenario k: Int,
    available: Double
  ) {
    let economy = batch.economy
    let cell = i * width + k
    noteFinal(&state, of: i, product: p, scenario: k, hasTouched: true)
    var industry = 0.0
    var final = 0.0
    for j in 0..<economy.nodeCount where isFirst(j, of: i, service) {
      industry += state.service.asked[j]
    }
    for r in 0..<economy.regionCount where isFirst(region: r, of: i, service) {
      final += max(0, state.service.final[r])
    }
    let asked = state.demand[cell]
    let intermediate = state.intermediateDemand[cell]
    let (first, rest) = ServiceOrder.shares(
      first: industry + final, rest: asked - industry - final, available: available)
    let mean =
      intermediate > 0
      ? (industry * first + max(0, intermediate - industry) * rest) / intermediate : rest
    let others = asked - intermediate
    state.intermediateShare[cell] = mean
    state.finalShare[cell] =
      others > 0 ? (final * first + max(0, others - final) * rest) / others : rest
    state.service.first[cell] = state.service.weight[cell] * (first - mean)
    state.service.rest[cell] = state.service.weight[cell] * (rest - mean)
    state.service.finalFirst[cell] = first
    state.service.finalRest[cell] = rest
  }

  /// Everyone up to one level over usual orders.
  private func level(_ state: inout State, of i: Int, scenario k: Int, available: Double) {
    let users = batch.economy.nodeCount
    let cell = i * width + k
    let intermediate = state.intermediateDemand[cell]
    let final = max(0, state.demand[cell] - intermediate)
    state.service.asked[users] = final
    state.service.base[users] = max(0, batch.finalDemandTotal[i])
    let level = ServiceOrder.level(
      asked: state.service.asked, base: state.service.base, count: users + 1,
      available: available)
    let served = final > 0 ? min(1, level * state.service.base[users] / final) : 1
    let mean = intermediate > 0 ? max(0, available - final * served) / intermediate : 1
    state.intermediateShare[cell] = min(1, mean)
    state.finalShare[cell] = served
    state.service.level[cell] = level
    state.service.first[cell] = -state.service.weight[cell] * min(1, mean)
    state.service.finalFirst[cell] = served
    state.service.finalRest[cell] = served
  }

  /// Final demand asked of a supplier by region; of touched imports if asked for.
  private func noteFinal(
    _ state: inout State, of i: Int, product p: Int, scenario k: Int, hasTouched: Bool
  ) {
    let economy = batch.economy
    for r in state.service.final.indices { state.service.final[r] = 0 }
    if let columns = batch.columns, let place = columns.place[p] {
      let weight = batch.varieties == nil ? 1 : state.weight[i * width + k]
      for f in 0..<columns.count where columns.region[f] >= 0 {
        let asked = state.columns.asked[(place * columns.count + f) * width + k]
        state.service.final[Int(columns.region[f])] += economy.finalDemand[i, f] * weight * asked
      }
    } else {
      for r in 0..<economy.regionCount {
        state.service.final[r] = economy.regionalFinalDemand[i, r]
      }
    }
    guard hasTouched else { return }
    for index in batch.links.importsOfProduct[p] {
      let link = batch.links.imports[index]
      guard batch.links.touches(k, link) else { continue }
      let row = link.flowOffset + i - economy.suppliers(of: p).lowerBound
      state.service.final[link.region] = state.finalFlow[row * width + k]
    }
  }

  private func isFirst(_ j: Int, of i: Int, _ service: ServiceOrder) -> Bool {
    switch service {
    case .home: batch.economy.region[i] == batch.economy.region[j]
    case .named(let nodes, _): nodes[j]
    case .level: false
    }
  }

  private func isFirst(region r: Int, of i: Int, _ service: ServiceOrder) -> Bool {
    switch service {
    case .home: batch.economy.region[i] == r
    case .named(_, let regions): regions[r]
    case .level: false
    }
  }

  /// What a user gets of a unit of share over the supplier's mean, of the orders under delivery; `open` is the
  /// openness of the link on their day.
  func preference(
    of j: Int, from i: Int, product p: Int, scenario k: Int, open: Double,
    _ state: borrowing State
  ) -> Double {
    guard let service = batch.service, state.service.isShort[i] else { return 0 }
    let cell = i * width + k
    guard case .level = service else {
      return isFirst(j, of: i, service) ? state.service.first[cell] : state.service.rest[cell]
    }
    let level = state.service.level[cell]
    guard level < .infinity else { return 0 }
    let asked = open * state.orders[p * cells + j * width + k]
    let usual = batch.economy.requirements[p, j] * batch.economy.output[j]
    let weight = state.service.weight[cell]
    return (asked > 0 ? min(weight, level * usual / asked) : weight) + state.service.first[cell]
  }

  /// Adds to the receipts of a block's users what they get over the mean of suppliers that are short.
  func serveUsers(_ state: inout State, product p: Int, block: UserBlock) {
    guard batch.service != nil else { return }
    let economy = batch.economy
    for i in economy.suppliers(of: p) where state.service.isShort[i] {
      for k in 0..<width {
        for r in state.service.open.indices { state.service.open[r] = 1 }
        for index in batch.links.importsOfProduct[p] {
          let link = batch.links.imports[index]
          for cell in link.cells where batch.links.cells[cell].supplier == i {
            state.service.open[link.region] = state.openBefore[cell * width + k]
          }
        }
        for j in block.nodes {
          let share = economy.supplierShares[i, j]
          guard share > 0 else { continue }
          let local = (j - block.nodes.lowerBound) * width + k
          let more = preference(
            of: j, from: i, product: p, scenario: k, open: state.service.open[economy.region[j]],
            state)
          state.received[local] = max(0, state.received[local] + share * more)
        }
      }
    }
  }

  /// Corrects what regions miss of products asked column by column: served by class, not by the mean.
  func missInOrder(_ state: inout State, product p: Int, at place: Int) {
    guard let service = batch.service else { return }
    let regions = batch.economy.regionCount
    for i in batch.economy.suppliers(of: p) where state.service.isShort[i] {
      for k in 0..<width {
        noteFinal(&state, of: i, product: p, scenario: k, hasTouched: false)
        for r in 0..<regions {
          let cell = i * width + k
          let served =
            isFirst(region: r, of: i, service)
            ? state.service.finalFirst[cell] : state.service.finalRest[cell]
          state.columns.unmet[(place * regions + r) * width + k] -=
            state.service.final[r] * (served - state.finalShare[cell])
        }
      }
    }
  }
}

extension State {
  /// Share of final demand that a supplier serves in a region.
  func finalShare(of i: Int, in region: Int, scenario k: Int, _ batch: CompiledBatch) -> Double {
    let cell = i * batch.width + k
    switch batch.service {
    case nil, .level: return finalShare[cell]
    case .home:
      return batch.economy.region[i] == region
        ? service.finalFirst[cell] : service.finalRest[cell]
    case .named(_, let regions):
      return regions[region] ? service.finalFirst[cell] : service.finalRest[cell]
    }
  }
}
