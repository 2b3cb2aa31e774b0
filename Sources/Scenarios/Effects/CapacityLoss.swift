/// Primitive `cap`: producers of the table lose a share of what they can make.
package struct CapacityLoss: Sendable, Hashable {
  /// What is lost.
  package enum Kind: Sendable, Hashable {
    /// Capacity: of losses at a time the largest counts.
    case capacity
    /// Productive capital: losses at a time add up; rebuilding takes over after the full force.
    case capital(Rebuild?)
  }

  /// Nodes, in the table's order.
  package let nodes: [Int]
  /// Lost share, 0 to 1.
  package let share: Double
  /// What is lost.
  package let kind: Kind
  /// When.
  package let window: Window

  /// Makes a loss.
  package init(nodes: [Int], share: Double, kind: Kind, window: Window) {
    self.nodes = nodes
    self.share = share
    self.kind = kind
    self.window = window
  }
}
