internal import CKernels
internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

extension AccountsRecorder {
  /// Output lost, final demand not served, and output by region, of one step.
  mutating func addNodes(_ state: borrowing State, _ economy: Economy) {
    unsafe sonae_add_accounts(
      &lost, &unserved, &made, state.output.pointer, state.finalShare.pointer, economy.output,
      weight, economy.region, economy.nodeCount, weight.count)
  }
}

/// The element-wise phases of a step, in C so that they use the vectors of the processor at hand.
///
/// The one file that calls them. Whole arrays in, written in place, no allocation; arrays hold
/// [node][scenario] or [product][node][scenario]. Formulas stand in `step_kernels.h`.
extension InventoryModel {
  /// Shortages below this share of what is needed are rounding.
  static let rounding = SONAE_ROUNDING

  /// Use, stocks, orders and cover of one product for the users in a block (steps 8 and 10).
  func updateStocks(_ state: inout State, product p: Int, block: UserBlock) {
    let parameters = batch.parameters
    let economy = batch.economy
    unsafe sonae_update_stocks(
      state.stock.pointer, state.orders.pointer, state.cover.pointer, state.received.pointer,
      economy.requirements.elements, batch.inverseRequirements, economy.output,
      state.output.pointer, state.goal.pointer,
      parameters.perBindingDay, parameters.targetDays, parameters.restockRate,
      parameters.orderCap, parameters.storedStep, economy.productStart, batch.classes.coverStart,
      batch.classes.classOf, p, economy.productCount, block.nodes.lowerBound,
      block.nodes.upperBound, width, batch.conventions.preset == .ario ? 1 : 0,
      parameters.areAlike ? 1 : 0)
  }

  /// Overproduction, capacity, wanted output and the limit of stocks (steps 3 to 5).
  func wantOutput(_ state: inout State, day: Int) {
    let economy = batch.economy
    let parameters = batch.parameters
    switch batch.conventions.preset {
    case .sonae: wantAllowed(&state)
    case .pooled, .ario:
      // The reference family leaves α alone on the first two days.
      let alpha =
        batch.conventions.preset == .pooled
        ? SONAE_ALPHA_RISES : day > 1 ? SONAE_ALPHA_REFERENCE : SONAE_ALPHA_RESTS
      unsafe sonae_want_output(
        state.overproduction.pointer, state.capacity.pointer, state.wanted.pointer,
        state.demand.pointer, state.output.pointer, state.loss.pointer, economy.output,
        economy.inflow, parameters.overproductionMax, parameters.overproductionRate,
        economy.nodeCount, width, Int32(alpha))
    }
    unsafe sonae_limit_by_cover(
      state.limit.pointer, state.wanted.pointer, state.cover.pointer, batch.classes.levels,
      economy.productStart, batch.classes.coverStart, batch.classes.classStart,
      economy.productCount, width)
  }

  /// Output and delivered shares (steps 5 and 6).
  func serve(_ state: inout State) {
    let order =
      switch batch.conventions.rationing {
      // The others start from it: `serveInOrder`.
      case .proportional, .domesticFirst, .namedFirst, .waterFilling: SONAE_TOGETHER
      case .intermediateFirst: SONAE_INDUSTRY_FIRST
      case .finalFirst: SONAE_FINAL_FIRST
      }
    unsafe sonae_serve(
      state.output.pointer, state.deliveredShare.pointer, state.intermediateShare.pointer,
      state.finalShare.pointer, state.wanted.pointer, state.limit.pointer, state.demand.pointer,
      state.intermediateDemand.pointer, batch.economy.inflow,
      batch.economy.nodeCount, width, Int32(order))
  }

  /// The demand to stock for, min(D', κ), no more than the usual with varieties, D' less the delivered part of rebuilding (step 10).
  func setGoal(_ state: inout State) {
    unsafe sonae_set_goal(
      state.goal.pointer, state.demand.pointer, state.rebuildingDemand.pointer,
      state.finalShare.pointer, batch.economy.inflow, state.capacity.pointer,
      batch.economy.output, batch.economy.nodeCount, width, batch.rebuilding.isEmpty ? 0 : 1,
      batch.varieties == nil ? 0 : 1)
  }

  /// What suppliers ship per unit of share, q∘w, then the weights of tomorrow's orders (step 11).
  func chooseSuppliers(_ state: inout State) {
    let economy = batch.economy
    switch batch.conventions.supplierChoice {
    case .fixed where batch.conventions.isWeighted:
      // Varieties: the weights of the next step are set when its shocks are known.
      unsafe sonae_product(
        state.shippedShare.pointer, state.intermediateShare.pointer, state.weight.pointer, cells)
    case .fixed: break  // w = 1: q is read as it stands
    case .delivery:
      unsafe sonae_lean_towards_delivery(
        state.shippedShare.pointer, state.smoothedShare.pointer, state.weight.pointer,
        state.intermediateShare.pointer, state.deliveredShare.pointer, batch.parameters.flexibility,
        batch.conventions.step,
        economy.nodeCount, width)
    case .capacity:
      unsafe sonae_weigh_by_level(
        state.shippedShare.pointer, state.weight.pointer, state.intermediateShare.pointer,
        state.capacity.pointer, economy.output, economy.nodeCount, width)
    case .output:
      unsafe sonae_weigh_by_level(
        state.shippedShare.pointer, state.weight.pointer, state.intermediateShare.pointer,
        state.output.pointer, economy.output, economy.nodeCount, width)
    }
  }

  /// target = T_pᵀ·values over users from a multiple of six on, by packed shares.
  func gatherPacked(
    _ packed: PackedShares, _ suppliers: Range<Int>, _ users: Range<Int>,
    _ values: borrowing AlignedArray, into target: inout AlignedArray, at place: Int
  ) {
    unsafe sonae_gather_shares(
      target.pointer + place, packed.values,
      packed.offset(suppliers: suppliers, first: users.lowerBound),
      values.pointer, suppliers.lowerBound, suppliers.count, PackedShares.blocks(of: users), width)
  }

  /// D_p += T_p·ô over the users of a block, by packed shares.
  func addOrdersPacked(
    _ packed: PackedShares, _ suppliers: Range<Int>, _ block: UserBlock,
    _ orders: borrowing AlignedArray, at from: Int, to demand: inout AlignedArray
  ) {
    unsafe sonae_add_orders(
      demand.pointer, suppliers.lowerBound, packed.values,
      packed.offset(suppliers: suppliers, first: block.nodes.lowerBound), orders.pointer, from,
      suppliers.count, PackedShares.blocks(of: block.nodes), width)
  }

  /// target = Y_pᵀ·values over a product's suppliers, by packed final demand; a block may be written after
  /// the last column.
  func gatherColumnsPacked(
    _ packed: PackedShares, _ suppliers: Range<Int>, _ values: borrowing AlignedArray,
    at from: Int, into target: inout AlignedArray, at to: Int
  ) {
    unsafe sonae_gather_shares(
      target.pointer + to, packed.finalDemand, packed.finalOffset(suppliers: suppliers),
      values.pointer + from, 0, suppliers.count, packed.finalBlocks, width)
  }

  /// Adds Y_p·asked to what is asked of a product's suppliers, by packed final demand.
  func addColumnsPacked(
    _ state: inout State, _ packed: PackedShares, _ suppliers: Range<Int>, at from: Int
  ) {
    unsafe sonae_add_orders(
      state.columns.suppliers.pointer, 0, packed.finalDemand,
      packed.finalOffset(suppliers: suppliers), state.columns.asked.pointer, from,
      suppliers.count, packed.finalBlocks, width)
  }

  /// ô = o / Σ T·w of one product for the users in a block, 0 where a sum is 0.
  func divideOrders(_ state: inout State, product p: Int, block: UserBlock) {
    unsafe sonae_divide(
      state.orders.pointer, p * cells + block.nodes.lowerBound * width, state.weightSum.pointer,
      block.nodes.count * width)
  }

  /// Factors of a product's columns: f·total / Σ y·w, 0 where next to nothing is left to ask.
  func spreadColumns(
    _ state: inout State, product p: Int, at place: Int, _ columns: FinalColumns
  ) {
    unsafe sonae_spread_columns(
      state.columns.asked.pointer, place * columns.count, columns.totals.elements,
      p * columns.count, state.columns.income.pointer, columns.count, width)
  }

  /// Demand on such a product's suppliers: industry's, and final demand of what has not moved.
  func askSuppliers(_ state: inout State, _ suppliers: Range<Int>) {
    if batch.varieties == nil {
      unsafe sonae_ask_suppliers(
        state.demand.pointer, state.intermediateDemand.pointer, state.columns.ones.pointer,
        state.columns.suppliers.pointer, suppliers.lowerBound, suppliers.count, width)
    } else {
      unsafe sonae_ask_suppliers(
        state.demand.pointer, state.intermediateDemand.pointer, state.weight.pointer,
        state.columns.suppliers.pointer, suppliers.lowerBound, suppliers.count, width)
    }
  }

  /// What its suppliers serve of a unit of their usual final demand, w·q.
  func serveSuppliers(_ state: inout State, _ suppliers: Range<Int>) {
    if batch.varieties == nil {
      unsafe sonae_serve_suppliers(
        state.columns.suppliers.pointer, state.columns.ones.pointer, state.finalShare.pointer,
        suppliers.lowerBound, suppliers.count, width)
    } else {
      unsafe sonae_serve_suppliers(
        state.columns.suppliers.pointer, state.weight.pointer, state.finalShare.pointer,
        suppliers.lowerBound, suppliers.count, width)
    }
  }

  /// Final demand of a product asked column by column that regions do not get.
  func missColumns(
    _ state: inout State, product p: Int, at place: Int, _ columns: FinalColumns
  ) {
    let regions = batch.economy.regionCount
    unsafe sonae_miss_columns(
      state.columns.unmet.pointer, place * regions, columns.totals.elements, p * columns.count,
      state.columns.income.pointer, state.columns.asked.pointer, place * columns.count,
      state.columns.served.pointer, columns.region, columns.count, regions, width)
  }

  /// Industry's demand on each supplier is what its shares were asked for, times its weight.
  func weighDemand(_ state: inout State) {
    unsafe sonae_multiply(state.intermediateDemand.pointer, state.weight.pointer, cells)
  }

  /// D = industry's demand and final demand from the table.
  func addFinal(_ state: inout State) {
    unsafe sonae_add_final(
      state.demand.pointer, state.intermediateDemand.pointer, batch.finalDemandTotal,
      batch.economy.nodeCount, width)
  }
}
