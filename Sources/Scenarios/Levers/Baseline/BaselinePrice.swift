package import Commodities
package import Diagnostics
import Quantities

/// A commodity's price before the shock, where its file's is not used.
package struct BaselinePrice: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The price, USD per unit, above 0.
  package let price: Double

  /// Makes a price.
  package init(commodity: Int, price: Double) {
    self.commodity = commodity
    self.price = price
  }

  package func effects(in context: LeverContext) -> [Effect] {
    [.money(.base(commodity, price: price))]
  }

  package func sentences(about commodity: Commodity, at index: Int) -> [Bilingual] {
    guard index == self.commodity else { return [] }
    let amount = NumberFormat.brief(price)
    return [
      Bilingual(
        "\(commodity.name): the scenario sets the price before the shock to \(amount) USD/\(commodity.unit), in place of the base above; bills and price changes count from it.",
        "\(commodity.nameJa)：ショック前の価格はシナリオの\(amount) USD/\(commodity.unit)（上の基準価格の代わり）。輸入額と価格変化はここから数える。"
      )
    ]
  }
}

extension BaselinePrice: WrittenLever {
  static let list = LeverList.baseline

  static let group = Key(
    "price", .group, example: "{commodity: crude oil, at: 110 USD/bbl}",
    "a commodity's price before the shock, where the commodity's own figure is not used",
    "ショック前の価格(重要物資の数値の代わりに使う)")

  static let keys = [
    Key.commodity,
    Key(
      "at", .quantity(Dimension.prices), .required, in: .positive,
      example: "110 USD/bbl", "its price before the shock", "ショック前の価格"),
  ]

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let price = reader.price(group["at"], of: commodity)
    guard let commodity, let price else { return nil }
    self.init(commodity: commodity, price: price)
  }
}
