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
        "by", .quantity([.share]), .required, in: .share, unless: ["menu"], example: "5%",
        "share of use that is given up", "抑える割合"),
      Key(
        "menu", .texts, words: KeyTable.words(DemandMeasure.self), unless: ["by"],
        example: "[speed limits, work from home]",
        "measures against the use of oil, in place of a share; savings as the IEA counted them in 2022",
        "割合の代わりに石油需要の抑制策。効果は IEA(2022年)による"),
      Key(
        "uptake", .quantity([.share]), .standard("100%"), in: .share, unless: ["by"],
        example: "50%", "share of those who follow them", "実施率"),
      Key(
        "lag", .quantity([.duration]), .standard("120 days"), in: .notNegative, unless: ["by"],
        example: "120 days", "time until they save in full", "効果が出そろうまでの期間"),
    ] + Key.window(ramp: nil)
    + [
      Key(
        "ramp", .quantity([.duration]), .standard("0 days"), in: .notNegative,
        unless: ["menu"], example: "90 days",
        "days until a share is given up in full, in a straight line",
        "全面的に抑えるまでの日数(直線的に増える)")
    ]

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let importers = reader.partners(group["importers"])
    let by = group["menu"] == nil ? reader.number(group["by"]) : nil
    let menu = Restrain.menu(group, of: commodity, &reader)
    let ramp = reader.number(group["menu"] == nil ? group["ramp"] : group["lag"])
    let window = reader.window(group, hasRamp: false)
    guard let commodity, let importers, let share = by ?? menu, let ramp, let window else {
      return nil
    }
    self.init(
      commodity: commodity, importers: importers, by: share,
      window: Window(
        from: window.from, days: window.days, ramp: ramp, recovery: window.recovery))
  }

  /// Share of use that a menu of measures gives up.
  private static func menu(
    _ group: ScenarioReader.Group, of commodity: Int?, _ reader: inout ScenarioReader
  ) -> Double? {
    guard let field = group["menu"], let uptake = reader.number(group["uptake"]),
      let measures: [DemandMeasure] = reader.choices(field)
    else { return nil }
    if let commodity, let names = reader.names, names.commodityUnits[commodity] != "bbl" {
      reader.report(ScenarioProblem.Combination.menuOfOil, at: field.place)
      return nil
    }
    return uptake * DemandMeasure.share(of: measures)
  }
}
