import Quantities

/// A general licence: a share of what an exporter restricts passes.
package struct Licence: Lever {
  /// Who licenses.
  package let exporter: Partner
  /// Whose imports; nil: everyone's.
  package let importer: Partner?
  /// What is licensed.
  package let products: [Product]
  /// Share of the restricted trade that passes, 0 to 1.
  package let covers: Double
  /// When.
  package let window: Window
  /// The stage that is licensed.
  package let stage: StageChoice

  /// Makes a licence.
  package init(
    exporter: Partner, importer: Partner?, products: [Product], covers: Double, window: Window,
    stage: StageChoice = .last
  ) {
    self.stage = stage
    self.exporter = exporter
    self.importer = importer
    self.products = products
    self.covers = covers
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    products.flatMap { product in
      stage.links(of: product, from: exporter, into: importer, in: context).map {
        .permit(Permit(links: $0, share: covers, window: window))
      }
    }
  }
}

extension Licence: WrittenLever {
  static let list = LeverList.shocks

  static let group = Key(
    "licence", .group,
    example: "{exporter: CHN, importer: JPN, products: [rare earths], covers: 25%, from: day 90}",
    "a general licence: a part of what bans and reviews refuse passes", "包括許可(規制分の一部が通る)")

  static let keys =
    Key.link + [
      Key(
        "covers", .quantity([.share]), .required, in: .share, example: "25%",
        "share of the refused trade that passes; what waits at a review waits on",
        "拒まれていた取引のうち通る割合。審査待ちの分は待ち続ける")
    ] + [StageChoice.key] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let link = TradeLink(group, &reader)
    let covers = reader.number(group["covers"])
    let stage = StageChoice.read(group, of: link?.products, &reader)
    let window = reader.window(group)
    guard let link, let covers, let window, let stage else { return nil }
    self.init(
      exporter: link.exporter, importer: link.importer, products: link.products, covers: covers,
      window: window, stage: stage)
  }
}
