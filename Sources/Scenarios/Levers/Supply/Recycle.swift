package import Commodities
package import Diagnostics
import Quantities

/// Recycled supply at home takes the place of purchases.
package struct Recycle: Lever {
  /// Index into the commodity catalogue.
  package let commodity: Int
  /// Who recycles.
  package let importer: Partner
  /// Share of use that comes back, 0 to 1.
  package let rate: Double
  /// Days from the first until it does; 0: at once.
  package let ramp: Double
  /// Origin whose purchases fall; nil: all in proportion.
  package let displaces: Partner?
  /// When.
  package let window: Window

  /// Makes a recycling.
  package init(
    commodity: Int, importer: Partner, rate: Double, ramp: Double, displaces: Partner?,
    window: Window
  ) {
    self.commodity = commodity
    self.importer = importer
    self.rate = rate
    self.ramp = ramp
    self.displaces = displaces
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    [
      .share(
        .move(
          SupplyMove(
            commodity: commodity, importer: importer, from: displaces,
            to: [SupplyMove.Target(origin: importer, part: 1)],
            perDay: ramp > 0 ? rate / ramp : .infinity, most: rate, window: window)))
    ]
  }

  package func sentences(about commodity: Commodity, at index: Int) -> [Bilingual] {
    guard index == self.commodity else { return [] }
    let share = NumberFormat.brief(rate, as: .percent)
    let whom = displaces?.code ?? "all origins in proportion"
    return [
      Bilingual(
        "\(commodity.name): \(importer.code) recycles \(share) of its use at home, instead of purchases from \(whom); no ban stops it.",
        "\(commodity.nameJa)：\(importer.code)は使用量の\(share)を国内で再生し、\(displaces?.code ?? "全供給元（比例）")からの購入に代える。禁輸の影響を受けない。"
      )
    ]
  }
}

extension Recycle: WrittenLever {
  static let list = LeverList.responses

  static let group = Key(
    "recycle", .group,
    example: "{commodity: rare earths, importer: JPN, rate: 10%, displaces: CHN}",
    "recycled supply grows", "リサイクル供給の拡大")

  static let keys =
    [
      Key.commodity,
      Key(
        "importer", .name(.partner), .required, example: "JPN", "who recycles", "再生する国"),
      Key(
        "rate", .quantity([.share]), .required, in: .share, example: "10%",
        "share of use that comes back", "使用量に対する再生の割合"),
      Key(
        "ramp", .quantity([.duration]), .standard("0 days"), in: .notNegative,
        example: "1 years", "time until it does", "その割合に達するまでの期間"),
      Key(
        "displaces", .name(.partner), example: "CHN",
        "origin whose purchases fall; none: all in proportion", "購入を減らす供給元。なければ比例"),
    ] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let commodity = reader.commodity(group["commodity"])
    let importer = reader.importer(group["importer"])
    let rate = reader.number(group["rate"])
    let ramp = reader.number(group["ramp"])
    let displaces = reader.partner(group["displaces"])
    if let displaces, displaces == importer, let field = group["displaces"] {
      reader.report(
        ScenarioProblem.Combination.sameTwice("displaces", "importer", name: displaces.code),
        at: field.place)
      return nil
    }
    let window = reader.window(group)
    guard let commodity, let importer, let rate, let ramp, let window,
      displaces != nil || group["displaces"] == nil
    else { return nil }
    self.init(
      commodity: commodity, importer: importer, rate: rate, ramp: ramp, displaces: displaces,
      window: window)
  }
}
