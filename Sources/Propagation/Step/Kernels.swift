internal import CKernels
internal import InputOutputTables
internal import LinearAlgebra
internal import Scenarios

extension AccountsRecorder {
  /// Output lost and by which cause, final demand not served, and output by region, of one step.
  mutating func addNodes(_ state: borrowing State, _ economy: Economy) {
    unsafe sonae_add_accounts(
      &lost, &notAsked, &notAble, &unserved, &made, state.output.pointer, state.demand.pointer,
      state.capacity.pointer, state.finalShare.pointer, economy.output, economy.inflow, weight,
      economy.region, economy.nodeCount, weight.count)
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
        batch.conventions.step, economy.nodeCount, width)
    case .capacity, .output:
      let isCapacity = batch.conventions.supplierChoice == .capacity
      unsafe sonae_weigh_by_level(
        state.shippedShare.pointer, state.weight.pointer, state.intermediateShare.pointer,
        isCapacity ? state.capacity.pointer : state.output.pointer, economy.output,
        economy.nodeCount, width)
    }
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
    unsafe sonae_ask_suppliers(
      state.demand.pointer, state.intermediateDemand.pointer,
      batch.varieties == nil ? state.columns.ones.pointer : state.weight.pointer,
      state.columns.suppliers.pointer, suppliers.lowerBound, suppliers.count, width)
  }

  /// What its suppliers serve of a unit of their usual final demand, w·q.
  func serveSuppliers(_ state: inout State, _ suppliers: Range<Int>) {
    unsafe sonae_serve_suppliers(
      state.columns.suppliers.pointer,
      batch.varieties == nil ? state.columns.ones.pointer : state.weight.pointer,
      state.finalShare.pointer, suppliers.lowerBound, suppliers.count, width)
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

  /// Overproduction, capacity and wanted output within what varieties and fed suppliers allow.
  func wantAllowed(_ state: inout State) {
    let economy = batch.economy
    unsafe sonae_want_allowed(
      state.overproduction.pointer, state.capacity.pointer, state.wanted.pointer,
      state.variety.allowed.pointer, state.variety.fed.pointer, state.demand.pointer,
      state.output.pointer, state.loss.pointer, economy.output, economy.inflow,
      batch.parameters.overproductionMax, batch.parameters.overproductionRate,
      economy.nodeCount, width)
  }

  /// What starving suppliers keep from their customers today, and which products have any.
  func markStarving(_ state: inout State) {
    unsafe sonae_mark_starving(
      state.variety.starving.pointer, &state.variety.isStarving, state.variety.lost.pointer,
      state.variety.seen.pointer, batch.economy.productStart, batch.economy.productCount, width)
  }

  /// V += T·lost and W −= T·moved of struck nodes for a block's users.
  func spreadLosses(
    _ state: inout State, product p: Int, _ struck: Strikes.Product, block: UserBlock
  ) {
    let economy = batch.economy
    unsafe sonae_spread_cells(
      state.variety.gone.pointer, state.weightSum.pointer, economy.supplierShares.elements,
      state.variety.lost.pointer, state.weight.pointer, struck.nodes, struck.scenarios,
      struck.nodes.count, economy.nodeCount, block.nodes.lowerBound, block.nodes.upperBound,
      width)
  }

  /// V, W, orders over W, φ and e of one product in one pass, by packed shares.
  func strikePacked(
    _ state: inout State, product p: Int, _ struck: Strikes.Product, block: UserBlock,
    _ packed: PackedShares, _ varieties: Varieties, hasLinks: Bool
  ) {
    let economy = batch.economy
    let columns = varieties.columns
    let hand = (varieties.userPlace[p] ?? 0) * cells
    let bitten = (varieties.place[p] ?? 0) * economy.productCount * width
    unsafe sonae_strike_packed(
      state.variety.gone.pointer, state.orders.pointer, state.variety.allowed.pointer,
      state.variety.atHand.pointer + hand, state.variety.bitten.pointer + bitten,
      packed.shares.values,
      packed.shares.offset(suppliers: economy.suppliers(of: p), first: block.nodes.lowerBound),
      state.variety.lost.pointer, state.weight.pointer, struck.layers,
      struck.layers.count / width, varieties.byUser[p], batch.inverseRequirements, columns.cuts,
      columns.stops, columns.curve, columns.biting, economy.productStart, economy.product,
      varieties.sixes, p, economy.productCount, block.nodes.lowerBound, block.nodes.upperBound,
      width, varieties.place[p] == nil ? 0 : 1, hasLinks ? 1 : 0, state.variety.isMoving[p] ? 1 : 0)
  }

  /// What users miss of the struck supplier of a product, before the users' shares.
  func bite(_ state: inout State, product p: Int, at place: Int, _ varieties: Varieties) {
    let products = batch.economy.productCount
    unsafe sonae_bite(
      state.variety.bitten.pointer + place * products * width, state.variety.lost.pointer,
      varieties.columns.biting, varieties.strikes.products[p].layers, batch.economy.productStart,
      p, products, width)
  }

  /// Layers of struck suppliers that `strikePacked` takes at most.
  static let mostLayers = Int(SONAE_MOST_LAYERS)

  /// φ and e of one product for the users in a block, `place` of its varieties.
  func cutByVarieties(
    _ state: inout State, product p: Int, at place: Int, block: UserBlock,
    _ columns: VarietyColumns
  ) {
    let economy = batch.economy
    unsafe sonae_cut_by_varieties(
      state.variety.allowed.pointer, state.variety.atHand.pointer, place * cells,
      state.variety.gone.pointer, batch.inverseRequirements, columns.cuts, columns.stops,
      columns.curve, columns.biting, economy.productStart, p, economy.productCount,
      block.nodes.lowerBound, block.nodes.upperBound, width)
  }

  /// m of one product for some of the users in a block; names it where that is their least so far, if limits
  /// are traced.
  func cutByChain(
    _ state: inout State, product p: Int, block: UserBlock, users: Range<Int>,
    _ columns: VarietyColumns
  ) {
    let economy = batch.economy
    let at = (users.lowerBound - block.nodes.lowerBound) * width
    let traces = !state.variety.worst.isEmpty
    unsafe sonae_cut_by_chain(
      state.variety.fed.pointer, &state.variety.worst, &state.variety.worstProduct,
      state.variety.starved.pointer + at, batch.inverseRequirements, columns.chain,
      economy.productStart, p, economy.productCount, users.lowerBound, users.upperBound, width,
      traces ? 1 : 0)
  }

  /// r̄ after a step.
  func showShortage(_ state: inout State, _ columns: VarietyColumns) {
    let economy = batch.economy
    unsafe sonae_show_shortage(
      state.variety.seen.pointer, state.variety.allowed.pointer, state.limit.pointer,
      columns.showing, economy.productStart, economy.productCount, width)
  }
}
