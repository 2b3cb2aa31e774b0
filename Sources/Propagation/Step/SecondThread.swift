internal import CSecondThread
internal import InputOutputTables
internal import LinearAlgebra

/// A thread that adds up what is ordered of products while its run works on the next ones.
@safe struct SecondThread: ~Copyable {
  fileprivate let thread: OpaquePointer?

  /// Starts it if asked to, where the system has one to give.
  init(starting: Bool) { unsafe thread = starting ? sonae_second_thread_start() : nil }

  deinit {
    if let thread = unsafe thread { unsafe sonae_second_thread_end(thread) }
  }

  /// Says that the orders of one more product are known, products in their order.
  func add() {
    if let thread = unsafe thread { unsafe sonae_second_thread_add(thread) }
  }
}

extension InventoryModel {
  /// Whether a run has a second thread that can add up its orders: all users are in one block, so that those of
  /// a product are known at once.
  private func hasSecond(_ state: borrowing State) -> Bool {
    let isThere = unsafe state.second.thread != nil
    return isThere && batch.blocks.count == 1 && (width == 1 || batch.packed != nil)
      && batch.economy.productCount <= Int(SONAE_MOST_PRODUCTS)
  }

  /// D += T·ô of all products, on the second thread where there is one: then `work`, told so, says of each
  /// product when its orders are known, and otherwise adds them up itself. The bits are the same.
  func addingOrders(_ state: inout State, _ work: (inout State, _ isBeside: Bool) -> Void) {
    guard hasSecond(state), let thread = unsafe state.second.thread else {
      return work(&state, false)
    }
    let economy = batch.economy
    let shares = batch.packed?.shares.values ?? economy.supplierShares.elements
    unsafe shares.withUnsafeBufferPointer { shares in
      unsafe economy.productStart.withUnsafeBufferPointer { starts in
        unsafe sonae_second_thread_open(
          thread,
          sonae_orders(
            demand: state.intermediateDemand.pointer, shares: shares.baseAddress,
            orders: state.orders.pointer, sector_start: starts.baseAddress,
            sectors: economy.productCount, width: width, in_pairs: PackedShares.areInPairs ? 1 : 0))
        work(&state, true)
        unsafe sonae_second_thread_close(thread)
      }
    }
  }
}
