package import Scenarios

/// What an effect of a scenario's lever found to act on when it was compiled.
///
/// An effect of size 0 still touches its cells: whether it does anything is the scenario's choice.
package struct Touch: Sendable, Hashable {
  /// A part of an effect that found nothing.
  package enum Part: Sendable, Hashable {
    /// A partner without the link, stock or use that the effect speaks of.
    case partner(Partner)
    /// A node of the table that makes nothing, in the table's order.
    case node(Int)
    /// A region of the table without demand for any of the effect's products.
    case region(Int)
    /// A sector that supplies nothing of what the effect asks of it.
    case sector(Int)
    /// A column of final demand that none of the effect's sectors supplies.
    case finalDemand(Int)
    /// What other buyers than those with figures take from origins, which the market lacks as well.
    case otherBuyers(from: [String])
    /// The same of what passes a chokepoint.
    case otherPassage(String)
    /// Rebuilding of capital that starts on no day of the run, or of nodes without capital.
    case rebuilding
    /// Supply that is to move and that those whom it leaves have not, shares of the importer's supply.
    case supply(asked: Double, found: Double)
    /// A commodity's base price, which no figure states.
    case price
  }

  /// Index of the scenario in the batch.
  package let scenario: Int
  /// Index of the lever in `Scenario.levers`.
  package let entry: Int
  /// The effect.
  package let effect: Effect
  /// Number of links, users, nodes, stocks, imports or prices that it acts on.
  package internal(set) var cells = 0
  /// What flows through them before the shock: the table's money or the commodity's unit, a day; a
  /// stock's volume. 0 where nothing does, as on a link to an origin that only diversification opens.
  package internal(set) var flow = 0.0
  /// Parts of the effect that found nothing.
  package internal(set) var missed: [Part] = []

  /// Whether it acts on nothing at all.
  package var isNothing: Bool { cells == 0 }

  mutating func add(_ flow: Double, cells count: Int = 1) {
    cells += count
    self.flow += flow
  }
}
