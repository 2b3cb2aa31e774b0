/// Watches a run: called after each day's step.
///
/// Stocks are those at the start of the day; its deliveries reach them when the next day starts.
package protocol Observer {
  /// Takes note of a day; the state is the day's, before the next step.
  mutating func observe(day: Int, state: borrowing State, batch: CompiledBatch)
}

/// Runs a batch from its first day to its horizon.
package struct Simulation: ~Copyable {
  private let model: InventoryModel
  private var state: State
  private var day = 0

  /// Makes a simulation on its first day; everything that a run needs is allocated here.
  ///
  /// `tracingLimits` finds each day which input limits each node, for observers that ask.
  package init(_ batch: CompiledBatch, tracingLimits: Bool = true) {
    model = InventoryModel(batch)
    state = State(batch, tracingLimits: tracingLimits)
  }

  /// Runs to the horizon; the observer sees every day.
  package mutating func run(_ observer: inout some Observer) {
    while day < model.batch.horizon { advance(&observer) }
  }

  /// Runs one day.
  package mutating func advance(_ observer: inout some Observer) {
    model.step(&state, day: day)
    observer.observe(day: day, state: state, batch: model.batch)
    day += 1
  }
}
