internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

/// The dynamic model of MODEL.md section 4: one step of a batch.
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

  /// Takes the state through one day.
  func step(_ state: inout State, day: Int) {
    applyShocks(&state, day: day)
    ask(&state)
    demandRebuilding(&state, day: day)
    setWantedOutput(&state, day: day)
    produce(&state)
    ration(&state)
    rebuild(&state)
    deliver(&state, day: day)
    chooseSuppliers(&state)
  }

  /// Overproduction, capacity and wanted output (steps 3 and 4).
  private func setWantedOutput(_ state: inout State, day: Int) {
    let economy = batch.economy
    let isReference = batch.conventions.preset == .ario
    // The reference family leaves α alone on the first two days.
    if !isReference || day > 1 {
      adjustOverproduction(
        &state.overproduction, demand: state.demand, output: state.output, inflow: economy.inflow,
        maximum: batch.parameters.overproductionMax, rate: batch.parameters.overproductionRate,
        isReference: isReference)
    }
    setCapacity(
      &state.capacity, baseline: economy.output, loss: state.loss,
      overproduction: state.overproduction, width: width)
    setWanted(
      &state.wanted, demand: state.demand, inflow: economy.inflow, capacity: state.capacity,
      width: width)
  }

  /// Output under the limits of inputs (step 5).
  private func produce(_ state: inout State) {
    reset(&state.limit, &state.limitingProduct)
    let economy = batch.economy
    for p in 0..<economy.productCount {
      limitByInput(
        &state.limit, limitingProduct: &state.limitingProduct, product: p, stock: state.stock,
        at: p * cells, requirement: batch.bindingRequirements,
        rowOffset: p * economy.nodeCount, wanted: state.wanted,
        bindingDays: batch.parameters.bindingDays, criticality: batch.parameters.criticality,
        userProduct: economy.product, products: economy.productCount)
    }
    for index in batch.overlays.indices { limitByOverlay(index, &state) }
    multiply(state.wanted, state.limit, block: 0..<cells, into: &state.output)
  }

  private func reset(_ limit: inout [Double], _ product: inout [Int32]) {
    for cell in limit.indices {
      limit[cell] = 1
      product[cell] = -1
    }
  }

  /// Delivered shares (step 6), and the demand that stocks are kept for (step 10).
  private func ration(_ state: inout State) {
    let economy = batch.economy
    Propagation.ration(
      all: &state.deliveredShare, industry: &state.intermediateShare, final: &state.finalShare,
      output: state.output, demand: state.demand, intermediate: state.intermediateDemand,
      inflow: economy.inflow, width: width, order: servingOrder)
    setGoal(&state)
  }

  private var servingOrder: ServingOrder {
    switch batch.conventions.rationing {
    case .proportional: .together
    case .intermediateFirst: .industryFirst
    case .finalFirst: .finalFirst
    }
  }

  /// min(D', κ), D' = D⁺ with only the undelivered part of rebuilding demand.
  private func setGoal(_ state: inout State) {
    for cell in 0..<cells {
      let undelivered = state.rebuildingDemand[cell] * state.finalShare[cell]
      state.scratch[cell] = state.demand[cell] - undelivered
    }
    setWanted(
      &state.goal, demand: state.scratch, inflow: batch.economy.inflow, capacity: state.capacity,
      width: width)
  }

  /// Weights for the orders placed today (step 11).
  private func chooseSuppliers(_ state: inout State) {
    switch batch.conventions.supplierChoice {
    case .fixed: break
    case .delivery:
      leanTowardsDelivery(
        smoothed: &state.smoothedShare, weight: &state.weight, delivered: state.deliveredShare,
        flexibility: batch.parameters.flexibility, step: batch.conventions.step)
    case .capacity:
      weigh(
        &state.weight, by: state.capacity, baseline: batch.economy.output, width: width)
    case .output:
      weigh(&state.weight, by: state.output, baseline: batch.economy.output, width: width)
    }
  }
}
