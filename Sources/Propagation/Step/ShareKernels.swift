internal import CShareKernels
internal import InputOutputTables
internal import LinearAlgebra

/// The products with packed shares, in C like the phases of `Kernels.swift`; the one file that calls them.
extension InventoryModel {
  /// Whether the kernels take twice as many scenarios at a time, as C has it.
  private var pairs: Int32 { PackedShares.areInPairs ? 1 : 0 }

  /// target = M_pᵀ·values over columns from a multiple of six on, M packed shares or final demand; a block
  /// may be written after the last.
  func gatherPacked(
    _ matrix: PackedMatrix, _ suppliers: Range<Int>, _ columns: Range<Int>,
    _ values: borrowing AlignedArray, at from: Int, into target: inout AlignedArray, at to: Int
  ) {
    unsafe sonae_gather_shares(
      target.pointer + to, matrix.values,
      matrix.offset(suppliers: suppliers, first: columns.lowerBound), values.pointer + from,
      suppliers.count, PackedShares.blocks(of: columns), width, pairs)
  }

  /// target += M_p·values, likewise.
  func addPacked(
    _ matrix: PackedMatrix, _ suppliers: Range<Int>, _ columns: Range<Int>,
    _ values: borrowing AlignedArray, at from: Int, to target: inout AlignedArray, at to: Int
  ) {
    unsafe sonae_add_orders(
      target.pointer + to, matrix.values,
      matrix.offset(suppliers: suppliers, first: columns.lowerBound), values.pointer + from,
      suppliers.count, PackedShares.blocks(of: columns), width, pairs)
  }

  /// D_p += T_p·ô over the users of a block, of one scenario alone.
  func addAlone(_ state: inout State, product p: Int, block: UserBlock) {
    let n = batch.economy.nodeCount
    let suppliers = batch.economy.suppliers(of: p)
    unsafe sonae_add_orders_alone(
      state.intermediateDemand.pointer + suppliers.lowerBound,
      batch.economy.supplierShares.elements, suppliers.lowerBound * n + block.nodes.lowerBound, n,
      state.orders.pointer + p * n + block.nodes.lowerBound, suppliers.count, block.nodes.count)
  }

  /// q∘w − 1 of the day's shipments, and the suppliers of each product that ship anything but 1 of an order.
  func listChanges(_ state: inout State) {
    let economy = batch.economy
    let isWeighted = batch.conventions.isWeighted
    unsafe sonae_list_changes(
      state.shipments.change.pointer, &state.shipments.places, &state.shipments.counts,
      isWeighted ? state.shippedShare.pointer : state.intermediateShare.pointer,
      economy.productStart, economy.productCount, width)
  }

  /// E = 1 + T_pᵀ·change over the users of a block, by packed shares.
  func gatherChanges(
    _ state: inout State, product p: Int, block: UserBlock, _ packed: PackedMatrix
  ) {
    let suppliers = batch.economy.suppliers(of: p)
    let first = suppliers.lowerBound
    unsafe state.shipments.places.withUnsafeBufferPointer { places in
      guard let places = places.baseAddress else { return }
      unsafe sonae_gather_changes(
        state.received.pointer, packed.values,
        packed.offset(suppliers: suppliers, first: block.nodes.lowerBound),
        state.shipments.change.pointer + first * width, places + first,
        state.shipments.counts[p], suppliers.count, PackedShares.blocks(of: block.nodes), width,
        pairs)
    }
  }

  /// Ψ and m of one product for users from a multiple of six on, by packed shares, in one pass.
  func cutByStarved(
    _ state: inout State, product p: Int, block: UserBlock, users: Range<Int>,
    _ packed: PackedShares, _ columns: VarietyColumns, hasLinks: Bool
  ) {
    let economy = batch.economy
    let at = (users.lowerBound - block.nodes.lowerBound) * width
    unsafe sonae_cut_by_starved(
      state.variety.fed.pointer, state.variety.starved.pointer + at, packed.shares.values,
      packed.shares.offset(suppliers: economy.suppliers(of: p), first: users.lowerBound),
      state.variety.starving.pointer, batch.inverseRequirements, columns.chain,
      economy.productStart, p, economy.productCount, users.lowerBound, users.upperBound, width,
      hasLinks ? 1 : 0, pairs)
  }
}
