internal import CKernels
internal import InputOutputTables
internal import LinearAlgebra

// The phases of varieties, chain and struck suppliers, in C: the one file that calls them, as `Kernels.swift`
// the others.
extension InventoryModel {
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
      state.variety.atHand.pointer + hand, state.variety.bitten.pointer + bitten, packed.values,
      packed.offset(suppliers: economy.suppliers(of: p), first: block.nodes.lowerBound),
      state.variety.lost.pointer, state.weight.pointer, struck.layers,
      struck.layers.count / width, varieties.byUser[p], batch.inverseRequirements, columns.cuts,
      columns.stops, columns.curve, columns.biting, economy.productStart, p, economy.productCount,
      block.nodes.lowerBound, block.nodes.upperBound, width, varieties.place[p] == nil ? 0 : 1,
      hasLinks ? 1 : 0, state.variety.isMoving[p] ? 1 : 0)
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
      block.nodes.lowerBound,
      block.nodes.upperBound, width)
  }

  /// m of one product for some of the users in a block.
  func cutByChain(
    _ state: inout State, product p: Int, block: UserBlock, users: Range<Int>,
    _ columns: VarietyColumns
  ) {
    let economy = batch.economy
    let at = (users.lowerBound - block.nodes.lowerBound) * width
    unsafe sonae_cut_by_chain(
      state.variety.fed.pointer, state.variety.starved.pointer + at, batch.inverseRequirements,
      columns.chain, economy.productStart, p, economy.productCount, users.lowerBound,
      users.upperBound, width)
  }

  /// Ψ and m of one product for users from a multiple of six on, by packed shares, in one pass.
  func cutByStarved(
    _ state: inout State, product p: Int, block: UserBlock, users: Range<Int>,
    _ packed: PackedShares, _ columns: VarietyColumns, hasLinks: Bool
  ) {
    let economy = batch.economy
    let at = (users.lowerBound - block.nodes.lowerBound) * width
    unsafe sonae_cut_by_starved(
      state.variety.fed.pointer, state.variety.starved.pointer + at, packed.values,
      packed.offset(suppliers: economy.suppliers(of: p), first: users.lowerBound),
      state.variety.starving.pointer, batch.inverseRequirements, columns.chain,
      economy.productStart, p, economy.productCount, users.lowerBound, users.upperBound, width,
      hasLinks ? 1 : 0)
  }

  /// r̄ after a step.
  func showShortage(_ state: inout State, _ columns: VarietyColumns) {
    let economy = batch.economy
    unsafe sonae_show_shortage(
      state.variety.seen.pointer, state.variety.allowed.pointer, state.limit.pointer,
      columns.showing, economy.productStart, economy.productCount, width)
  }
}
