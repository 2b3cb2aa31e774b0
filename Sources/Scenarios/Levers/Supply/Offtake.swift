import Quantities

/// A contract to buy a quantity at a price (LEVERS.md E).
package struct Offtake: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// For whose users it is bought.
  package let importer: Partner
  /// Who sells; its projects are likelier to be built.
  package let seller: Partner
  /// Units a day.
  package let quantity: Double
  /// USD a unit.
  package let price: Double
  /// Who bears the difference to the market's price.
  package let payer: Payment.Payer
  /// When.
  package let window: Window

  /// Makes a contract.
  package init(
    commodity: Int, importer: Partner, seller: Partner, quantity: Double, price: Double,
    payer: Payment.Payer, window: Window
  ) {
    self.commodity = commodity
    self.importer = importer
    self.seller = seller
    self.quantity = quantity
    self.price = price
    self.payer = payer
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    [
      .share(
        .hold(
          SupplyHold(
            commodity: commodity, importer: importer, origin: seller, amount: quantity,
            window: window))),
      .money(
        .cost(
          Payment(
            commodity: commodity, payer: payer,
            basis: .difference(strike: price, quantity: quantity, upside: 1),
            importer: importer, window: window))),
    ]
  }
}

extension Offtake: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "offtake", .group,
    example:
      "{commodity: rare earths, importer: JPN, seller: AUS, quantity: 2 t/d, price: 110 USD/kg}",
    "a contract to buy a quantity at a price", "長期引取契約")

  static let keys =
    [
      Key.commodity, Key.importer("for whose users it is bought", "引き取る国"),
      Key(
        "seller", .name(.partner), .required, example: "AUS",
        "who sells; no other measure takes this supply away, and its projects are 10 points likelier (an assumption)",
        "売り手。他の施策で移されず、その国の事業の実現確率が10ポイント上がる(仮定)"),
      Key(
        "quantity", .quantity([.volumePerTime, .massPerTime]), .required, in: .positive,
        example: "2 t/d", "how much", "数量"),
      Key(
        "price", .quantity(Dimension.prices), .required, in: .positive,
        example: "110 USD/kg", "the price of the contract", "契約価格"),
      Key(
        "buyer", .choice, .standard("firms"), words: ["firms", "government"],
        example: "government", "who bears the difference to the market's price",
        "市場価格との差を負担する者"),
    ] + Key.window(isEarly: true, ramp: nil)

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let importer = reader.importer(group["importer"])
    let seller = reader.importer(group["seller"])
    let quantity = reader.flow(group["quantity"], of: commodity)
    let price = reader.price(group["price"], of: commodity)
    let buyer: Buyer? = reader.choice(group["buyer"])
    let window = reader.window(group, hasRamp: false)
    guard let commodity, let importer, let seller, let quantity, let price, let buyer, let window
    else { return nil }
    self.init(
      commodity: commodity, importer: importer, seller: seller, quantity: quantity,
      price: price, payer: buyer == .firms ? .buyers(importer) : .government(importer),
      window: window)
  }
}

/// Who bears the difference, as files write it.
private enum Buyer: String {
  case firms
  case government
}
