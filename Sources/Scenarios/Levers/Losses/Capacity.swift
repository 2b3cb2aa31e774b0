import Quantities

/// Lost production capacity, a share of it; overlapping losses take the largest.
package struct Capacity: Lever {
  /// Nodes, in the table's order.
  package let nodes: [Int]
  /// Lost share, 0 to 1.
  package let by: Double
  /// When.
  package let window: Window

  /// Makes a loss.
  package init(nodes: [Int], by: Double, window: Window) {
    self.nodes = nodes
    self.by = by
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    [.cap(CapacityLoss(nodes: nodes, share: by, kind: .capacity, window: window))]
  }
}

extension Capacity: WrittenLever {
  static let list = LeverList.shocks

  static let group = Key(
    "capacity", .group, example: "{nodes: [JPN.34t35], by: 30%, for: 30 days}",
    "production capacity is lost", "生産能力の喪失")

  static let keys =
    [
      Key.nodes,
      Key(
        "by", .quantity([.share]), .required, in: .share, example: "30%",
        "share of capacity that is lost; overlapping losses take the largest",
        "失われる能力の割合。重なるときは最大をとる"),
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let nodes = reader.nodes(group["nodes"])
    let by = reader.number(group["by"])
    let window = reader.window(group)
    guard let nodes, let by, let window else { return nil }
    self.init(nodes: nodes, by: by, window: window)
  }
}
