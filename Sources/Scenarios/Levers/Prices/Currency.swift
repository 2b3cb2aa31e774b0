import Quantities

/// A currency loses value against the table's, with a pass-through to import prices.
package struct Currency: Lever {
  /// Region, in the table's order.
  package let region: Int
  /// Rise of foreign currency's price in this currency, a share.
  package let depreciation: Double
  /// Share of it that import prices show, 0 to 1.
  package let passThrough: Double
  /// Share of it that prices of exports in this currency show, 0 to 1.
  package let exportPassThrough: Double
  /// When.
  package let window: Window

  /// Makes a depreciation.
  package init(
    region: Int, depreciation: Double, passThrough: Double, exportPassThrough: Double = 0.5,
    window: Window
  ) {
    self.region = region
    self.depreciation = depreciation
    self.passThrough = passThrough
    self.exportPassThrough = exportPassThrough
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    [
      .money(
        .imports(
          region: region, depreciation: depreciation, passThrough: passThrough,
          exportPassThrough: exportPassThrough, window: window))
    ]
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
      Key(
        "export pass-through", .quantity([.share]), .standard("50%"), in: .share,
        example: "50%",
        "share of it by which exporters raise their prices in this currency; an assumption, it counts in the income effect alone",
        "輸出価格(自国通貨建て)の上昇に表れる割合。仮定値で、所得効果にのみ効く"),
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let region = reader.region(group["region"])
    let depreciation = reader.number(group["depreciation"])
    let passThrough = reader.number(group["pass-through"])
    let exported = reader.number(group["export pass-through"])
    let window = reader.window(group)
    guard let region, let depreciation, let passThrough, let exported, let window else {
      return nil
    }
    self.init(
      region: region, depreciation: depreciation, passThrough: passThrough,
      exportPassThrough: exported, window: window)
  }
}
