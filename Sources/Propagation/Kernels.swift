internal import CKernels
internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

/// The element-wise phases of a step, in C so that they use the vectors of the processor at hand.
///
/// The one file that calls them. Whole arrays in, written in place, no allocation; arrays hold
/// [node][scenario] or [product][node][scenario]. Formulas stand in `step_kernels.h`.
extension InventoryModel {
  /// Use, stocks, orders and cover of one product for the users in a block (steps 8 and 10).
  func updateStocks(_ state: inout State, product p: Int, block: UserBlock) {
    let parameters = batch.parameters
    let economy = batch.economy
    unsafe sonae_update_stocks(
      &state.stock, &state.orders, &state.cover, state.received, economy.requirements.elements,
      batch.inverseRequirements, economy.output, state.output, state.goal,
      parameters.perBindingDay, parameters.targetDays, parameters.restockRate,
      parameters.orderCap, parameters.storedStep, economy.productStart, batch.classes.coverStart,
      batch.classes.classOf, p, economy.productCount, block.nodes.lowerBound,
      block.nodes.upperBound, width, batch.conventions.preset == .ario ? 1 : 0)
  }

  /// Overproduction, capacity, wanted output and the limit of stocks (steps 3 to 5).
  func wantOutput(_ state: inout State, day: Int) {
    let economy = batch.economy
    let parameters = batch.parameters
    let alpha =
      switch batch.conventions.preset {
      case .sonae: SONAE_ALPHA_RISES
      // The reference family leaves α alone on the first two days.
      case .ario: day > 1 ? SONAE_ALPHA_REFERENCE : SONAE_ALPHA_RESTS
      }
    unsafe sonae_want_output(
      &state.overproduction, &state.capacity, &state.wanted, &state.limit, state.demand,
      state.output, state.loss, economy.output, economy.inflow, parameters.overproductionMax,
      parameters.overproductionRate, state.cover, batch.classes.levels, economy.productStart,
      batch.classes.coverStart, batch.classes.classStart, economy.productCount, width,
      Int32(alpha))
  }

  /// Output and delivered shares (steps 5 and 6).
  func serve(_ state: inout State) {
    let order =
      switch batch.conventions.rationing {
      case .proportional: SONAE_TOGETHER
      case .intermediateFirst: SONAE_INDUSTRY_FIRST
      case .finalFirst: SONAE_FINAL_FIRST
      }
    unsafe sonae_serve(
      &state.output, &state.deliveredShare, &state.intermediateShare, &state.finalShare,
      state.wanted, state.limit, state.demand, state.intermediateDemand, batch.economy.inflow,
      batch.economy.nodeCount, width, Int32(order))
  }

  /// The demand to stock for, min(D', κ), D' less the delivered part of rebuilding (step 10).
  func setGoal(_ state: inout State) {
    unsafe sonae_set_goal(
      &state.goal, state.demand, state.rebuildingDemand, state.finalShare, batch.economy.inflow,
      state.capacity, batch.economy.nodeCount, width, batch.rebuilding.isEmpty ? 0 : 1)
  }

  /// What suppliers ship per unit of share, q∘w, then the weights of tomorrow's orders (step 11).
  func chooseSuppliers(_ state: inout State) {
    let economy = batch.economy
    switch batch.conventions.supplierChoice {
    case .fixed: break  // w = 1: q is read as it stands
    case .delivery:
      unsafe sonae_lean_towards_delivery(
        &state.shippedShare, &state.smoothedShare, &state.weight, state.intermediateShare,
        state.deliveredShare, batch.parameters.flexibility, batch.conventions.step,
        economy.nodeCount, width)
    case .capacity:
      unsafe sonae_weigh_by_level(
        &state.shippedShare, &state.weight, state.intermediateShare, state.capacity,
        economy.output, economy.nodeCount, width)
    case .output:
      unsafe sonae_weigh_by_level(
        &state.shippedShare, &state.weight, state.intermediateShare, state.output,
        economy.output, economy.nodeCount, width)
    }
  }

  /// target = T_pᵀ·values over the users of a block, by packed shares.
  func gatherPacked(
    _ packed: PackedShares, _ suppliers: Range<Int>, _ block: UserBlock, _ values: [Double],
    into target: inout [Double]
  ) {
    unsafe sonae_gather_shares(
      &target, packed.values, packed.offset(suppliers: suppliers, first: block.nodes.lowerBound),
      values, suppliers.lowerBound, suppliers.count, block.paddedCount / PackedShares.rows, width)
  }

  /// D_p += T_p·ô over the users of a block, by packed shares.
  func addOrdersPacked(
    _ packed: PackedShares, _ suppliers: Range<Int>, _ block: UserBlock, _ orders: [Double],
    at from: Int, to demand: inout [Double]
  ) {
    unsafe sonae_add_orders(
      &demand, suppliers.lowerBound, packed.values,
      packed.offset(suppliers: suppliers, first: block.nodes.lowerBound), orders, from,
      suppliers.count, block.paddedCount / PackedShares.rows, width)
  }
}
