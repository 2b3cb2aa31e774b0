/// What passes the gates of an overlay today.
struct GateState: Sendable {
  /// Share of usual flow that each gate stops, [gate][m].
  var closed: [Double]
  /// Share that cover and ships leave open, [gate][m].
  var open: [Double]
  /// Share of the insured ships that a government covers, [gate][m].
  var publicly: [Double]
  /// Share of a gate's usual flow that each detour takes.
  var detoured: [Double]

  init(_ overlay: Overlay, width m: Int) {
    let count = overlay.gates.count * m
    closed = [Double](repeating: 0, count: count)
    open = [Double](repeating: 1, count: count)
    publicly = [Double](repeating: 0, count: count)
    detoured = overlay.gates.detours.map { _ in 0 }
  }
}

/// What waits at reviews and on longer ways.
package struct WaitingState: Sendable {
  /// Cargo that waits, units a day, ring by delay.
  package internal(set) var cargo: [Double]
  /// Share of what ships that waits today, by delay.
  var share: [Double]
  /// What of it no earlier cargo replaces.
  var fresh: [Double]
  /// The shares of the days before, as `cargo`.
  var past: [Double]

  init(_ delays: [Overlay.Delay], stepsPerDay: Int) {
    let ring = delays.reduce(0) { $0 + $1.days } * stepsPerDay
    cargo = [Double](repeating: 0, count: ring)
    past = [Double](repeating: 0, count: ring)
    share = delays.map { _ in 0 }
    fresh = delays.map { _ in 0 }
  }

  /// Lets a share of what ships today wait, in a slot of the ring.
  mutating func begin(_ index: Int, share: Double, at slot: Int) {
    fresh[index] = max(0, share - past[slot])
    past[slot] = share
    self.share[index] = share
  }

  /// What of a link's shipments goes on today: each delay in turn takes of what the earlier ones left, and
  /// what has waited goes on.
  mutating func hold(
    _ shipped: Double, _ delays: [Overlay.Delay], buyer: Int, origin: Int, scenario: Int,
    at moment: Moment
  ) -> Double {
    var left = shipped
    var done = 0.0
    for (index, delay) in delays.enumerated()
    where delay.importer == buyer && delay.origin == origin && delay.scenario == scenario {
      let slot = delay.slot(moment)
      let waits = left * share[index]
      done += cargo[slot]
      cargo[slot] = waits
      left -= waits
    }
    return left + done
  }

  /// Share of what leaves an origin that waits at reviews and is not yet replaced by what has waited. The
  /// market knows that cargo on a longer way comes.
  func missing(_ delays: [Overlay.Delay], buyer: Int, origin: Int, scenario: Int) -> Double {
    var left = 1.0
    for (index, delay) in delays.enumerated()
    where delay.importer == buyer && delay.origin == origin && delay.scenario == scenario
      && delay.gate == nil
    {
      left *= 1 - fresh[index]
    }
    return 1 - left
  }
}

extension Overlay.Delay {
  /// Its place in the ring at a step.
  func slot(_ moment: Moment) -> Int {
    ringOffset * moment.stepsPerDay + moment.slot(inDays: days)
  }
}
