internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

/// The dynamic model of MODEL.md section 4, with MODEL2.md's varieties where a batch has them: one step
/// of a batch.
///
/// What a step's deliveries do to stocks and orders is worked out when the next one starts, together
/// with the flows that those orders ask for: each product's state is touched once a step, while the
/// shares that both need are in cache.
package struct InventoryModel: Sendable {
  /// What is simulated.
  let batch: CompiledBatch
  /// Number of scenarios m.
  let width: Int
  /// Values in one [node][scenario] array.
  let cells: Int

  init(_ batch: CompiledBatch) {
    self.batch = batch
    width = batch.width
    cells = batch.economy.nodeCount * batch.width
  }

  /// Takes the state through one step.
  func step(_ state: inout State, at moment: Moment) {
    if let income = batch.income, income.isFelt { spendIncome(&state, income) }
    applyShocks(&state, at: moment)
    trade(&state, at: moment)
    askFinal(&state)
    demandRebuilding(&state, at: moment)
    wantOutput(&state, day: moment.day)
    if !state.limitingProduct.isEmpty { traceLimits(&state) }
    limitByOverlays(&state)
    if !state.variety.worst.isEmpty { preferVarieties(&state) }
    serve(&state)
    serveInOrder(&state)
    setGoal(&state)
    rebuild(&state)
    for index in batch.overlays.indices {
      deliverOverlay(index, batch.overlays[index], &state, at: moment)
    }
    followPrices(&state, at: moment)
    chooseSuppliers(&state)
    if let varieties = batch.varieties {
      showShortage(&state, varieties.columns)
      adapt(&state, varieties)
    }
    if let columns = batch.columns { missColumns(&state, columns) }
    if let income = batch.income, income.isFelt { followBills(&state, income, at: moment) }
  }

  /// Finds the product that limits output most, where any does; the first among equals.
  private func traceLimits(_ state: inout State) {
    let economy = batch.economy
    for i in 0..<economy.nodeCount {
      for k in 0..<width {
        let cell = i * width + k
        state.limitingProduct[cell] = -1
        guard state.limit[cell] < 1 else { continue }
        let first = (0..<economy.productCount).first {
          limit(of: $0, on: i, scenario: k, state) == state.limit[cell]
        }
        state.limitingProduct[cell] = first.map(Int32.init) ?? -1
      }
    }
  }

  /// 1 − c·(1 − min(1, S/need)) of one input, by the operations of the kernels.
  private func limit(of p: Int, on j: Int, scenario k: Int, _ state: borrowing State) -> Double {
    let economy = batch.economy
    let inverse = batch.inverseRequirements[p * economy.nodeCount + j]
    let u = economy.product[j]
    let rank = Int(batch.classes.classOf[p * economy.productCount + u])
    guard inverse > 0, rank >= 0 else { return 1 }
    let cell = j * width + k
    let perDay = batch.parameters.perBindingDay[p * width + k]
    let allows = state.stock[p * cells + cell] * inverse * perDay
    let bound = state.wanted[cell] * (1 - InventoryModel.rounding)
    let ratio = allows < bound ? allows / state.wanted[cell] : 1
    let level = batch.classes.levels[(batch.classes.classStart[u] + rank) * width + k]
    return 1 - level * (1 - ratio)
  }
}
