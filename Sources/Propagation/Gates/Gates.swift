internal import Scenarios

/// What happens at the chokepoints of an overlay (LEVERS.md B); gates by their number in the commodity.
struct Gates: Sendable {
  /// A way of a link: what goes it must pass all of its gates.
  struct Passage: Sendable {
    /// Link and scenario, index into [buyer][i][m].
    let cell: Int
    /// Share of the link's flow, 0 to 1.
    let share: Double
    let gates: [Passed]

    /// Whether it passes a gate.
    func passes(_ gate: Int) -> Bool { gates.contains { $0.gate == gate } }
  }

  /// A gate on a way.
  struct Passed: Sendable {
    let gate: Int
    /// Share of what the gate blocks of the way that the figures let go around it, late, 0 to 1.
    var around = 0.0
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

  /// What of a closure's part passes under escort.
  struct Opening: Sendable {
    /// Share of what closures stop, 0 to 1.
    let share: Double
    /// What of it ships can carry on the longer voyage, 0 to 1.
    let fleet: Double
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
  var openings: [Entry<Opening>] = []
}

/// What of a link waits because of a gate.
struct GateDelay: Sendable {
  /// What of all that passes the gate waits.
  enum Part: Sendable {
    /// All of it.
    case all
    /// What takes a scenario's detour, index into `Gates.detours`.
    case detour(Int)
    /// What passes under escort, index into `Gates.openings`.
    case opening(Int)
    /// What the figures of the ways let go around.
    case around
  }

  /// The gate.
  let gate: Int
  /// What waits.
  let part: Part
  /// The link's ways through the gate.
  let passages: [Gates.Passage]
}
