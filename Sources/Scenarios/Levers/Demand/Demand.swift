import Quantities

/// Final demand of regions for sectors' products changes by a share.
package struct Demand: Lever {
  /// Consumer regions, in the table's order.
  package let regions: [Int]
  /// Products, wherever made, in the table's order.
  package let sectors: [Int]
  /// Relative change, −1 or more.
  package let by: Double
  /// When.
  package let window: Window

  /// Makes a change.
  package init(regions: [Int], sectors: [Int], by: Double, window: Window) {
    self.regions = regions
    self.sectors = sectors
    self.by = by
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    [.demand(DemandChange(regions: regions, sectors: sectors, by: by, window: window))]
  }
}

extension Demand: WrittenLever {
  static let list = LeverList.shocks

  static let group = Key(
    "demand", .group, example: "{regions: [USA], sectors: [34t35], by: -10%}",
    "final demand changes", "最終需要の変化")

  static let keys =
    [
      Key(
        "regions", .names(.region), .required, words: ["all"], example: "[USA]",
        "consumer regions", "消費する地域"),
      Key(
        "sectors", .names(.sector), .required, words: ["all"],
        example: "[34t35]", "products, wherever made", "製品(生産地を問わない)"),
      Key(
        "by", .quantity([.share]), .required, in: Key.Bounds(-1, 100),
        example: "-10%", "change of final demand", "最終需要の変化率"),
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let regions = reader.regions(group["regions"])
    let sectors = reader.sectors(group["sectors"])
    let by = reader.number(group["by"])
    let window = reader.window(group)
    guard let regions, let sectors, let by, let window else { return nil }
    self.init(regions: regions, sectors: sectors, by: by, window: window)
  }
}
