import Quantities

/// Who is served first of what arrives of a commodity, or of what its sellers can ship.
package struct Priority: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// What is ranked.
  package let ranking: Ranking

  /// Makes a priority.
  package init(commodity: Int, ranking: Ranking) {
    self.commodity = commodity
    self.ranking = ranking
  }

  package func effects(in context: LeverContext) -> [Effect] { [.rank(ranking)] }
}

extension Priority: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "priority", .group,
    example: "{commodity: rare earths, importer: JPN, users: {34t35: 50%}}",
    "some users or importers are served first", "優先配分")

  static let keys =
    [
      Key.commodity,
      Key(
        "importer", .name(.partner), .required, unless: ["first"], example: "JPN",
        "whose users", "利用者の国"),
      Key(
        "users", .amounts(.sector, [.share]), .required, in: .share, unless: ["first"],
        example: "{34t35: 50%}",
        "weights of using sectors in what arrives; the others weigh 100%",
        "到着分に対する利用部門の重み。書かない部門は 100%"),
      Key(
        "first", .names(.partner), words: ["home", Priority.level], example: "[JPN]",
        "importers that every seller which is short serves before the others, in place of users; `home`: each its own country; `water filling`: nobody, all up to one level over their usual purchases",
        "利用者の代わりに、供給不足の売り手が先に供給する輸入国。`home` は自国。`water filling` は誰も優先せず、通常の購入量に対する一定水準まで全員"),
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let window = reader.window(group)
    if let field = group["first"] {
      guard let order = Self.order(field, &reader), let commodity, let window else { return nil }
      self.init(
        commodity: commodity,
        ranking: .importers(
          ImporterPriority(commodity: commodity, order: order, window: window)))
      return
    }
    let importer = reader.importer(group["importer"])
    let users = reader.sectorAmounts(group["users"])
    guard let commodity, let window, let importer, let users else { return nil }
    self.init(
      commodity: commodity,
      ranking: .users(
        UserPriority(
          commodity: commodity, importer: importer,
          weights: Dictionary(users.map { ($0.name, $0.amount) }, uniquingKeysWith: { $1 }),
          window: window)))
  }

  /// The word for a level that all reach.
  private static let level = "water filling"

  private static func order(
    _ field: ScenarioReader.Field, _ reader: inout ScenarioReader
  ) -> ImporterPriority.Order? {
    switch field.node.text {
    case "home": .home
    case level: .level
    default: reader.partners(field).map { .named($0) }
    }
  }
}
