internal import Scenarios

/// Capacity and capital losses of a batch, by the cells (node, scenario) that they touch.
struct Losses: Sendable {
  /// One loss on one cell.
  struct Event: Sendable {
    /// Share of capacity or of capital, 0 to 1.
    let share: Double
    /// When.
    let window: Window
    /// Whether it is capital (adds up) or capacity (the largest counts).
    let isCapital: Bool
    /// Whether it was observed, the node's own shortages included.
    var isMeasured = false
    /// Index of the rebuilding column that takes over when the full force ends; nil: `window.recovery`.
    let rebuilding: Int?
  }

  /// A node of a scenario and its losses.
  struct Cell: Sendable {
    /// Node, product-major.
    let node: Int
    /// Scenario.
    let scenario: Int
    /// Its losses.
    var events: [Event]
  }

  /// The cells touched by any loss, in order of first appearance.
  private(set) var cells: [Cell] = []
  private var index: [[Int]: Int] = [:]

  /// Adds a loss to a node of a scenario.
  mutating func add(_ event: Event, node: Int, scenario: Int) {
    if let known = index[[node, scenario]] {
      cells[known].events.append(event)
    } else {
      index[[node, scenario]] = cells.count
      cells.append(Cell(node: node, scenario: scenario, events: [event]))
    }
  }
}

/// Rebuilding demand of one damaged node or household column in one scenario (MODEL.md 4.12).
struct RebuildingColumn: Sendable {
  /// Scenario.
  let scenario: Int
  /// Day on which the demand starts.
  let start: Int
  /// 1/τ_r a day.
  let rate: Double
  /// Rebuilding demand per unit of destroyed capital.
  let factor: Double
  /// Productive capital K of the damaged node; 0 for a household column.
  let capital: Double
  /// G at the start: demand on each supplier, n, money.
  let demand: [Double]
}
