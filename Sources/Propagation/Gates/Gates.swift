internal import Scenarios

/// What happens at the chokepoints of an overlay (LEVERS.md B); gates by their number in the commodity.
struct Gates: Sendable {
  /// A way of a link: what goes it must pass all of its gates.
  struct Passage: Sendable {
    /// Link and scenario, index into [buyer][i][m].
    let cell: Int
    /// Share of the link's flow, 0 to 1.
    let share: Double
    let gates: [Int]
  }

  /// Something at a gate in a scenario.
  struct Entry<Value: Sendable>: Sendable {
    let gate: Int
    let scenario: Int
    let value: Value
    let window: Window

    /// Its share of full force on a day.
    func force(on day: Int) -> Double { window.intensity(on: day) }
  }

  /// Number of gates.
  var count = 0
  /// Flow through each gate before the shock, units a day; nil where there is no figure.
  var flow: [Double?] = []
  /// Share of it that goes around, [gate][m]: what the scenario's closures state, else the figure.
  var relief: [Double] = []
  var passages: [Passage] = []
  /// Shares of the flow that closures stop.
  var closings: [Entry<Double>] = []
  var detours: [Entry<Detour>] = []
  var premiums: [Entry<Premium>] = []
  var covers: [Entry<PublicCover>] = []
  var voyages: [Entry<Voyage>] = []
  var openings: [Entry<Double>] = []

  /// The ways of a link by its exposed shares σ of gates: without figures of whole routes, what passes a
  /// less used gate passes every more used one too, as tankers from the Gulf pass Malacca after Hormuz.
  static func passages(_ exposed: [(gate: Int, share: Double)], cell: Int) -> [Passage] {
    let sorted = exposed.filter { $0.share > 0 }.sorted {
      ($0.share, $1.gate) > ($1.share, $0.gate)
    }
    return sorted.indices.compactMap { last in
      let next = last + 1 < sorted.count ? sorted[last + 1].share : 0
      let share = sorted[last].share - next
      return share > 0
        ? Passage(cell: cell, share: share, gates: sorted[...last].map(\.gate)) : nil
    }
  }
}

/// What of a link waits because of a gate.
struct GateDelay: Sendable {
  /// The gate.
  let gate: Int
  /// Index into `Gates.detours`; nil: all that passes.
  let detour: Int?
  /// The link's ways through the gate.
  let passages: [Gates.Passage]
}
