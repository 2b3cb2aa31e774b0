import Quantities

/// A government pays a part of what imports cost more, as a fuel subsidy does.
package struct Shield: Lever {
  /// Region, in the table's order.
  package let region: Int
  /// Share of the dearer bill, 0 to 1.
  package let share: Double
  /// When.
  package let window: Window

  /// Makes a shield.
  package init(region: Int, share: Double, window: Window) {
    self.region = region
    self.share = share
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    [.money(.shield(region: region, share: share, window: window))]
  }
}

extension Shield: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "shield", .group, example: "{region: JPN, share: 50%}",
    "the government pays a part of what imports cost more", "輸入代金の上昇に対する補助")

  static let keys =
    [
      Key("region", .name(.region), .required, example: "JPN", "the region", "地域"),
      Key(
        "share", .quantity([.share]), .required, in: .share, example: "50%",
        "share of what imports cost more, by dearer commodities or a weaker currency, that households and firms do not bear; nothing is said of how it is financed",
        "物資の値上がりと通貨の減価による輸入代金の増加のうち、家計・企業に代わって政府が負担する割合。財源は問わない"),
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let region = reader.region(group["region"])
    let share = reader.number(group["share"])
    let window = reader.window(group)
    guard let region, let share, let window else { return nil }
    self.init(region: region, share: share, window: window)
  }
}
