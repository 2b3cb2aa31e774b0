import Quantities

/// Buyers order more than they need out of fear.
package struct Hoard: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Who hoards.
  package let importers: [Partner]
  /// Orders above the usual cap, a share of usual use.
  package let orders: Double
  /// Days of use more in store for each point of shortage.
  package let daysPerPoint: Double
  /// When.
  package let window: Window

  /// Makes a hoarding.
  package init(
    commodity: Int, importers: [Partner], orders: Double, daysPerPoint: Double, window: Window
  ) {
    self.commodity = commodity
    self.importers = importers
    self.orders = orders
    self.daysPerPoint = daysPerPoint
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    importers.map {
      .stock(
        .hoard(
          Hoarding(
            commodity: commodity, importer: $0, orders: orders, daysPerPoint: daysPerPoint,
            window: window)))
    }
  }
}

extension Hoard: WrittenLever {
  static let list = LeverList.shocks

  static let group = Key(
    "hoard", .group, example: "{commodity: crude oil, importers: [CHN], orders: 30%}",
    "buyers order more out of fear", "買いだめ")

  static let keys =
    [
      Key.commodity,
      Key(
        "importers", .names(.partner), .required, example: "[CHN]", "who hoards", "買いだめする国"),
      Key(
        "orders", .quantity([.share]), .required, in: .notNegative, example: "30%",
        "orders above the cap of orders, a share of usual use; no estimate is known, 10 to 30% is assumed",
        "注文の上限への上乗せ(通常の使用量に対する割合)。推計はなく、10〜30% を想定"),
      Key(
        "target", .quantity([.duration]), .standard("0 days"), in: .notNegative,
        example: "1 days", "days of use more in store for each point of the day's shortage",
        "不足1ポイントごとに増やす在庫目標の日数"),
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let importers = reader.partners(group["importers"])
    let orders = reader.number(group["orders"])
    let target = reader.number(group["target"])
    let window = reader.window(group)
    guard let commodity, let importers, let orders, let target, let window else { return nil }
    self.init(
      commodity: commodity, importers: importers, orders: orders, daysPerPoint: target,
      window: window)
  }
}
