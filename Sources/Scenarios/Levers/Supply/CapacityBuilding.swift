package import Diagnostics
import Quantities

/// Help that shortens projects of a country and makes them likelier (LEVERS.md E).
package struct CapacityBuilding: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Whose projects.
  package let country: Partner
  /// Days off their lead.
  package let shortens: Int
  /// What it adds to their probability of success, 0 to 1.
  package let success: Double
  /// What it adds to their output, a share.
  package let yield: Double
  /// What it costs, USD.
  package let cost: Double
  /// Whose government pays.
  package let payer: Partner
  /// Day on which it is paid.
  package let from: Int

  /// Makes a help.
  package init(
    commodity: Int, country: Partner, shortens: Int, success: Double, yield: Double,
    cost: Double, payer: Partner, from: Int
  ) {
    self.commodity = commodity
    self.country = country
    self.shortens = shortens
    self.success = success
    self.yield = yield
    self.cost = cost
    self.payer = payer
    self.from = from
  }

  package func effects(in context: LeverContext) -> [Effect] {
    let payment = Payment(
      commodity: commodity, payer: .government(payer), basis: .total(cost),
      window: Window(from: from, days: 1, recovery: .immediate))
    return [.money(.cost(payment))]
  }
}

extension CapacityBuilding {
  package func missing(among levers: [AnyLever]) -> Bilingual? {
    let hasProject = levers.contains {
      guard let project = $0.as(Project.self) else { return false }
      return project.commodity == commodity && project.country.code == country.code
    }
    return hasProject
      ? nil
      : Bilingual(
        "there is no `project` of this commodity in `\(country.code)` to help: add one",
        "`\(country.code)` に支援する `project` がありません。追加してください")
  }
}

extension CapacityBuilding: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "capacity building", .group,
    example: "{commodity: rare earths, country: VNM, shortens: 1 years, success: 10 points}",
    "help that shortens a country's projects and makes them likelier", "事業への能力構築支援")

  static let keys = [
    Key.commodity,
    Key(
      "country", .name(.partner), .required, example: "VNM", "whose projects", "支援する国"),
    Key(
      "shortens", .wholeDays, .standard("0 days"), in: .notNegative, example: "1 years",
      "what it takes off their lead", "準備期間の短縮"),
    Key(
      "success", .quantity([.points]), .standard("0 points"), in: .share, example: "10 points",
      "what it adds to their probability of success", "実現確率の上昇"),
    Key(
      "yield", .quantity([.points]), .standard("0 points"), in: .share, example: "2 points",
      "what it adds to their output, of what was planned", "産出の上昇(計画に対する割合)"),
    Key(
      "cost", .quantity([.money]), .standard("0 USD"), example: "5 MUSD", "what it costs", "費用"),
    Key(
      "payer", .name(.partner), example: "JPN",
      "whose government pays; none: the country's own", "負担する政府。なければその国"),
    Key.first(isEarly: true),
  ]

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let country = reader.importer(group["country"])
    let shortens = reader.wholeDays(group["shortens"])
    let success = reader.number(group["success"])
    let yield = reader.number(group["yield"])
    let cost = reader.dollars(group["cost"])
    let payer = group["payer"] == nil ? country : reader.importer(group["payer"])
    let from = reader.moment(group["from"])
    guard let commodity, let country, let shortens, let success, let yield, let cost, let payer,
      let from
    else { return nil }
    self.init(
      commodity: commodity, country: country, shortens: shortens, success: success,
      yield: yield, cost: cost, payer: payer, from: from)
  }
}
