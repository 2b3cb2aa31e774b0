import Quantities

/// A producer is paid the gap to a strike price: a contract for difference (LEVERS.md E).
package struct Subsidy: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Whose government pays.
  package let payer: Partner
  /// USD a unit.
  package let strike: Double
  /// Units a day.
  package let quantity: Double
  /// Share of what the price is above the strike that comes back, 0 to 1.
  package let upside: Double
  /// When.
  package let window: Window

  /// Makes a subsidy.
  package init(
    commodity: Int, payer: Partner, strike: Double, quantity: Double, upside: Double,
    window: Window
  ) {
    self.commodity = commodity
    self.payer = payer
    self.strike = strike
    self.quantity = quantity
    self.upside = upside
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    [
      .money(
        .cost(
          Payment(
            commodity: commodity, payer: .government(payer),
            basis: .difference(strike: strike, quantity: quantity, upside: upside),
            importer: payer, window: window)))
    ]
  }
}

extension Subsidy: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "subsidy", .group,
    example: "{commodity: rare earths, payer: JPN, strike: 110 USD/kg, quantity: 550 t a year}",
    "a price-gap subsidy", "価格差の補助")

  static let keys =
    [
      Key.commodity,
      Key(
        "payer", .name(.partner), .required, example: "JPN", "whose government pays",
        "負担する政府"),
      Key(
        "strike", .quantity(Dimension.prices), .required, in: .positive,
        example: "110 USD/kg", "the price to which the gap is paid", "基準となる価格"),
      Key(
        "quantity", .quantity([.volumePerTime, .massPerTime]), .required, in: .positive,
        example: "550 t a year",
        "on how much; a project that lives on it is a `project` of its own",
        "対象の数量。これで成り立つ事業は `project` で別に書く"),
      Key(
        "upside", .quantity([.share]), .standard("30%"), in: .share, example: "30%",
        "share of what the price is above the strike that comes back",
        "価格が上回った分のうち返される割合"),
    ] + Key.window(isEarly: true, ramp: nil)

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let payer = reader.importer(group["payer"])
    let strike = reader.price(group["strike"], of: commodity)
    let quantity = reader.flow(group["quantity"], of: commodity)
    let upside = reader.number(group["upside"])
    let window = reader.window(group, hasRamp: false)
    guard let commodity, let payer, let strike, let quantity, let upside, let window else {
      return nil
    }
    self.init(
      commodity: commodity, payer: payer, strike: strike, quantity: quantity, upside: upside,
      window: window)
  }
}
