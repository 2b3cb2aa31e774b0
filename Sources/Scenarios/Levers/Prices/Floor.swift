import Quantities

/// Producers of a zone are sure of a price (LEVERS.md E).
package struct Floor: Lever {
  /// The floor.
  package let floor: PriceFloor

  /// Makes a floor.
  package init(_ floor: PriceFloor) { self.floor = floor }

  package func effects(in context: LeverContext) -> [Effect] { [.money(.floor(floor))] }
}

extension Floor: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "floor", .group,
    example: "{commodity: rare earths, at: 110 USD/kg, zone: [JPN, USA], paid by: buyers}",
    "a price floor", "最低価格の保証")

  static let keys = [
    Key.commodity,
    Key(
      "at", .quantity(Dimension.prices), .required, in: .positive,
      example: "110 USD/kg", "the floor", "最低価格"),
    Key(
      "zone", .names(.partner), .required, example: "[JPN, USA, AUS]",
      "countries whose producers are sure of it and whose buyers pay it", "対象国"),
    Key(
      "paid by", .choice, .standard("buyers"), words: ["buyers", "budget"], example: "budget",
      "`buyers`: they pay the gap on all they buy, and a levy on what others sell goes to their governments; `budget`: governments pay members' producers",
      "`buyers` は買い手が全量に差額を払い、域外分は課徴金として政府に入る。`budget` は政府が域内生産者に差額を払う"),
    Key(
      "response", .quantity([.number, .share]), .standard("0.2"), in: Key.Bounds(0, 1),
      example: "0.2",
      "elasticity of members' capacity to the price that they are sure of; an assumption, 0 to 1",
      "保証価格に対する域内生産能力の弾力性(仮定、0〜1)"),
    Key.first(isEarly: true),
    Key(
      "lead", .wholeDays, .standard("3 years"), in: Key.Bounds(0, 36_500), example: "3 years",
      "time until capacity answers", "生産能力が反応するまでの期間"),
    Key(
      "for", .wholeDays, .standard("unlimited"), in: Key.Bounds(1, 36_500),
      words: ["unlimited"], example: "10 years", "how long it is guaranteed", "保証する期間"),
  ]

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let level = reader.price(group["at"], of: commodity)
    let zone = reader.partners(group["zone"])
    let payer: PayerWord? = reader.choice(group["paid by"])
    let response = reader.number(group["response"])
    let from = reader.moment(group["from"])
    let lead = reader.wholeDays(group["lead"])
    let days = reader.wholeDays(group["for"])
    guard let commodity, let level, let zone, let payer, let response, let from, let lead,
      let days
    else { return nil }
    reader.remark(onStart: from, of: group, "from")
    if response == 0 { reader.remark(group["lead"], isIdleBy: "response: 0") }
    self.init(
      PriceFloor(
        commodity: commodity, level: level, zone: zone, isPaidByBuyers: payer == .buyers,
        response: response, answersFrom: from + lead,
        window: Window(from: from, days: days == .max ? nil : days, recovery: .immediate)))
  }
}

/// Who pays, as files write it.
private enum PayerWord: String {
  case buyers
  case budget
}
