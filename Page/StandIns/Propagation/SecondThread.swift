/// A page has one thread.
struct SecondThread: ~Copyable {
  init(starting: Bool) {}

  func add() {}
}

extension InventoryModel {
  /// Runs add up their orders themselves.
  func addingOrders(_ state: inout State, _ work: (inout State, _ isBeside: Bool) -> Void) {
    work(&state, false)
  }
}
