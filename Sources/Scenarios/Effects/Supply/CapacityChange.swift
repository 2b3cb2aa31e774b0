/// Primitive `cap`: producers of the table, or origins of a commodity, lose a share of what they can make,
/// or an origin builds more.
package enum CapacityChange: Sendable, Hashable {
  /// Producers of the table.
  case nodes(NodeLoss)
  /// Origins of a commodity.
  case origins(OriginLoss)
  /// New capacity of an origin, for any buyer.
  case growth(OriginGrowth)

  /// When.
  package var window: Window {
    switch self {
    case .nodes(let loss): loss.window
    case .origins(let loss): loss.window
    case .growth(let growth): growth.window
    }
  }
}

/// What producers of the table lose.
package struct NodeLoss: Sendable, Hashable {
  /// What is lost.
  package enum Kind: Sendable, Hashable {
    /// Capacity: of losses at a time the largest counts. A measured one was observed and holds what the
    /// node's own inputs lacked already.
    case capacity(isMeasured: Bool)
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

/// What origins of a commodity can ship no more, to anyone: what several losses leave multiplies.
package struct OriginLoss: Sendable, Hashable {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The stage before the last whose sellers they are; nil: the last.
  package let stage: Int?
  /// Countries or groups; one that several name loses once.
  package let origins: [Partner]
  /// Lost share of day-0 capacity and its spare, 0 to 1.
  package let share: Double
  /// When.
  package let window: Window

  /// Makes a loss.
  package init(
    commodity: Int, stage: Int? = nil, origins: [Partner], share: Double, window: Window
  ) {
    self.commodity = commodity
    self.stage = stage
    self.origins = origins
    self.share = share
    self.window = window
  }
}

/// What an origin of a commodity can ship more, to anyone who buys there.
package struct OriginGrowth: Sendable, Hashable {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The stage before the last that it sells; nil: the last.
  package let stage: Int?
  /// The country.
  package let origin: Partner
  /// Units a day in full force.
  package let amount: Double
  /// When.
  package let window: Window

  /// Makes a growth.
  package init(
    commodity: Int, stage: Int? = nil, origin: Partner, amount: Double, window: Window
  ) {
    self.commodity = commodity
    self.stage = stage
    self.origin = origin
    self.amount = amount
    self.window = window
  }
}
