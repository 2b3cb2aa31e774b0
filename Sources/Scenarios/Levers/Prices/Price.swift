import Quantities

/// A commodity's price is set.
package struct Price: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The price, USD per unit.
  package let to: Double
  /// When.
  package let window: Window

  /// Makes a price.
  package init(commodity: Int, to: Double, window: Window) {
    self.commodity = commodity
    self.to = to
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    [.money(.commodity(commodity, price: to, window: window))]
  }
}

extension Price: WrittenLever {
  static let list = LeverList.shocks

  static let group = Key(
    "price", .group, example: "{commodity: crude oil, to: 140 USD/bbl}",
    "a commodity's price is set", "重要物資の価格を与える")

  static let keys =
    [
      Key.commodity,
      Key(
        "to", .quantity(Dimension.prices), .required,
        in: .positive, example: "140 USD/bbl", "its price", "価格"),
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let to = reader.price(group["to"], of: commodity)
    let window = reader.window(group)
    guard let commodity, let to, let window else { return nil }
    self.init(commodity: commodity, to: to, window: window)
  }
}
