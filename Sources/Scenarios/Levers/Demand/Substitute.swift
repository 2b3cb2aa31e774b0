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
  /// Days from the first until all of it is.
  package let ramp: Double
  /// When.
  package let window: Window

  /// Makes a substitution.
  package init(
    commodity: Int, importers: [Partner], sectors: [Int]?, share: Double, ramp: Double,
    window: Window
  ) {
    self.commodity = commodity
    self.importers = importers
    self.sectors = sectors
    self.share = share
    self.ramp = ramp
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    importers.map {
      .use(
        UseSaving(
          commodity: commodity, importer: $0, sectors: sectors,
          course: .level(share, ramp: ramp), isForgone: false, window: window))
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
        "ramp", .quantity([.duration]), .standard("180 days"), in: .notNegative,
        example: "180 days", "time until all of it is; an assumption", "すべて置き換わるまでの期間(仮定)"),
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let importers = reader.partners(group["importers"])
    let sectors = reader.users(group["sectors"])
    let share = reader.number(group["share"])
    let ramp = reader.number(group["ramp"])
    let window = reader.window(group)
    guard let commodity, let importers, let sectors, let share, let ramp, let window else {
      return nil
    }
    self.init(
      commodity: commodity, importers: importers, sectors: sectors.isEmpty ? nil : sectors,
      share: share, ramp: ramp, window: window)
  }
}
