import Quantities

/// A changed industry stock before the shock.
package struct BaselineStock: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The importer whose users hold it.
  package let importer: Partner
  /// Usable stock above the minimum operating stock, days of use, 0 or more.
  package let usableDays: Double

  /// Makes a stock.
  package init(commodity: Int, importer: Partner, usableDays: Double) {
    self.commodity = commodity
    self.importer = importer
    self.usableDays = usableDays
  }

  package func effects(in context: LeverContext) -> [Effect] {
    [.stock(.days(UsableDays(commodity: commodity, importer: importer, days: usableDays)))]
  }
}

extension BaselineStock: WrittenLever {
  static let list = LeverList.baseline

  static let group = Key(
    "stock", .group, example: "{commodity: rare earths, importer: JPN, usable: 0 days}",
    "an importer's industry stock, where the commodity's own figure is not used",
    "輸入国の産業在庫(重要物資の数値の代わりに使う)")

  static let keys = [
    Key.commodity,
    Key(
      "importer", .name(.partner), .required, example: "JPN", "the importer", "輸入国"),
    Key(
      "usable", .quantity([.duration]), .required, in: .notNegative, example: "60 days",
      "days of use above the minimum operating stock", "最低操業在庫を上回る在庫(使用日数)"),
  ]

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let importer = reader.importer(group["importer"])
    let days = reader.number(group["usable"])
    guard let commodity, let importer, let days else { return nil }
    self.init(commodity: commodity, importer: importer, usableDays: days)
  }
}
