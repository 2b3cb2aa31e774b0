import Quantities

/// A changed dependency before the shock: the importer's other origins scale pro rata.
package struct BaselineDependency: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// The importer.
  package let importer: Partner
  /// The origin country or group.
  package let origin: Partner
  /// The origin's share of the importer's supply, 0 to 1.
  package let share: Double
  /// What the share counts, as the file states it, such as `weight`.
  package let basis: String

  /// Makes a dependency.
  package init(commodity: Int, importer: Partner, origin: Partner, share: Double, basis: String) {
    self.commodity = commodity
    self.importer = importer
    self.origin = origin
    self.share = share
    self.basis = basis
  }

  package func effects(in context: LeverContext) -> [Effect] {
    [
      .share(
        .set(
          SupplyShare(
            commodity: commodity, importer: importer, origin: origin, share: share, basis: basis)))
    ]
  }
}

extension BaselineDependency: WrittenLever {
  static let list = LeverList.baseline

  static let group = Key(
    "dependency", .group,
    example: "{commodity: rare earths, importer: JPN, origin: CHN, share: 60%}",
    "an importer's dependency on an origin; its other origins scale pro rata",
    "輸入国の特定の供給元への依存度。他の供給元は比例して変わる")

  static let keys = [
    Key.commodity,
    Key(
      "importer", .name(.partner), .required, example: "JPN", "the importer", "輸入国"),
    Key(
      "origin", .name(.partner), .required, example: "CHN",
      "the origin country or group", "供給元の国またはグループ"),
    Key(
      "share", .quantity([.share]), .required, in: .share, example: "60%",
      "the origin's share of the importer's supply", "輸入国の供給に占める供給元の割合"),
    Key(
      "basis", .text, .standard("weight"), example: "weight",
      "what the share counts, as the report prints it", "割合が何を数えたものか(報告書に載る)"),
  ]

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let importer = reader.importer(group["importer"])
    let origin = reader.partner(group["origin"])
    let share = reader.number(group["share"])
    let basis = reader.text(group["basis"])
    guard let commodity, let importer, let origin, let share, let basis else { return nil }
    self.init(commodity: commodity, importer: importer, origin: origin, share: share, basis: basis)
  }
}
