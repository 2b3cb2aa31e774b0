package import Diagnostics
import Quantities

/// A stock that is built before the first day (LEVERS.md C).
package struct Stockpile: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Who holds it.
  package let holder: Partner
  /// Whether users hold it in their own tanks; else the government does.
  package let isWithUsers: Bool
  /// Days of use above what there is.
  package let days: Double
  /// Day by which it stands, before the first.
  package let by: Int
  /// Cost of the money in it, a share of its value a year.
  package let costOfCapital: Double
  /// Cost of keeping it, a share of its value a year.
  package let storage: Double

  /// Makes a stock.
  package init(
    commodity: Int, holder: Partner, isWithUsers: Bool = true, days: Double, by: Int = -1,
    costOfCapital: Double = 0.03, storage: Double = 0.05
  ) {
    self.commodity = commodity
    self.holder = holder
    self.isWithUsers = isWithUsers
    self.days = days
    self.by = by
    self.costOfCapital = costOfCapital
    self.storage = storage
  }

  package func effects(in context: LeverContext) -> [Effect] {
    let payer = isWithUsers ? Payment.Payer.buyers(holder) : .government(holder)
    let bases: [Payment.Basis] = [
      .purchase(days: days), .holding(days: days, perYear: costOfCapital + storage),
    ]
    return [
      .stock(
        .built(
          BuiltStock(
            commodity: commodity, holder: holder, days: days, isWithUsers: isWithUsers)))
    ]
      + bases.map {
        .money(
          .cost(
            Payment(
              commodity: commodity, payer: payer, basis: $0, importer: holder,
              window: .since(by))))
      }
  }
}

extension Stockpile {
  package func missing(among levers: [AnyLever]) -> Bilingual? {
    let isDrawn = levers.contains {
      guard let release = $0.as(Release.self) else { return false }
      return release.commodity == commodity && release.kind != .industry
        && release.holders.contains { $0.holder.code == holder.code }
    }
    return isWithUsers || isDrawn
      ? nil
      : Bilingual(
        "no `release` draws on what the government of `\(holder.code)` holds: add one, or write `kind: industry`",
        "`\(holder.code)` の国家備蓄を放出する `release` がありません。追加するか `kind: industry` としてください")
  }
}

extension Stockpile: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "stockpile", .group, example: "{commodity: rare earths, holder: JPN, days: 30 days}",
    "a stock is built before the first day", "事前の備蓄積み増し")

  static let keys = [
    Key.commodity,
    Key("holder", .name(.partner), .required, example: "JPN", "who holds it", "保有国"),
    Key(
      "kind", .choice, .standard("industry"), words: ["industry", "government"],
      example: "government",
      "whose: industry's, which users work with, or the government's, which its `release` draws on",
      "備蓄の種類。使用者が使える民間備蓄か、`release` で放出する国家備蓄"),
    Key(
      "days", .quantity([.duration]), .required, in: .notNegative, example: "30 days",
      "days of use above what there is", "積み増す日数(使用量の日数)"),
    Key(
      "by", .moment, .standard("day -1"), in: Key.Bounds(-36_500, -1), example: "day -365",
      "day by which it stands, before day 0; what it costs counts from then",
      "積み増しを終える日(0日目より前)。費用はこの日から数える"),
    Key(
      "cost of capital", .quantity([.share, .sharePerYear]), .standard("3%"), in: .share,
      example: "3% a year",
      "cost of the money in it, of its value a year; an assumption", "資本費用(価額に対する年率、仮定)"),
    Key(
      "storage", .quantity([.share, .sharePerYear]), .standard("5%"), in: .share,
      example: "5% a year",
      "cost of keeping it, of its value a year; an assumption", "保管費用(価額に対する年率、仮定)"),
  ]

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let holder = reader.importer(group["holder"])
    let kind: Holder? = reader.choice(group["kind"])
    let days = reader.number(group["days"])
    let by = reader.moment(group["by"])
    let capital = reader.number(group["cost of capital"])
    let storage = reader.number(group["storage"])
    guard let commodity, let holder, let kind, let days, let by, let capital, let storage else {
      return nil
    }
    self.init(
      commodity: commodity, holder: holder, isWithUsers: kind == .industry, days: days, by: by,
      costOfCapital: capital, storage: storage)
  }
}

/// Whose stock it is, as files write it.
private enum Holder: String {
  case industry
  case government
}
