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

  /// Share of a gate's usual flow that passes under each escort.
  var opened: [Double]

  init(_ overlay: Overlay, width m: Int) {
    let count = overlay.gates.count * m
    closed = [Double](repeating: 0, count: count)
    open = [Double](repeating: 1, count: count)
    publicly = [Double](repeating: 0, count: count)
    detoured = overlay.gates.detours.map { _ in 0 }
    opened = overlay.gates.openings.map { _ in 0 }
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
  /// Numbers of the delays, those of a cell [link][m] together and in their order.
  private let delaysOfCells: [Int]
  /// Where those of each cell begin in `delaysOfCells`, and their count after the last; empty without any.
  private let starts: [Int]

  /// Nothing waits yet; `links` is the number of links that `link` gives a number.
  init(
    _ delays: [Overlay.Delay], links: Int, width m: Int, stepsPerDay: Int,
    link: (_ buyer: Int, _ origin: Int) -> Int
  ) {
    let ring = delays.ringDays * stepsPerDay
    cargo = [Double](repeating: 0, count: ring)
    past = [Double](repeating: 0, count: ring)
    share = delays.map { _ in 0 }
    fresh = delays.map { _ in 0 }
    let cells = delays.map { link($0.importer, $0.origin) * m + $0.scenario }
    delaysOfCells = delays.indices.sorted { (cells[$0], $0) < (cells[$1], $1) }
    var starts: [Int] = []
    if !delays.isEmpty {
      starts = [Int](repeating: 0, count: links * m + 1)
      for cell in cells { starts[cell + 1] += 1 }
      for cell in 0..<links * m { starts[cell + 1] += starts[cell] }
    }
    self.starts = starts
  }

  /// Places in `delaysOfCells` of what waits on a cell.
  private func places(of cell: Int) -> Range<Int> {
    starts.isEmpty ? 0..<0 : starts[cell]..<starts[cell + 1]
  }

  /// Lets a share of what ships today wait, in a slot of the ring.
  mutating func begin(_ index: Int, share: Double, at slot: Int) {
    fresh[index] = max(0, share - past[slot])
    past[slot] = share
    self.share[index] = share
  }

  /// What of a cell's shipments goes on today: each delay in turn takes of what the earlier ones left, and
  /// what has waited goes on.
  mutating func hold(
    _ shipped: Double, _ delays: [Overlay.Delay], cell: Int, at moment: Moment
  ) -> Double {
    var left = shipped
    var done = 0.0
    for place in places(of: cell) {
      let index = delaysOfCells[place]
      let slot = delays[index].slot(moment)
      let waits = left * share[index]
      done += cargo[slot]
      cargo[slot] = waits
      left -= waits
    }
    return left + done
  }

  /// Share of what leaves an origin on a cell that waits at reviews and is not yet replaced by what has
  /// waited. The market knows that cargo on a longer way comes.
  func missing(_ delays: [Overlay.Delay], cell: Int) -> Double {
    var left = 1.0
    for place in places(of: cell) where delays[delaysOfCells[place]].gate == nil {
      left *= 1 - fresh[delaysOfCells[place]]
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

extension [Overlay.Delay] {
  /// Days of the rings of all, where the next begins.
  var ringDays: Int { last.map { $0.ringOffset + $0.days } ?? 0 }
}
