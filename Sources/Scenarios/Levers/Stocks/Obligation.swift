import Quantities

/// Users must keep a stock and may work only with what lies above it.
package struct Obligation: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Who holds it.
  package let holder: Partner
  /// Days of use that must stay.
  package let days: Double
  /// Days by which it is lowered.
  package let lowered: Double
  /// First day of the lower one.
  package let from: Int

  /// Makes an obligation.
  package init(commodity: Int, holder: Partner, days: Double, lowered: Double, from: Int) {
    self.commodity = commodity
    self.holder = holder
    self.days = days
    self.lowered = lowered
    self.from = from
  }

  package func effects(in context: LeverContext) -> [Effect] {
    [
      .stock(
        .keep(
          StockFloor(
            commodity: commodity, holder: holder, days: days, lowered: lowered, from: from)))
    ]
  }
}

extension Obligation: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "obligation", .group,
    example: "{commodity: crude oil, holder: JPN, days: 26 days, lower: 15 days, from: day 14}",
    "a stock that industry must keep", "民間備蓄義務")

  static let keys = [
    Key.commodity,
    Key("holder", .name(.partner), .required, example: "JPN", "who holds it", "保有国"),
    Key(
      "days", .quantity([.duration]), .required, in: .notNegative, example: "26 days",
      "days of use that must stay in store, a hard floor beneath what users can work with",
      "使用量の何日分を残すか。使える在庫の下の固い床"),
    Key(
      "lower", .quantity([.duration]), .standard("0 days"), in: .notNegative,
      example: "15 days", "days by which it is lowered", "引き下げる日数"),
    Key(
      "from", .moment, .standard("day 0"), in: Key.Bounds(0, 36_500), example: "day 14",
      "first day of the lower one", "引き下げの最初の日"),
  ]

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let holder = reader.importer(group["holder"])
    let days = reader.number(group["days"])
    let lowered = reader.number(group["lower"])
    let from = reader.moment(group["from"])
    guard let commodity, let holder, let days, let lowered, let from else { return nil }
    if lowered == 0 { reader.remark(group["from"], isIdleBy: "lower: 0 days") }
    self.init(commodity: commodity, holder: holder, days: days, lowered: lowered, from: from)
  }
}
