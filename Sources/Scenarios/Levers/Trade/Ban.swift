package import Diagnostics
import Quantities

/// An export ban: links from exporter to importer lose `by·(1 − leak)`.
package struct Ban: Lever {
  /// Who bans.
  package let exporter: Partner
  /// Against whom; nil: every other.
  package let importer: Partner?
  /// What is banned.
  package let products: [Product]
  /// Share of the trade that is banned, 0 to 1.
  package let by: Double
  /// Share of the banned trade that passes all the same, 0 to 1.
  package let leak: Double
  /// When.
  package let window: Window
  /// The buyers that it hits; nil: all.
  package let listing: Listing?
  /// The stage that is banned.
  package let stage: StageChoice

  /// Makes a ban.
  package init(
    exporter: Partner, importer: Partner?, products: [Product], by: Double, leak: Double,
    window: Window, listing: Listing? = nil, stage: StageChoice = .last
  ) {
    self.listing = listing
    self.stage = stage
    self.exporter = exporter
    self.importer = importer
    self.products = products
    self.by = by
    self.leak = leak
    self.window = window
  }

  package func effects(in context: LeverContext) -> [Effect] {
    products.flatMap { product in
      stage.links(of: product, from: exporter, into: importer, in: context).flatMap { links in
        (listing?.parts(product) ?? [(1, nil)]).map { part in
          .open(
            Blockage(
              links: links, share: by * (1 - leak) * part.share, window: window,
              listed: part.listed))
        }
      }
    }
  }

  package var slices: [Slice] {
    listing?.slices(of: products, importer: importer) ?? []
  }

  package var limits: [Bilingual] {
    guard exporter.region == nil, products.contains(where: { $0.commodity == nil }) else {
      return []
    }
    return [
      Bilingual(
        "\(exporter.code) is not a region of the table: the ban on sectors' products from it has no effect.",
        "\(exporter.code)は経済表の地域ではないため、部門品目の禁輸は作用しない。")
    ]
  }
}

extension Ban: WrittenLever {
  static let list = LeverList.shocks

  static let group = Key(
    "ban", .group,
    example: "{exporter: CHN, importer: JPN, products: [rare earths], by: 100%}",
    "an export ban", "輸出禁止")

  static let keys =
    Key.link + [
      Key(
        "by", .quantity([.share]), .standard("100%"), in: .share, example: "60%",
        "share of the trade that is banned", "禁止される取引の割合"),
      Key(
        "leak", .quantity([.share]), .standard("0%"), in: .share, example: "10%",
        "share of the banned trade that passes all the same", "禁止されても流れる割合"),
    ] + Listing.keys + [StageChoice.key] + Key.window()

  init?(_ group: ScenarioReader.Group, _ reader: inout ScenarioReader) {
    let link = TradeLink(group, &reader)
    let by = reader.number(group["by"])
    let leak = reader.number(group["leak"])
    let listing = Listing.read(group, of: link, &reader)
    let stage = StageChoice.read(group, of: link?.products, &reader)
    let window = reader.window(group)
    guard let link, let by, let leak, let window, let listing, let stage else { return nil }
    guard stage.fits(group["listed"], &reader) else { return nil }
    self.init(
      exporter: link.exporter, importer: link.importer, products: link.products, by: by,
      leak: leak, window: window, listing: listing.listing, stage: stage)
  }
}
