package import Diagnostics
import Quantities

/// Other countries restrict exports too, the more so the dearer and scarcer a commodity gets.
package struct Contagion: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Who may restrict.
  package let countries: [Partner]
  /// Against whom; nil: every other.
  package let importer: Partner?
  /// Share of the trade that a country which restricts stops, 0 to 1.
  package let by: Double
  /// What makes them.
  package let spread: Spread
  /// When.
  package let window: Window
  /// The stage that they restrict.
  package let stage: StageChoice

  /// Makes a contagion.
  package init(
    commodity: Int, countries: [Partner], importer: Partner?, by: Double, spread: Spread,
    window: Window, stage: StageChoice = .last
  ) {
    self.stage = stage
    self.commodity = commodity
    self.countries = countries
    self.importer = importer
    self.by = by
    self.spread = spread
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    countries.flatMap { country in
      stage.links(of: .commodity(commodity), from: country, into: importer, in: context).map {
        .open(Blockage(links: $0, share: by, window: window, spread: spread))
      }
    }
  }

  package var limits: [Bilingual] {
    spread.seed != nil
      ? []
      : [
        Bilingual(
          "Export restrictions that spread are counted by their chance: where losses bend, one drawn course loses more than this mean.",
          "輸出規制の連鎖は確率で数える。損失が非線形なら、実際の一つの経路の損失はこの平均より大きい。")
      ]
  }
}

extension Contagion: WrittenLever {
  static let list = LeverList.shocks

  static let group = Key(
    "contagion", .group, example: "{commodity: rare earths, countries: [VNM, MYS]}",
    "export restrictions spread to other countries", "輸出規制の他国への連鎖")

  static let keys =
    [
      Key.commodity,
      Key(
        "countries", .names(.partner), .required, example: "[VNM, MYS]",
        "countries that may restrict their exports too", "追随して輸出を規制しうる国"),
      Key(
        "importer", .name(.partner), example: "JPN",
        "against whom; none: every other", "対象となる輸入国。なければ他のすべて"),
      Key(
        "by", .quantity([.share]), .standard("100%"), in: .share, example: "50%",
        "share of the trade that a country which restricts stops", "規制する国が止める割合"),
      hazard("base", "5%", "hazard a year without any reason", "理由なしの年間ハザード"),
      hazard(
        "price", "0.4", "hazard a year for each unit of the logarithm of the price over its base",
        "価格倍率の対数1あたりの年間ハザード"),
      hazard("shortage", "0.5", "hazard a year where all of use is short", "全量不足のときの年間ハザード"),
      hazard(
        "imitation", "0.5", "hazard a year where all the others restrict", "他国がすべて規制したときの年間ハザード"),
      Key(
        "pledge", .quantity([.share]), .standard("100%"), in: .share, example: "50%",
        "share of the hazard that a pledge of no restrictions leaves", "規制しない約束のもとで残るハザードの割合"),
    ]
    + DrawMode.keys(
      "expected: a country stops its chance of trade; drawn: all of it from a drawn day on",
      "expected は確率分だけ止まり、drawn は抽出した日から全部止まる") + [StageChoice.key] + Key.window()

  private static func hazard(_ name: String, _ standard: String, _ en: String, _ ja: String) -> Key
  {
    Key(
      name, .quantity([.number, .share, .sharePerYear]), .standard(standard), in: .notNegative,
      example: standard,
      en + "; assumed, no figure is known", ja + "。想定値")
  }

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let countries = reader.partners(group["countries"])
    let importer = reader.importer(group["importer"])
    let by = reader.number(group["by"])
    let hazards = ["base", "price", "shortage", "imitation", "pledge"].map {
      reader.number(group[$0])
    }
    let draw = DrawMode.seed(group, &reader)
    let window = reader.window(group)
    let stage = StageChoice.read(group, of: commodity.map { [.commodity($0)] }, &reader)
    guard let commodity, let countries, let by, let draw, let window, let stage,
      group["importer"] == nil || importer != nil,
      let base = hazards[0], let price = hazards[1], let shortage = hazards[2],
      let imitation = hazards[3], let pledge = hazards[4]
    else { return nil }
    if let importer, countries.contains(importer), let field = group["importer"] {
      reader.report(
        ScenarioProblem.Combination.sameTwice("countries", "importer", name: importer.code),
        at: field.place)
      return nil
    }
    self.init(
      commodity: commodity, countries: countries, importer: importer, by: by,
      spread: Spread(
        base: base, price: price, shortage: shortage, imitation: imitation, pledge: pledge,
        seed: draw.seed), window: window, stage: stage)
  }
}
