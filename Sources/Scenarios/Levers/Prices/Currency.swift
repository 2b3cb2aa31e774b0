import Quantities

/// A currency loses value against the table's, with a pass-through to import prices.
package struct Currency: Lever {
  /// Region, in the table's order.
  package let region: Int
  /// Rise of foreign currency's price in this currency, a share.
  package let depreciation: Double
  /// Share of it that import prices show, 0 to 1.
  package let passThrough: Double
  /// When.
  package let window: Window

  /// Makes a depreciation.
  package init(region: Int, depreciation: Double, passThrough: Double, window: Window) {
    self.region = region
    self.depreciation = depreciation
    self.passThrough = passThrough
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    [.money(.imports(region: region, rise: depreciation * passThrough, window: window))]
  }
}

extension Currency: WrittenLever {
  static let list = LeverList.shocks

  static let group = Key(
    "currency", .group,
    example: "{region: JPN, depreciation: 10%, pass-through: 60%}",
    "a currency loses value", "通貨の減価")

  static let keys =
    [
      Key(
        "region", .name(.region), .required, example: "JPN", "the region", "地域"),
      Key(
        "depreciation", .quantity([.share]), .required,
        in: Key.Bounds(-1, 100), example: "10%",
        "rise of foreign currency's price in this currency", "自国通貨建ての外貨の値上がり率"),
      Key(
        "pass-through", .quantity([.share]), .required, in: .share,
        example: "60%", "share of it that import prices show", "輸入価格に表れる割合"),
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let region = reader.region(group["region"])
    let depreciation = reader.number(group["depreciation"])
    let passThrough = reader.number(group["pass-through"])
    let window = reader.window(group)
    guard let region, let depreciation, let passThrough, let window else { return nil }
    self.init(
      region: region, depreciation: depreciation, passThrough: passThrough, window: window)
  }
}
