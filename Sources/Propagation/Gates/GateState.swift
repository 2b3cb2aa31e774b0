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
struct WaitingState: Sendable {
  /// Cargo that waits, units a day, ring by delay.
  var cargo: [Double]
  /// Share of what ships that waits today, by delay.
  var share: [Double]
  /// What of it no earlier cargo replaces.
  var fresh: [Double]
  /// The shares of the days before, as `cargo`.
  var past: [Double]

  init(_ overlay: Overlay, stepsPerDay: Int) {
    let ring = overlay.delays.reduce(0) { $0 + $1.days } * stepsPerDay
    cargo = [Double](repeating: 0, count: ring)
    past = [Double](repeating: 0, count: ring)
    share = overlay.delays.map { _ in 0 }
    fresh = overlay.delays.map { _ in 0 }
  }
}
