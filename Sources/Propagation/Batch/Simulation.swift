/// Watches a run: called after each step, of which a day has one unless Δt is shorter.
///
/// Flows are those of the step, per day; stocks are those at its start: its deliveries reach them
/// when the next step starts.
package protocol Observer {
  /// Takes note of a step; the state is the step's, before the next.
  mutating func observe(_ moment: Moment, state: borrowing State, batch: CompiledBatch)
}

/// Runs a batch from its first day to its horizon.
package struct Simulation: ~Copyable {
  private let model: InventoryModel
  private var state: State
  private var moment: Moment

  /// Makes a simulation on its first day; everything that a run needs is allocated here.
  ///
  /// `tracingLimits` finds each day which input limits each node, for observers that ask. `hasSecondThread`:
  /// orders are added up on another processor, for a batch that has one to spare; the results are the same.
  package init(
    _ batch: CompiledBatch, tracingLimits: Bool = true, hasSecondThread: Bool = false
  ) {
    model = InventoryModel(batch)
    state = State(batch, tracingLimits: tracingLimits, hasSecondThread: hasSecondThread)
    moment = Moment(day: 0, stepsPerDay: batch.conventions.stepsPerDay)
  }

  /// Runs to the horizon; the observer sees every day.
  package mutating func run(_ observer: inout some Observer) {
    while moment.day < model.batch.horizon { advance(&observer) }
  }

  /// The same until it is to stop, asked day by day; whether it has run to the horizon.
  package mutating func run(_ observer: inout some Observer, unless stops: () -> Bool) -> Bool {
    while moment.day < model.batch.horizon {
      if stops() { return false }
      advance(&observer)
    }
    return true
  }

  /// Runs one day.
  package mutating func advance(_ observer: inout some Observer) {
    for _ in 0..<moment.stepsPerDay {
      model.step(&state, at: moment)
      observer.observe(moment, state: state, batch: model.batch)
      moment = moment.next
    }
  }
}
