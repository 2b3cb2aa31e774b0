import Quantities

/// Use of a commodity is restrained by a share.
package struct Restrain: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Who restrains its use.
  package let importers: [Partner]
  /// Share of use that is given up, 0 to 1.
  package let by: Double
  /// When.
  package let window: Window

  /// Makes a restraint.
  package init(commodity: Int, importers: [Partner], by: Double, window: Window) {
    self.commodity = commodity
    self.importers = importers
    self.by = by
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    importers.map {
      .use(UseSaving(commodity: commodity, importer: $0, share: by, window: window))
    }
  }
}

extension Restrain: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "restrain", .group,
    example: "{commodity: crude oil, importers: [JPN], by: 5%}",
    "use is restrained", "使用の抑制")

  static let keys =
    [
      Key.commodity,
      Key(
        "importers", .names(.partner), .required, example: "[JPN, KOR]",
        "who restrains its use", "使用を抑える国"),
      Key(
        "by", .quantity([.share]), .required, in: .share, example: "5%",
        "share of use that is given up", "抑える割合"),
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let importers = reader.partners(group["importers"])
    let by = reader.number(group["by"])
    let window = reader.window(group)
    guard let commodity, let importers, let by, let window else { return nil }
    self.init(commodity: commodity, importers: importers, by: by, window: window)
  }
}
