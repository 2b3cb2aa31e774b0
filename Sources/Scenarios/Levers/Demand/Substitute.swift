import Diagnostics
import Quantities

/// Another material takes a commodity's place in some of its uses.
package struct Substitute: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Who substitutes.
  package let importers: [Partner]
  /// Sectors that substitute, in the table's order; nil: all users.
  package let sectors: [Int]?
  /// Share of use that is replaced, 0 to 1.
  package let share: Double
  /// What the substitute costs more, a share of the base price of what it replaces.
  package let cost: Double
  /// Share of the output that embodied the commodity which is lost with it, 0 to 1.
  package let quality: Double
  /// Whose sales had fallen on the first day by what was replaced before it.
  package let displaces: Displaced
  /// When.
  package let window: Window

  /// Makes a substitution.
  package init(
    commodity: Int, importers: [Partner], sectors: [Int]?, share: Double, cost: Double = 0,
    quality: Double = 0, displaces: Displaced = .largest, window: Window
  ) {
    self.commodity = commodity
    self.importers = importers
    self.sectors = sectors
    self.share = share
    self.cost = cost
    self.quality = quality
    self.displaces = displaces
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    importers.flatMap { importer -> [Effect] in
      let saving = UseSaving(
        commodity: commodity, importer: importer, sectors: sectors, course: .level(share),
        isForgone: false, quality: quality, displaced: displaces, window: window)
      guard cost != 0 else { return [.use(saving)] }
      return [
        .use(saving),
        .money(
          .cost(
            Payment(
              commodity: commodity, payer: .buyers(importer), basis: .saved(premium: cost),
              importer: importer, window: window))),
      ]
    }
  }
}

extension Substitute: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "substitute", .group,
    example: "{commodity: rare earths, importers: [JPN], sectors: [34t35], share: 20%}",
    "another material takes the place", "代替材料への転換")

  static let keys =
    [
      Key.commodity,
      Key(
        "importers", .names(.partner), .required, example: "[JPN]", "who substitutes",
        "転換する国"),
      Key(
        "sectors", .names(.sector), example: "[34t35]",
        "using sectors that substitute; none: all", "転換する使用部門。なければすべて"),
      Key(
        "share", .quantity([.share]), .required, in: .share, example: "20%",
        "share of use that is replaced", "置き換える使用量の割合"),
      Key(
        "cost", .quantity([.share]), .standard("30%"), in: Key.Bounds(-1, 10), example: "30%",
        "what the substitute costs more, of the base price of what it replaces; an assumption",
        "代替材料の追加費用(置き換える分の基準価格に対する割合、仮定)"),
      Key(
        "quality", .quantity([.share]), .standard("0%"), in: .share, example: "2%",
        "share of the output with the substitute that is lost with it", "代替品による産出の目減り"),
      Key.displaces,
    ] + Key.window(isEarly: true, ramp: "180 days")

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let importers = reader.partners(group["importers"])
    let sectors = reader.users(group["sectors"])
    let share = reader.number(group["share"])
    let cost = reader.number(group["cost"])
    let quality = reader.number(group["quality"])
    let displaces = reader.displaced(group["displaces"], importer: importers?.first)
    let window = reader.window(group)
    guard let commodity, let importers, let sectors, let share, let cost, let quality,
      let displaces, let window
    else { return nil }
    if window.from >= 0 {
      reader.remark(group["displaces"], isIdleBy: "from: \(group["from"]?.node.text ?? "")")
    }
    self.init(
      commodity: commodity, importers: importers, sectors: sectors.isEmpty ? nil : sectors,
      share: share, cost: cost, quality: quality, displaces: displaces, window: window)
  }
}
